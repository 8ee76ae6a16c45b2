"""What can't be opened is refused in words, and left byte for byte as it was."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from pmtui.store.connect import check_file, connect, connect_memory
from pmtui.store.migrations import SCHEMA_FINGERPRINT, schema_fingerprint
from pmtui.store.tables import APPLICATION_ID, SCHEMA_VERSION
from tests.builders import add_problem, foreign

as_root = pytest.mark.skipif(os.geteuid() == 0, reason="root may write to everything, so rights refuse nothing")


def refuse(path: Path, says: str) -> Refusal:
    """Open a file that has to be refused, and see that nothing was written to it or beside it."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(Refusal, match=says) as refused:
        Workspace.open(path)
    assert refused.value.hint
    assert (path.read_bytes() if before is not None else None) == before
    assert sorted(path.parent.iterdir()) == beside
    return refused.value


@pytest.fixture
def closed(path: Path, workspace: Workspace) -> Path:
    """A workspace file with one problem that nobody has open."""
    add_problem(workspace, "Kept")
    workspace.close()
    return path


def change(path: Path, *statements: str) -> None:
    with closing(foreign(path)) as other:
        for statement in statements:
            other.execute(statement)


FOREIGN_FILES: dict[str, list[str]] = {
    "another program": ["CREATE TABLE notes (text)", "PRAGMA application_id = 42"],
    "no application": ["CREATE TABLE problem (title)", "INSERT INTO problem VALUES ('x')"],
    "our application and no tables": [f"PRAGMA application_id = {APPLICATION_ID}"],
    "our application and version, other tables": [
        "CREATE TABLE problem (title)",
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {SCHEMA_VERSION}",
    ],
    "write-ahead log": ["PRAGMA journal_mode = WAL", "CREATE TABLE a (b)"],
}


@pytest.mark.parametrize("name", FOREIGN_FILES)
def test_a_database_of_another_program_is_refused(path: Path, name: str) -> None:
    change(path, *FOREIGN_FILES[name])
    refuse(path, "another program|not a whole workspace|not those of a pmtui workspace")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"SQLite format 3\x00", "not a pmtui workspace"),
        (b"Title,Votes\nSlow,3\n", "not a pmtui workspace"),
        (bytes(8192), "not a pmtui workspace"),
    ],
    ids=["empty", "header only", "text", "zeros"],
)
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes, says: str) -> None:
    path.write_bytes(content)
    refuse(path, says)


@pytest.mark.parametrize("part", [100, 5000, 0.5, 0.9])
def test_a_truncated_workspace_is_refused_or_found_by_the_check(closed: Path, part: float) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[: int(part if part > 1 else len(whole) * part)])

    def open_and_check() -> None:
        workspace = Workspace.open(closed)
        with closing(workspace):
            workspace.check()

    with pytest.raises(Refusal, match="damaged"):
        open_and_check()


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, SCHEMA_VERSION + 1000])
def test_a_file_of_a_newer_format_is_refused(closed: Path, version: int) -> None:
    change(closed, f"PRAGMA user_version = {version}")
    assert "newer" in refuse(closed, "newer pmtui").title


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER evil AFTER UPDATE ON problem BEGIN DELETE FROM evidence; END"],
        ["CREATE TRIGGER evil AFTER INSERT ON step BEGIN DELETE FROM problem; END"],
        ["CREATE VIEW evil AS SELECT 1"],
        ["CREATE TABLE more (id)"],
        ["CREATE INDEX more ON problem (notes)"],
        ["DROP TRIGGER journal_problem_update"],
        ["ALTER TABLE problem ADD COLUMN more TEXT"],
        ["DROP TABLE problem_fts"],
    ],
    ids=lambda statements: statements[0][:40],
)
def test_a_schema_that_is_not_just_ours_is_refused_before_anything_in_it_runs(
    closed: Path, statements: list[str]
) -> None:
    change(closed, *statements)
    refuse(closed, "not those of a pmtui workspace")


def test_a_trigger_with_a_name_that_sqlite_keeps_for_itself_is_refused_too(closed: Path) -> None:
    trigger = "CREATE TRIGGER sqlite_evil AFTER INSERT ON step BEGIN DELETE FROM problem; END"
    change(
        closed,
        "PRAGMA writable_schema = ON",
        "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) "
        f"VALUES ('trigger', 'sqlite_evil', 'step', 0, '{trigger}')",
    )
    refuse(closed, "not those of a pmtui workspace")


