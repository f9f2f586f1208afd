"""Plain text: normalisation, lines, words, characters, ids and dates."""
