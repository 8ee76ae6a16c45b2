"""Any commands in any order, mixed with undo, redo, imports and other programs: every past state comes back."""

from contextlib import closing
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from pmtui.domain.errors import Refusal
from pmtui.domain.past import Past
from pmtui.importers import Choices
from pmtui.services.imports import ImportFile, read_file
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import digest, score_errors
from tests.services.test_workspace_sequences import Sequences

TITLE = st.sampled_from(["Keys get lost", "Late", "ß Übung"])
ROWS = st.dictionaries(st.integers(1, 4), st.tuples(TITLE, TITLE, st.sampled_from(["ui", "é"])), min_size=1)
AS = st.sampled_from(["problem", "evidence"])


class PastStates(Sequences):
    """The sequences of changes, and beside them the rows after each step there ever was."""

    def __init__(self) -> None:
        super().__init__()
        self.after: dict[int, dict[str, Any]] = {}

    @rule(rows=ROWS, kind=AS)
    def import_file(self, rows: dict[int, tuple[str, str, str]], kind: str) -> None:
        lines = ["id,title,description,tags", *(f"{number},{','.join(row)}" for number, row in rows.items())]
        path = self.folder / "wishes.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        try:
            step = self.workspace.run(ImportFile(read_file(path, Choices(target=kind)))).step
        except Refusal:
            step = None
        self.moved_on(step is not None)

    @invariant()
    def remember(self) -> None:
        """The step of another program takes in more until our next one: what counts is how it ended."""
        self.after[self.workspace.ask(newest_step)] = self.workspace.ask(digest)

    def teardown(self) -> None:
        for step, rows in self.after.items():
            with closing(self.workspace.as_of(Past(step, "2026-03-01T09:30:00Z", f"step {step}"))) as past:
                assert past.ask(digest) == rows
                assert past.ask(score_errors) == []
                past.ask(check_index)
        super().teardown()


def newest_step(uow: UnitOfWork) -> int:
    """The number of the newest step, 0 for none."""
    return int(uow.connection.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0])


def check_index(uow: UnitOfWork) -> None:
    """Raises sqlite3.DatabaseError when full-text search does not agree with the rows."""
    for name in ("problem", "evidence"):
        uow.connection.execute(f"INSERT INTO {name}_fts ({name}_fts, rank) VALUES ('integrity-check', 1)")


def test_every_past_state_is_the_one_that_was() -> None:
    run_state_machine_as_test(PastStates, settings=settings(max_examples=25, stateful_step_count=20))


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_every_past_state_of_many_long_sequences_is_the_one_that_was() -> None:
    run_state_machine_as_test(PastStates, settings=settings(max_examples=500, stateful_step_count=40))
