"""Makes the editions of a verified briefing beside its pages: the built site and the open data."""
