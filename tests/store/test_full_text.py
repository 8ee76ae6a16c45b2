"""The full-text indexes follow the words of the records, and nothing but the words."""

from contextlib import closing
from pathlib import Path

import pytest

from pmtui.services.workspace import Workspace
from tests.builders import add_problem, check_full_text, foreign


@pytest.fixture
def problem_file(path: Path) -> Path:
    """A workspace with one problem, `Keys get lost`."""
    workspace = Workspace.create(path, "Test")
    add_problem(workspace, "Keys get lost")
    workspace.close()
    return path


@pytest.mark.parametrize(
    ("change", "is_written"),
    [
        ("title = 'Locks jam'", True),
        ("notes = 'At night.'", True),
        ("id = 7", True),
        ("position = position + 1", False),
        ("horizon = 'now', title = title", False),
    ],
)
def test_an_index_is_written_only_when_words_or_numbers_changed(
    problem_file: Path, change: str, is_written: bool
) -> None:
    index = "SELECT id, block FROM problem_fts_data ORDER BY id"
    with closing(foreign(problem_file)) as other:
        before = other.execute(index).fetchall()
        other.execute(f"UPDATE problem SET {change}")
        assert (other.execute(index).fetchall() != before) == is_written
    check_full_text(problem_file)


def test_changed_words_are_found_and_the_former_ones_no_longer(problem_file: Path) -> None:
    with closing(foreign(problem_file)) as other:
        other.execute("UPDATE problem SET title = 'Locks jam'")
        for word, times in (("locks", 1), ("keys", 0)):
            found = other.execute("SELECT count(*) FROM problem_fts WHERE problem_fts MATCH ?", (word,))
            assert found.fetchone() == (times,)
