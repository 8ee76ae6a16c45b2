"""Dialogs: each returns a value and stores nothing but the draft of what is being typed."""
