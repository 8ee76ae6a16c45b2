"""Dialogs return a value and store nothing."""
