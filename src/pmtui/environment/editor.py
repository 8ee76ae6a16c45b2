"""Editing long text in the user's own editor."""

import os
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_block

LARGEST = 5_000_000
_HINT = "Set VISUAL or EDITOR to a program such as “nano” or “code --wait”."


@dataclass(frozen=True, slots=True)
class EditedText:
    """What came back from the editor. place: the private file it was edited in, until discard removes it."""

    text: str
    place: Path

    def discard(self) -> None:
        """Remove the file and its folder: the text is saved elsewhere, or not wanted."""
        shutil.rmtree(self.place.parent, ignore_errors=True)  # editors leave backups, swap files and folders


def edit_text(text: str, name: str) -> EditedText:
    """Let the user edit a text in $VISUAL or $EDITOR, and wait until the editor ends.

    name: the file's name, which the editor may show. Folder and file are the user's alone. The program is started as it
    is written, without a shell. Raises Refusal when it can't be started, fails, or leaves something that is no text;
    the file is then kept and named whenever the editor had it open.
    """
    command = editor_command()
    place = Path(tempfile.mkdtemp(prefix="pmtui-")) / name
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    edited = EditedText(text, place)
    try:
        status = subprocess.run([*command, str(place)], check=False).returncode  # noqa: S603 - the user's own editor
    except OSError as error:
        edited.discard()
        raise Refusal(f"The editor “{command[0]}” can't be started: {error.strerror}.", _HINT) from error
    if status:
        raise Refusal(f"The editor ended with status {status}; nothing was changed.", f"The text is kept in {place}")
    return EditedText(_read(place), place)


def editor_command() -> list[str]:
    """The user's editor and its arguments. Raises Refusal when there is none."""
    written = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        command = shlex.split(written)
    except ValueError:
        command = []
    if not command:
        raise Refusal(f"“{written}” is no editor: its quotes don't match.", _HINT)
    return command


def _read(place: Path) -> str:
    try:
        with place.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Refusal(f"The edited text can't be read: {error.strerror}.", f"It should be in {place}") from error
    if len(data) > LARGEST:
        raise Refusal("The edited text is larger than 5 MB; nothing was changed.", f"It is kept in {place}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is None or "\0" in text:
        raise Refusal("The editor left something that is not text; nothing was changed.", f"It is kept in {place}")
    return clean_block(text).rstrip("\n")
