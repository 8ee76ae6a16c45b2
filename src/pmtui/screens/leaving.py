"""Leaving because of a fault of the program."""


class Crash(Exception):  # noqa: N818 - what ended the app, not an error to be handled
    """An error nobody expected. It prints nothing by itself: its cause goes into the crash file."""

    def __rich__(self) -> str:
        return ""
