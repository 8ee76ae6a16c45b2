"""Whatever the file, an import is one step or nothing, and what it keeps is clean."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.text import count_unclean
from pmtui.services.imports import ImportFile, preview_import, read_file, run_import
from pmtui.services.workspace import Workspace
from tests.builders import Clock, digest
from tests.importers.test_hostile_files import PIECES, SEEDS


@settings(max_examples=40)
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False), st.sampled_from(["x.csv", "x.json", "x.txt"]))
def test_a_damaged_export_is_imported_as_one_step_or_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, seed: bytes, chance: random.Random, name: str
) -> None:
    data = bytearray(seed)
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(data) + 1)
        data[at : at + chance.randrange(3)] = chance.choice(PIECES)
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(data)
    workspace = Workspace.in_memory(Clock())
    before = workspace.ask(digest)
    try:
        command = ImportFile(read_file(path), good_rows=True)
        preview = preview_import(workspace, command)
        report = run_import(workspace, command)
        assert {**report.as_json(), "step": None} == preview.as_json()
        cells = [cell for rows in workspace.ask(digest).values() for row in rows for cell in row]
        assert not any(count_unclean(cell) for cell in cells if isinstance(cell, str))
        if report.step is not None:
            workspace.undo(report.step)
    except Refusal:
        pass
    assert workspace.ask(digest) == before
    workspace.close()
