"""A file that was damaged, emptied or written over is told as such, and nothing is written to it."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.environment.paths import data_directory
from pmtui.services.board_lists import board_view
from pmtui.services.evidence import AddEvidence
from pmtui.services.lists import problem_list, problem_rows
from pmtui.services.problems import AddProblem
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem, foreign

PAGE = 4096


def whole_page(path: Path, name: str) -> int:
    """The first page of a table: where it begins in the file."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        return (int(root) - 1) * PAGE


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "filled.pmtui"
    workspace = Workspace.create(path, "Filled")
    for number in range(60):
        add_problem(workspace, f"Problem {number}", "10", "1", "100%", "2", statement="words " * 40)
        workspace.run(AddEvidence("said " * 40, company=f"Company {number}", problems=(number + 1,)))
    workspace.close()
    return path


def empty(path: Path, _: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(0)


def cut(path: Path, _: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(3 * PAGE)


def write_over(path: Path, _: Path) -> None:
    with closing(sqlite3.connect(path.with_name("other"))) as other:
        other.execute("CREATE TABLE notes (text)")
        other.commit()
    data = path.with_name("other").read_bytes()
    overwrite(path, 0, data)


@pytest.mark.parametrize(
    ("befall", "says"), [(empty, "was emptied"), (cut, "is damaged"), (write_over, "is no workspace any more")]
)
def test_what_befalls_an_open_file_is_said_and_the_file_is_left_alone(
    path: Path, filled: Path, befall: Callable[[Path, Path], None], says: str
) -> None:
    shutil.copy(filled, path)
    workspace = Workspace.open(path)
    befall(path, filled)
    left = path.read_bytes()
    for refused in (
        lambda: workspace.ask(everything),
        lambda: workspace.run(AddProblem("x")),
        workspace.undo,
        lambda: workspace.back_up("test"),
    ):
        with pytest.raises(Refusal, match=says) as told:
            refused()
        assert "copy" in told.value.hint
    workspace.close()
    assert path.read_bytes() == left


def test_the_first_change_finds_damage_where_it_would_not_have_come_by(path: Path, filled: Path) -> None:
    shutil.copy(filled, path)
    overwrite(path, whole_page(path, "evidence"), bytes(PAGE))
    left = path.read_bytes()
    workspace = Workspace.open(path)
    with pytest.raises(Refusal, match="is damaged"):
        workspace.run(AddProblem("x"))
    workspace.close()
    assert path.read_bytes() == left


def test_the_newest_copy_is_named(path: Path, filled: Path) -> None:
    shutil.copy(filled, path)
    workspace = Workspace.open(path)
    workspace.back_up("first")
    made = workspace.back_up("second")
    workspace.close()
    overwrite(path, PAGE, bytes(path.stat().st_size - PAGE))
    with pytest.raises(Refusal, match="is damaged") as told:
        Workspace.open(path)
    assert str(made) in told.value.hint


def test_where_copies_would_be_is_said_when_there_is_none(path: Path, filled: Path) -> None:
    shutil.copy(filled, path)
    overwrite(path, PAGE, bytes(path.stat().st_size - PAGE))
    with pytest.raises(Refusal, match="is damaged") as told:
        Workspace.open(path)
    assert str(data_directory() / "backups") in told.value.hint


def everything(uow: UnitOfWork) -> None:
    listed = problem_list(uow, ProblemFilter(state="all"))
    problem_rows(uow, [entry for entry in listed.entries if isinstance(entry, int)], listed.ranks)
    board_view(uow)
    uow.evidence.all()


def swap(dice: random.Random, data: bytearray) -> None:
    first, second = (dice.randrange(1, len(data) // PAGE) * PAGE for _ in range(2))
    data[first : first + PAGE], data[second : second + PAGE] = (
        data[second : second + PAGE],
        data[first : first + PAGE],
    )


def spoil(dice: random.Random, data: bytearray) -> None:
    at = dice.randrange(100, len(data) - 64)
    data[at : at + 64] = dice.randbytes(64)


def spoil_schema(dice: random.Random, data: bytearray) -> None:
    at = dice.randrange(100, PAGE - 64)
    data[at : at + 64] = dice.randbytes(64)


@pytest.mark.parametrize("harm", [swap, spoil, spoil_schema])
@pytest.mark.parametrize("seed", range(12))
def test_no_damage_is_taken_for_a_fault_of_the_program(
    path: Path, filled: Path, harm: Callable[[random.Random, bytearray], None], seed: int
) -> None:
    data = bytearray(filled.read_bytes())
    harm(random.Random(seed), data)
    path.write_bytes(data)
    try:
        with closing(Workspace.open(path)) as workspace:
            workspace.ask(everything)
            workspace.run(AddProblem("x"))
    except Refusal as refusal:
        assert str(path) in refusal.title  # noqa: PT017 - some damage is where nobody looks


def test_a_fault_of_the_program_is_not_taken_for_damage(memory: Workspace) -> None:
    def faulty(_: UnitOfWork) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        memory.ask(faulty)


def test_a_turn_to_write_is_asked_for_again_and_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pmtui.store import connect as connecting

    Workspace.create(path, "Test").close()
    monkeypatch.setattr(connecting, "_BUSY_SECONDS", 0.3)
    asked: list[str] = []
    with closing(connecting.connect(path)) as connection, closing(foreign(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        connection.set_trace_callback(asked.append)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            connecting.begin_writing(connection)
    assert asked.count("BEGIN IMMEDIATE") > 5
