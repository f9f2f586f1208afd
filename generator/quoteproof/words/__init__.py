"""Our own words on the pages, in the language of the briefing.

English stands where it is used, and is the key of the catalogues (gettext, one a language, in
`catalogues/`); names of months and forms of numbers are CLDR's, by way of Babel.
"""

from quoteproof.words.words import LANGUAGES, Words, direction, filled, words_in, words_of

__all__ = ["LANGUAGES", "Words", "direction", "filled", "words_in", "words_of"]
