"""The exceptions whose words a user reads."""


class Refusal(Exception):  # noqa: N818 - it is not an error: the program works, and says no
    """A rule says no.

    title: what did not happen, in one plain sentence. hint: what to do about it.
    """

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.title} {self.hint}".strip()


class Damage(Refusal):
    """What is refused because of what became of the file: only a copy of it helps."""
