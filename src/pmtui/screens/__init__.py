"""The screens: each chooses which data its widgets show, and asks for changes."""
