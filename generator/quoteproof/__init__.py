"""Quoteproof: briefings whose every statement quotes its source, or which do not build.

The stages are the packages, and data flows one way through them:
`loading` → `checks` (with `anchoring`) → `pages` → `render` → `writer`. `pipeline` tells it all.
"""

__version__ = "0.1.0"
