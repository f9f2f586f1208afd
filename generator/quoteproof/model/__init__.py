"""The nouns of a briefing: as written in the summaries, and as verified against the sources."""
