"""Reads a project's sources and summaries, and finds what is wrong with their form."""
