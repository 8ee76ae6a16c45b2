"""What other tools leave behind in a file costs none of its promises."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from pmtui.services.problems import AddProblem, EditProblem
from pmtui.services.workspace import Workspace
from pmtui.store.connect import explain


def _change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()


def test_a_file_that_another_tool_gave_a_write_ahead_log_has_a_rollback_journal_again(path: Path) -> None:
    Workspace.create(path, "Test").close()
    _change(path, "PRAGMA journal_mode = WAL")
    Workspace.open(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_a_change_is_kept_and_can_be_undone_where_another_tool_emptied_the_table_of_the_open_step(path: Path) -> None:
    Workspace.create(path, "Test").close()
    _change(path, "DELETE FROM open_step")
    workspace = Workspace.open(path)
    assert workspace.run(AddProblem("Keys get lost")).step is not None
    assert [problem.title for problem in workspace.ask(lambda uow: uow.problems.all())] == ["Keys get lost"]
    assert workspace.undo().label == "Undid: Added P-1"
    workspace.close()


def test_text_that_is_no_text_is_shown_as_far_as_it_is_and_hides_no_other(path: Path) -> None:
    created = Workspace.create(path, "Test")
    for title in ("Spoiled", "Sound"):
        created.run(AddProblem(title))
    created.close()
    _change(path, "UPDATE problem SET title = CAST(x'41EDA080' AS TEXT), notes = CAST(x'FF' AS TEXT) WHERE id = 1")
    _change(path, "UPDATE workspace SET name = CAST(x'EDA080' AS TEXT)")
    works: tuple[Callable[[Workspace], object], ...] = (
        lambda workspace: workspace.ask(lambda uow: uow.settings.name),
        lambda workspace: workspace.run(EditProblem(2, {"title": "Sounder"})),
        lambda workspace: workspace.run(EditProblem(1, {"notes": "mended"})),
        lambda workspace: workspace.undo(),
    )
    for work in works:
        workspace = Workspace.open(path)
        work(workspace)
        titles = [problem.title for problem in workspace.ask(lambda uow: uow.problems.all())]
        assert titles == ["A\ufffd\ufffd\ufffd", titles[1]]
        workspace.close()
    assert titles[1] == "Sounder"


def test_a_sqlite_without_full_text_search_is_told_as_such() -> None:
    refusal = explain(sqlite3.OperationalError("no such module: fts5"), Path("plan.pmtui"))
    assert refusal is not None
    assert "FTS5" in refusal.title


def test_when_only_the_last_sync_of_a_change_fails_nobody_is_told_that_nothing_was_changed() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_DIR_FSYNC"
    refusal = explain(error, Path("plan.pmtui"))
    assert refusal is not None
    assert "nothing was changed" not in refusal.title
