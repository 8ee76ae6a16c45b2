"""Reading many rows at once, in SQL."""
