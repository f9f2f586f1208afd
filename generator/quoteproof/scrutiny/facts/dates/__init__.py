"""Whether the dates and times of day of a sentence follow from what it cites.

`given` collects the times that the passages and their sources give; `told` asks whether one of the
sentence is among them; `misses` asks it of each; `saying` whether a day may be that of saying
something; `another` whether a passage tells the same of another day, and `beside` whether it has
the same time of day of another.
"""

from quoteproof.scrutiny.facts.dates.misses import date_misses

__all__ = ["date_misses"]
