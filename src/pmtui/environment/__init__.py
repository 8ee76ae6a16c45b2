"""This machine: paths, settings, the log, drafts of open forms."""
