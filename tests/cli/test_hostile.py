"""Whatever a text holds, nothing but plain text reaches the terminal, and nothing crashes."""

import json
import sqlite3
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmtui.cli.commands import COMMANDS
from tests.cli.conftest import Run

HOSTILE = (
    "[/]", "[ABC-123] fix", "[@click=app.quit]q[/]", "a\x1b[31mred\x1b]0;PWNED\x07b", "\x9b31m \x90 \x9d52;c;x\x9c",
    "\x7f", "line one\nline two\ttab", "\u202egnp.exe\u202c", "e" + "\u0301" * 1000, "\udcff alone", "=1+1",
    "| a | b |", "--json", "\u2028next", "\r\rover", "😀 鍵 ก็", "-x",
)  # fmt: skip
VIEWS = (
    ["list", "problem"], ["list", "evidence"], ["list", "company"], ["list", "tag"], ["rank"], ["show", "P-1"],
    ["show", "E-1"], ["show", "C-1"], ["history"], ["search", "is:evidence"], ["export", "problems"],
    ["export", "board"], ["export", "problem", "P-1"],
)  # fmt: skip


def unshowable(text: str) -> set[str]:
    """The characters a terminal may act on, or that can't be shown."""
    return {
        character
        for character in text
        if character not in "\n"
        and (unicodedata.category(character) in ("Cc", "Cs") or character in "\u202a\u202b\u202c\u202d\u202e")
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_character_of_a_text_reaches_the_output(pmtui: Run, workspace_file: Path, text: str) -> None:
    texts = f"x{text}"
    assert pmtui("add", "problem", texts, "--statement", texts, "--tag", texts.replace(",", "")).status == 0
    assert pmtui("add", "evidence", texts, "--problem", "P-1", "--company", texts, "--author", texts).status == 0
    pmtui("estimate", "P-1", "reach=1", "impact=1", "confidence=1", "effort=1", "--reason", texts)
    for view in VIEWS:
        ended = pmtui(*view)
        assert ended.status == 0, ended.err
        assert not unshowable(ended.out + ended.err)
        if view[0] != "export":
            in_json = pmtui(*view, "--json")
            assert not unshowable(in_json.out)
            assert in_json.json


@pytest.mark.parametrize("text", ["a\x1b[31mred", "\x9b31m", "\x7f\x00", "\u202ex"])
def test_not_even_one_that_another_program_wrote_into_the_file(pmtui: Run, workspace_file: Path, text: str) -> None:
    pmtui("add", "problem", "Title", "--tag", "tag")
    pmtui("add", "evidence", "Text", "--company", "Company", "--problem", "P-1")
    connection = sqlite3.connect(workspace_file)
    for statement in (
        "UPDATE problem SET title = ?1, statement = ?1", "UPDATE evidence SET text = ?1, author = ?1",
        "UPDATE company SET name = ?1", "UPDATE tag SET name = ?1", "UPDATE lane SET name = ?1 || id",
    ):  # fmt: skip
        connection.execute(statement, (text,))
    connection.commit()
    connection.close()
    for view in (*VIEWS, ["list", "lane"], ["move", "P-1", "nowhere"]):
        ended = pmtui(*view)
        assert not unshowable(ended.out + ended.err), view
        assert "bug in pmtui" not in ended.err
        if view[0] != "export":
            assert not unshowable(pmtui(*view, "--json").out)


@pytest.mark.parametrize("text", HOSTILE)
def test_complaints_quote_it_safely(pmtui: Run, workspace_file: Path, text: str) -> None:
    for arguments in (
        ["show", "--", text], ["move", "P-1", "--", text], ["-w", f"x{text}.pmtui", "rank"], ["list", "--", text],
        ["estimate", "P-1", "--", text], ["--", text], ["rank", f"--{text}"], ["export", "board", "-o", f"no/{text}"],
    ):  # fmt: skip
        ended = pmtui(*arguments)
        assert ended.status in (1, 2), arguments
        assert not unshowable(ended.err), arguments
        assert "bug in pmtui" not in ended.err, (arguments, ended.err)


def test_the_shell_is_offered_clean_words(program: Run, workspace_file: Path) -> None:
    program("add", "problem", "x\x1b[31m\nplain,P-666")
    offered = program(_PMTUI_COMPLETE="zsh_complete", COMP_WORDS="pmtui show P-", COMP_CWORD="2")
    assert not unshowable(offered.out)
    assert offered.out.split("\n")[1::3] == ["P-1"]


words = st.one_of(
    st.sampled_from(
        [*COMMANDS, "problem", "evidence", "problems", "board", "P-1", "E-1", "Inbox", "--json", "--tag", "--limit",
         "--lane", "--filter", "--state", "all", "-w", "--", "reach=1", "-1", ""]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
)  # fmt: skip


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(words, max_size=6))
def test_no_arguments_make_it_crash(pmtui: Run, workspace_file: Path, arguments: list[str]) -> None:
    if "new" in arguments or "-o" in arguments or "demo" in arguments:
        arguments = [*arguments, "--help"]  # these write where they are told
    ended = pmtui(*arguments)
    assert ended.status in (0, 1, 2)
    assert "bug in pmtui" not in ended.err, ended.err
    assert not unshowable(ended.out + ended.err)
    if "--json" in arguments and ended.status:
        assert set(json.loads(ended.err)["error"]) == {"title", "hint"}
