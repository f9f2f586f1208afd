"""Checks a loaded project against its sources and itself; `verify` is the only way to publishing.

Each check is a generator of findings, in a module named after what it looks at.
"""
