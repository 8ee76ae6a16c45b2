"""What the shell completes."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

VARIABLE = "_PMTUI_COMPLETE"


def offered(program: Run, line: str) -> list[str]:
    words = line.split(" ")
    out = program(**{VARIABLE: "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}).out
    return [entry.split(",", 1)[1] for entry in out.splitlines() if entry.startswith("plain,")]


@pytest.mark.parametrize(
    ("shell", "words"), [("bash", "complete -o"), ("zsh", "compdef"), ("fish", "complete --no-files")]
)
def test_every_shell_gets_its_script(pmtui: Run, shell: str, words: str) -> None:
    script = pmtui("completion", shell)
    assert script.status == 0
    assert words in script.out
    assert VARIABLE in script.out


def test_commands_options_keys_and_lanes_are_completed(program: Run, pmtui: Run, workspace_file: Path) -> None:
    for title in ("One", "Two"):
        pmtui("add", "problem", title)
    assert offered(program, "pmtui mo") == ["move"]
    assert offered(program, "pmtui list problem --st") == ["--state"]
    assert offered(program, "pmtui list ev") == ["evidence"]
    assert offered(program, "pmtui move p-") == ["P-1", "P-2"]
    assert offered(program, "pmtui move P-1 D") == ["Discovering", "Defined"]
    assert offered(program, f"pmtui -w {workspace_file} show P-2") == ["P-2"]
    assert offered(program, "pmtui export problem P-1") == ["P-1"]


def test_keys_of_every_kind_are_completed_where_a_command_takes_them(
    program: Run, pmtui: Run, workspace_file: Path
) -> None:
    pmtui("add", "problem", "One")
    pmtui("add", "evidence", "A quote", "--problem", "P-1")
    pmtui("add", "persona", "Ana")
    pmtui("add", "objective", "Fewer lost keys")
    pmtui("add", "solution", "A key safe", "--problem", "P-1")
    for number in range(2, 11):
        pmtui("add", "evidence", f"Quote {number}")
    assert offered(program, "pmtui edit ") == ["P-1", *(f"E-{n}" for n in range(1, 11)), "U-1", "O-1", "S-1"]
    assert offered(program, "pmtui delete e-1") == ["E-1", "E-10"]
    assert offered(program, "pmtui show O") == ["O-1"]
    assert offered(program, "pmtui show O-x") == []


def test_without_a_workspace_nothing_is_offered_and_nothing_complained_of(program: Run) -> None:
    ended = program(**{VARIABLE: "bash_complete", "COMP_WORDS": "pmtui show P-", "COMP_CWORD": "2"})
    assert (ended.status, ended.out.strip(), ended.err) == (0, "", "")


def test_a_file_is_offered_first_of_all(program: Run) -> None:
    out = program(**{VARIABLE: "bash_complete", "COMP_WORDS": "pmtui wo", "COMP_CWORD": "1"}).out
    assert "file,wo" in out
