import gzip
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.workspace import Workspace
from pmtui.store import migrations
from pmtui.store.connect import connect, create_empty
from pmtui.store.migrations import OLDER_FINGERPRINTS, SCHEMA_FINGERPRINT, check_schema, migrate, schema_fingerprint
from pmtui.store.session import Session
from pmtui.store.tables import SCHEMA_VERSION

MIGRATE = """
import sys
from pathlib import Path
from pmtui.store.connect import connect
from pmtui.store.migrations import migrate
connection = connect(Path(sys.argv[1]))
sys.stdin.readline()
migrate(connection)
print(connection.execute("PRAGMA user_version").fetchone()[0])
"""
CREATE = """
import sys
from pathlib import Path
from pmtui.domain.errors import Refusal
from pmtui.services.workspace import Workspace
sys.stdin.readline()
try:
    Workspace.create(Path(sys.argv[1]), "Test").close()
    print("made")
except Refusal as refusal:
    print(refusal.title)
"""


def race(program: str, path: Path) -> list[str]:
    """What each of three processes prints that run a program at the same moment."""
    starters = [
        subprocess.Popen(
            [sys.executable, "-c", program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    for starter in starters:
        assert starter.stdin is not None
        starter.stdin.write("go\n")
        starter.stdin.flush()
    return [starter.communicate(timeout=60)[0].strip() for starter in starters]


def test_three_programs_that_bring_one_file_up_to_date_at_once_do_it_once(path: Path) -> None:
    create_empty(path, path)
    assert race(MIGRATE, path) == [str(SCHEMA_VERSION)] * 3
    with closing(connect(path)) as connection:
        assert schema_fingerprint(connection) == SCHEMA_FINGERPRINT
        applied = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
        assert applied == 2
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_of_three_programs_that_make_one_workspace_at_once_one_does(path: Path) -> None:
    told = race(CREATE, path)
    assert sorted(told) == sorted(["made", f"{path} already exists.", f"{path} already exists."])
    assert list(path.parent.iterdir()) == [path]


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_empty(path, path)
    monkeypatch.setattr(migrations, "SCORE_TRIGGERS", ("CREATE TRIGGER wrong",))
    with closing(connect(path)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection)
        assert not connection.in_transaction
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    assert path.read_bytes() == b""


def test_a_file_with_something_of_its_own_in_it_is_not_brought_up_to_date(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE more (id)")
    before = path.read_bytes()
    with closing(connect(path)) as connection, pytest.raises(Refusal, match="not those of a pmtui workspace"):
        migrate(connection)
    assert path.read_bytes() == before


def test_triggers_may_use_functions_only_once_the_schema_is_known_to_be_ours(path: Path) -> None:
    create_empty(path, path)
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        with pytest.raises(Refusal):
            check_schema(connection)
        assert connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        migrate(connection)
        check_schema(connection)
        assert connection.execute("PRAGMA trusted_schema").fetchone()[0] == 1


def test_loading_sqlite_utils_loads_no_numpy() -> None:
    program = """
import sys
from pmtui.services.workspace import Workspace
Workspace.in_memory().close()
assert "sqlite_utils" in sys.modules
assert not {"numpy", "pandas"} & {name for name, module in sys.modules.items() if module is not None}
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_opening_a_file_that_is_up_to_date_loads_no_sqlite_utils(path: Path) -> None:
    program = """
import sys
from pathlib import Path
from pmtui.services.workspace import Workspace
path = Path(sys.argv[1])
if sys.argv[2] == "create":
    Workspace.create(path, "Test").close()
else:
    Workspace.open(path).close()
    assert "sqlite_utils" not in sys.modules
"""
    for what in ("create", "open"):
        subprocess.run([sys.executable, "-c", program, path, what], check=True)


WORKSPACES = Path(__file__).parents[1] / "files" / "workspaces"


@pytest.fixture(params=sorted(OLDER_FINGERPRINTS))
def old_file(request: pytest.FixtureRequest, path: Path) -> Path:
    """A workspace as an older pmtui left it."""
    path.write_bytes(gzip.decompress((WORKSPACES / f"format-{request.param}.pmtui.gz").read_bytes()))
    return path


def test_a_file_of_each_older_format_is_brought_up_to_date_with_all_it_holds(old_file: Path) -> None:
    with closing(connect(old_file)) as connection:
        before = connection.execute("SELECT * FROM problem").fetchall()
        migrate(connection)
        assert connection.execute("SELECT * FROM problem").fetchall() == before
        assert schema_fingerprint(connection) == SCHEMA_FINGERPRINT


def test_every_step_of_an_older_file_can_be_undone_and_done_again(old_file: Path) -> None:
    workspace = Workspace.open(old_file)
    titles = [problem.title for problem in workspace.ask(lambda uow: uow.problems.all())]
    undone = 0
    while workspace.newest_to_undo():
        workspace.undo()
        undone += 1
    assert undone > 5
    assert workspace.ask(lambda uow: uow.problems.all()) == []
    for _ in range(undone):
        workspace.redo()
    assert [problem.title for problem in workspace.ask(lambda uow: uow.problems.all())] == titles
    workspace.close()


def test_an_older_file_with_something_of_its_own_in_it_is_not_brought_up_to_date(old_file: Path) -> None:
    with closing(sqlite3.connect(old_file)) as other:
        other.execute("CREATE TRIGGER spy AFTER INSERT ON problem BEGIN DELETE FROM problem; END")
    before = old_file.read_bytes()
    with closing(connect(old_file)) as connection, pytest.raises(Refusal, match="not those of a pmtui workspace"):
        migrate(connection)
    assert old_file.read_bytes() == before


def test_a_copy_is_made_before_an_older_file_is_brought_up_to_date(old_file: Path, tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    before = old_file.read_bytes()
    Session.open(old_file, lambda: "2026-11-23T12:00:00Z", lambda: backups).close()
    (copy,) = backups.iterdir()
    assert f"before-format-{SCHEMA_VERSION}" in copy.name
    with closing(sqlite3.connect(copy)) as kept, closing(sqlite3.connect(":memory:")) as original:
        original.deserialize(before)
        assert list(kept.iterdump()) == list(original.iterdump())
