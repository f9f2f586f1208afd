"""Writes generated files into a folder: all or nothing, what changed, and only over our own."""

from quoteproof.writer.folder import MANIFEST, Written, write

__all__ = ["MANIFEST", "Written", "write"]
