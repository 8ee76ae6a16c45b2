"""A style sheet that reads each of its sources once."""

from textual.css.stylesheet import Stylesheet


class KeptStylesheet(Stylesheet):
    """Textual's reads all sources anew whenever a screen or a theme comes; here one that was read costs nothing.

    Textual keeps what it has read for as long as the variables are the same, but only within one style sheet.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the variables. Other ones make all sources be read again."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Read what has not been read with these variables."""
        self.parse()
