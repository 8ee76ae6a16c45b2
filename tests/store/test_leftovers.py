"""A program that was killed while it made a workspace leaves nothing for long."""

import os
from pathlib import Path

import pytest

from pmtui.services.workspace import Workspace
from pmtui.store.leftovers import NEW


def leave(path: Path, is_old: bool) -> Path:
    left = path.with_name(f".{path.name}.{'old' if is_old else 'young'}.{NEW}")
    for name in (left, left.with_name(left.name + "-journal")):
        name.write_bytes(b"half")
        if is_old:
            os.utime(name, (0, 0))
    return left


@pytest.mark.parametrize("checks", [False, True])
def test_it_is_removed_when_it_is_old(path: Path, checks: bool) -> None:
    path.with_name("mine.old").write_bytes(b"mine")
    os.utime(path.with_name("mine.old"), (0, 0))
    if not checks:
        left = leave(path, is_old=True)
    workspace = Workspace.create(path, "Test")
    if checks:
        left = leave(path, is_old=True)
        workspace.check()
    workspace.close()
    assert not left.exists()
    assert sorted(file.name for file in path.parent.iterdir() if file.is_file()) == ["mine.old", path.name]


def test_it_is_left_to_a_program_that_may_still_be_making_it(path: Path) -> None:
    left = leave(path, is_old=False)
    Workspace.create(path, "Test").close()
    assert left.exists()
