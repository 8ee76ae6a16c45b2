"""Searching from the command line."""

from pathlib import Path

import pytest

from pmtui.services.example import create_example
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def example(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = own_folders / "example.pmtui"
    create_example(path)
    monkeypatch.setenv("PMTUI_WORKSPACE", str(path))


def test_what_was_found_has_the_promised_fields(pmtui: Run) -> None:
    rows = pmtui("search", "keys", "--json").json
    assert {tuple(row) for row in rows} == {("key", "kind", "title", "excerpt")}
    assert {row["kind"] for row in rows} >= {"problem", "evidence"}


def test_people_read_it_by_kind_and_unmarked_where_no_terminal_is(pmtui: Run) -> None:
    lines = pmtui("search", "key*").out.splitlines()
    assert lines[0].startswith("Problems (")
    assert any(line.startswith("Evidence (") for line in lines)
    assert "\x1b" not in "".join(lines)


def test_words_may_be_one_argument_or_several(pmtui: Run) -> None:
    assert pmtui("search", "keys", "lost").out == pmtui("search", "keys lost").out


def test_finding_nothing_is_said_and_is_no_error(pmtui: Run) -> None:
    ended = pmtui("search", "zzzzzz")
    assert (ended.status, ended.out, ended.err) == (0, "", "Nothing was found.\n")
    assert pmtui("search", "zzzzzz", "--json").json == []


def test_what_is_not_known_is_said_beside_the_answer(pmtui: Run) -> None:
    ended = pmtui("search", "type:nonsense", "--json")
    assert (ended.status, ended.json) == (0, [])
    assert "There is no evidence type “nonsense”" in ended.err


def test_words_that_begin_with_a_dash_come_after_two(pmtui: Run) -> None:
    assert "Keys" not in pmtui("search", "--", "-lost", "keys").out.split("Evidence")[0]
