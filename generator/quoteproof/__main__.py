"""Lets `python -m quoteproof` do what the `quoteproof` command does."""

from quoteproof.cli import main

main()
