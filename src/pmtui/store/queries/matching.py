"""Turning what a user types into what SQL compares with."""


def containing(word: str) -> str:
    """The LIKE pattern, escaped with backslashes, of texts that contain a word."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
