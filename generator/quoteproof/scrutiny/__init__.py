"""Beyond the quote: what a careful reader would ask of each statement that quotes its source.

A quote that stands in its source proves little if the sentence beside it says something else. Each
module asks one sort of question of a verified briefing; an author mends the statement or answers in
place, with `allow`.
"""

from quoteproof.scrutiny.scrutinise import scrutinise

__all__ = ["scrutinise"]
