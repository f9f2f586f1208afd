"""Tells findings: to people in a terminal, and to programs."""
