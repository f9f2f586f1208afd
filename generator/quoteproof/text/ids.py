"""Ids: the words that records go by in addresses, and short hashes for what has no such word."""

import hashlib
import re
from json.encoder import encode_basestring_ascii

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether a text is words of ``a-z0-9`` with single hyphens between them."""
    return _ID.fullmatch(text) is not None


def short_hash(*parts: str) -> str:
    """Eight hexadecimal digits of the SHA-256 of the parts, which are kept apart: a, bc ≠ ab, c."""
    # As JSON in ASCII: unambiguous, and lone surrogates pass, which no encoding of text would take.
    # (Written by its own function for a text, since `json.dumps` takes three times as long.)
    written = f"[{', '.join(map(encode_basestring_ascii, parts))}]"
    return hashlib.sha256(written.encode("ascii")).hexdigest()[:8]
