"""Whether the numbers of a sentence stand in its passages.

`misses` asks it of each; `same` compares two numbers, in whatever form; `follows` is what can be
seen at a glance from what the passages have; `headings` the numbers of articles and the like;
`rates` how often something is; `reports` how many reports the sentence itself cites.
"""

from quoteproof.scrutiny.facts.numbers.misses import number_misses

__all__ = ["number_misses"]
