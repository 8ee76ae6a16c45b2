"""Writing a folder of pages so that it is never mistaken for a whole one when only half of it was written."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pmtui.domain.errors import Refusal
from pmtui.domain.text import shown_line
from pmtui.environment.files import sweep_unfinished, unfinished_name, write_text

MANIFEST = "manifest.json"
_OWNER_ONLY = 0o700
_AGAIN = "Exporting again makes it whole."
PAGES_BETWEEN_PROGRESS = 50
_NAME_ANOTHER = "Name a new folder, or one that an export was written into."


def write_pages(
    folder: Path, workspace: str, pages: Mapping[str, str], progress: Callable[[float], bool] = lambda _share: True
) -> None:
    """Write pages into a folder that is new, empty, or holds an older export of the same workspace.

    workspace: what tells it apart from others. pages: the text by place, with / between folders. What the older export
    had and this one has not is removed; any other file in the folder stays. A page that is there already is left alone.
    The manifest says which pages there are, and last that they are whole. progress: is told the share that is written,
    and answers whether to go on. Raises Refusal, also when it is not to.
    """
    older = _older_pages(folder, workspace)
    parents = sorted({(folder / place).parent for place in (MANIFEST, *pages)})
    _make(folder, parents)
    # The first thing in it, so that what a killed export leaves is known to be ours.
    _write_manifest(folder, workspace, {*older, *pages}, whole=False)
    try:
        for parent in parents:
            parent.mkdir(mode=_OWNER_ONLY, exist_ok=True)
            sweep_unfinished(parent)
        for number, (place, text) in enumerate(pages.items()):
            if not number % PAGES_BETWEEN_PROGRESS and not progress(number / len(pages)):
                raise Refusal("The export was stopped.", f"Its manifest says so. {_AGAIN}")
            _write_page(folder / place, text.encode("utf-8", "backslashreplace"))
        for place in older - pages.keys():
            if not (folder / place).parent.is_symlink():  # it leads to what is not ours
                (folder / place).unlink(missing_ok=True)
        if hasattr(os, "sync"):  # Windows has none
            os.sync()
    except OSError as error:
        raise Refusal(
            f"{shown_line(str(folder))} was not written whole: {error.strerror}.",
            f"Its manifest says so. Make room or choose another folder. {_AGAIN}",
        ) from error
    _write_manifest(folder, workspace, pages, whole=True)


def _make(folder: Path, parents: Sequence[Path]) -> None:
    try:
        for parent in parents:
            if parent.is_symlink():
                raise Refusal(f"{shown_line(str(parent))} is a link.", "Remove it, or name another folder.")
        folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"{shown_line(str(folder))} can't be made: {error.strerror}.", "Name another folder.") from error


def _older_pages(folder: Path, workspace: str) -> set[str]:
    """The pages of the export that the folder holds. Raises Refusal for a folder with anything else in it."""
    shown = shown_line(str(folder))
    try:
        if not folder.exists():
            return set()
        if folder.is_symlink() or not folder.is_dir():
            raise Refusal(f"{shown} is no folder.", _NAME_ANOTHER)
        manifest = folder / MANIFEST
        if not manifest.is_file():
            if any(not each.name.startswith(".") for each in folder.iterdir()):
                raise Refusal(
                    f"{shown} holds other files.", "Name a new folder, or one that an export was written into."
                )
            return set()
        kept = json.loads(manifest.read_text(encoding="utf-8"))
        if kept["workspace"] != workspace:
            raise Refusal(f"{shown} holds the export of another workspace.", "Name another folder.")
        return {place for place in map(str, kept["pages"]) if _is_ours(place)}
    except OSError as error:
        raise Refusal(f"{shown} can't be read: {error.strerror}.", "Name another folder.") from error
    except (ValueError, KeyError, TypeError, RecursionError):  # the last for brackets in thousands of brackets
        raise Refusal(f"{shown} holds a {MANIFEST} that pmtui did not write.", "Name another folder.") from None


def _is_ours(place: str) -> bool:
    # A manifest is a file like any other: what it names is removed only where an export would have put it.
    parts = place.split("/")
    return place.endswith(".md") and len(parts) <= 2 and not any(part.startswith(".") or "\\" in part for part in parts)


def _write_manifest(folder: Path, workspace: str, pages: Mapping[str, str] | set[str], *, whole: bool) -> None:
    content = {"workspace": workspace, "whole": whole, "pages": sorted(pages)}
    write_text(folder / MANIFEST, json.dumps(content, indent=1) + "\n")


def _write_page(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_symlink():
        if not path.is_file():  # reading a pipe would never end
            raise Refusal(f"{shown_line(str(path))} is no file.", f"Remove it. {_AGAIN}")
        if path.read_bytes() == data:
            return
    unfinished = unfinished_name(path.parent)
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
