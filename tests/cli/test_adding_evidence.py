import io
import sys
from pathlib import Path

import pytest

from pmtui.services.evidence_triage import MarkQuote
from pmtui.services.workspace import Workspace
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """What standard input holds."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_every_line_of_standard_input_is_a_piece_and_all_are_one_step(
    pmtui: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pmtui("add", "problem", "Keys get lost")
    give(monkeypatch, "One\r\n\n  Two \x1b[31m\nDréi\n".encode())
    done = pmtui("add", "evidence", "-", "--kind", "review", "--tag", "keys", "--problem", "p-1", "--source", "store")
    assert (done.status, done.out) == (0, "Added 3 pieces of evidence\n")
    listed = pmtui("list", "evidence", "--json").json
    assert sorted((piece["title"], piece["kind"], piece["source"]) for piece in listed) == [
        ("Dréi", "review", "store"),
        ("One", "review", "store"),
        ("Two \ufffd[31m", "review", "store"),
    ]
    shown = pmtui("show", "E-1", "--json").json
    assert (shown["tags"], shown["problems"]) == (["keys"], [{"key": "P-1", "title": "Keys get lost"}])
    pmtui("undo")
    assert pmtui("list", "evidence", "--json").json == []


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_empty_standard_input_adds_nothing(pmtui: Run, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    give(monkeypatch, data)
    assert pmtui("add", "evidence", "-").status == 1


def test_bytes_that_are_no_text_are_marked_as_lost(pmtui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"\xef\xbb\xbfcaf\xff")
    assert pmtui("add", "evidence", "-").status == 0
    assert pmtui("show", "E-1", "--json").json["text"] == "caf\ufffd"


def test_a_piece_has_its_type_persona_and_tags(pmtui: Run) -> None:
    pmtui("add", "persona", "Busy parents")
    options = ("--type", "interview", "--persona", "u-1", "--tag", "a,b", "--date", "2026-02-03")
    assert pmtui("add", "evidence", "It is late", *options).status == 0
    shown = pmtui("show", "E-1", "--json").json
    assert (shown["type"], shown["persona"], shown["tags"], shown["date"], shown["highlights"]) == (
        "interview", "U-1", ["a", "b"], "2026-02-03", [],
    )  # fmt: skip
    assert pmtui("add", "evidence", "x", "--persona", "U-9").status == 1
    assert pmtui("add", "evidence", "x", "--type", "rumour").status == 2


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("late", ["E-2", "E-1"]),
        ("type:interview", ["E-2"]),
        ("is:open -soon", ["E-2", "E-1"]),
        ("since:2026-02", ["E-2"]),
    ],
)
def test_evidence_is_listed_by_the_words_and_fields_of_search(pmtui: Run, words: str, keys: list[str]) -> None:
    pmtui("add", "evidence", "It is late", "--date", "2026-01-01")
    pmtui("add", "evidence", "Too late", "--kind", "interview note", "--date", "2026-02-01")
    pmtui("add", "evidence", "Too soon", "--date", "2025-01-01")
    assert [piece["key"] for piece in pmtui("list", "evidence", "--filter", words, "--json").json] == keys


def test_show_says_each_marked_passage(pmtui: Run, workspace_file: Path) -> None:
    pmtui("add", "evidence", "The key was gone. Nobody knew. Late again.")
    workspace = Workspace.open(workspace_file)
    for words in ("Nobody knew.", "Late again."):
        workspace.run(MarkQuote(1, words))
    workspace.close()
    assert pmtui("show", "E-1").out.endswith("\nhighlights\n  Nobody knew.\n  Late again.\n")


def test_a_month_will_do_as_a_date_and_what_is_none_is_refused(pmtui: Run) -> None:
    pmtui("add", "evidence", "It is late", "--date", "2026-02")
    assert pmtui("show", "E-1", "--json").json["date"] == "2026-02"
    refused = pmtui("add", "evidence", "It is late", "--date", "soon")
    assert refused.status == 1
    assert "is not a date" in refused.err
