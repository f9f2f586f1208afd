"""Writes generated files into a folder: all or nothing, what changed, and only over our own."""

from quoteproof.writer.folder import MANIFEST, Written, write
from quoteproof.writer.leftovers import sweep

__all__ = ["MANIFEST", "Written", "sweep", "write"]
