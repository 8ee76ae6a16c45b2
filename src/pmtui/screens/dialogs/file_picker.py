"""Looks for a file to read."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from textual.widgets import Input

from pmtui.domain.errors import Refusal
from pmtui.screens.dates import day, today
from pmtui.screens.dialogs.choose import Choice, ChoiceDialog

# Names of files are words from outside: a downloaded one may hold escape sequences, which pickers at hand let through.


class FilePicker(ChoiceDialog[Path]):
    """Returns a file. Lists folders and the files with one of the endings, the newest first."""

    KEY_LINE = "type to search   enter open   esc close"

    def __init__(self, folder: Path, endings: frozenset[str]) -> None:
        super().__init__("Choose a file", self._matching, "Type to search in this folder")
        self._folder = folder.absolute()
        self._endings = endings

    def result(self) -> Path:
        """The file under the cursor."""
        return self.highlighted_choice().value

    async def take(self) -> None:
        """Go into the folder under the cursor, or take the file."""
        try:
            path = self.result()
        except Refusal as refusal:
            self.say(str(refusal))
            return
        if not path.is_dir():
            self.dismiss(path)
            return
        self._folder = path
        with self.prevent(Input.Changed):
            self.query_one("#words", Input).value = ""
        await self.search("")

    async def _matching(self, words: str) -> Sequence[Choice[Path]]:
        wanted = words.casefold().split()
        try:
            choices = await asyncio.to_thread(self._list)
        except OSError as error:
            self.say(f"{self._folder} can't be read: {error.strerror}")
            choices = []
        found = [choice for choice in choices if all(word in choice.label.casefold() for word in wanted)]
        up = [Choice(self._folder.parent, "..", str(self._folder))]
        return found + up if wanted else up + found

    def _list(self) -> list[Choice[Path]]:
        found = [path for path in self._folder.iterdir() if not path.name.startswith(".")]
        folders = sorted((path for path in found if path.is_dir()), key=lambda path: path.name.casefold())
        files = [path for path in found if path.suffix.lower() in self._endings and path.is_file()]
        files.sort(key=_changed, reverse=True)
        return [Choice(path, f"{path.name}/") for path in folders] + [_file(path) for path in files]


def _file(path: Path) -> Choice[Path]:
    on = datetime.fromtimestamp(_changed(path)).astimezone().date()
    return Choice(path, path.name, f"{day(on.isoformat(), today())} · {path.stat().st_size:,} bytes")


def _changed(path: Path) -> float:
    return path.stat().st_mtime