def test_a_workspace_that_was_analyzed_by_another_program_opens(closed: Path) -> None:
    change(closed, "ANALYZE")
    Workspace.open(closed).close()


@pytest.mark.parametrize("kind", ["folder", "fifo", "device", "link to nowhere", "missing"])
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "thing"
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "device":
        path = Path(os.devnull)
    elif kind == "link to nowhere":
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refusal, match=r"is not a file|There is no file"):
        Workspace.open(path)


def test_a_missing_file_is_never_made_and_near_names_are_told(closed: Path) -> None:
    refusal = refuse(closed.with_name("wrok.pmtui"), "There is no file")
    assert closed.name in refusal.hint


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no file") as refused:
        Workspace.open(tmp_path / "nowhere" / "a.pmtui")
    assert "pmtui new" in refused.value.hint


@pytest.mark.parametrize(
    "name", ["a?b#c%20d.pmtui", "spaces in it.pmtui", "ünïcödé 漢字.pmtui", "-dash.pmtui", "a&mode=ro"]
)
def test_any_name_a_file_may_have_is_opened(tmp_path: Path, name: str) -> None:
    Workspace.create(tmp_path / name, "Test").close()
    workspace = Workspace.open(tmp_path / name)
    assert add_problem(workspace) == 1
    workspace.close()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [name]


def test_a_link_to_a_workspace_opens_it(closed: Path) -> None:
    link = closed.with_name("link")
    link.symlink_to(closed)
    workspace = Workspace.open(link)
    add_problem(workspace)
    workspace.close()
    assert link.is_symlink()


@as_root
def test_a_file_without_rights_is_refused(closed: Path) -> None:
    closed.chmod(0)
    with pytest.raises(Refusal, match="can't be read"):
        Workspace.open(closed)


@pytest.fixture
def only_readable(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Make a file or folder look read-only, to root too."""

    def protect(protected: Path) -> None:
        asked = os.access
        monkeypatch.setattr(
            os, "access", lambda path, mode: asked(path, mode) and not (mode == os.W_OK and Path(path) == protected)
        )

    return protect


@pytest.mark.parametrize("part", ["file", "folder"])
def test_what_can_only_be_read_opens_for_reading(
    closed: Path, only_readable: Callable[[Path], None], part: str
) -> None:
    only_readable(closed if part == "file" else closed.parent)
    before = closed.read_bytes()
    workspace = Workspace.open(closed)
    assert workspace.read_only
    assert workspace.ask(lambda uow: uow.problems.get(1)).title == "Kept"
    for refused in (partial(workspace.run, AddProblem("x")), workspace.undo, workspace.redo):
        with pytest.raises(Refusal, match="can only be read") as refusal:
            refused()
        assert "the rights of it and of its folder" in refusal.value.hint
    assert workspace.changed_elsewhere() is None
    workspace.close()
    assert closed.read_bytes() == before


def test_a_connection_for_reading_writes_nothing(closed: Path) -> None:
    with closing(connect(closed, read_only=True)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM problem")


def test_a_connection_never_makes_a_file(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(path)
    assert not path.exists()


def test_every_setting_is_as_wanted(closed: Path) -> None:
    with closing(connect(closed)) as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "foreign_keys",
                "recursive_triggers",
                "trusted_schema",
                "cell_size_check",
                "synchronous",
                "journal_mode",
            )
        }
        assert settings == {
            "foreign_keys": 1,
            "recursive_triggers": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "synchronous": 3,
            "journal_mode": "delete",
        }
        assert connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == 100_000_000


def test_the_fingerprint_is_that_of_a_fresh_file(closed: Path) -> None:
    with closing(connect_memory()) as empty:
        assert schema_fingerprint(empty) != SCHEMA_FINGERPRINT
    with closing(connect(closed)) as connection:
        assert schema_fingerprint(connection) == SCHEMA_FINGERPRINT


def test_a_copy_of_a_workspace_opens_as_it_is(closed: Path) -> None:
    copied = closed.with_name("copy")
    shutil.copy(closed, copied)
    assert check_file(copied) is False
    workspace = Workspace.open(copied)
    assert workspace.ask(lambda uow: uow.problems.get(1)).title == "Kept"
    workspace.undo()
    workspace.close()
