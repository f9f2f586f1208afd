"""Where a quote stands in its source, and what comes closest when it does not."""
