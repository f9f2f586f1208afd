"""The figures: what each shows, with its geometry, as plain numbers and texts."""
