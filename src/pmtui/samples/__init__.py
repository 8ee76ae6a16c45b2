"""The example workspace, as data."""
