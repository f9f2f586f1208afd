"""Ids: the words that records go by in addresses, and short hashes for what has no such word."""

import hashlib
import json
import re

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether a text is words of ``a-z0-9`` with single hyphens between them."""
    return _ID.fullmatch(text) is not None


def short_hash(*parts: str) -> str:
    """Eight hexadecimal digits of the SHA-256 of the parts, which are kept apart: a, bc ≠ ab, c."""
    # As JSON in ASCII: unambiguous, and lone surrogates pass, which no encoding of text would take.
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:8]
