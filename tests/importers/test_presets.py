"""Formats known by their headers alone, told by a few lines of each."""

import json

import pytest

from pmtui.domain.errors import Refusal
from tests.importers.reading import Outcome


def test_taskwarrior_keeps_what_is_done_and_declines_what_was_deleted() -> None:
    tasks = [
        {"uuid": "a", "entry": "20260501T080000Z", "description": "Call", "status": "pending", "urgency": 1},
        {"uuid": "b", "entry": "20260501T080000Z", "description": "Write", "status": "deleted", "tags": ["home"]},
        {"uuid": "c", "entry": "20260501T080000Z", "description": "Buy", "status": "completed"},
    ]
    outcome = Outcome(json.dumps(tasks), "export.json")
    assert outcome.proposal.preset.name == "taskwarrior"
    assert outcome.titles == ["Call", "Write", "Buy"]
    assert outcome.count("lane") == {"Inbox": 1, "": 1, "Launched": 1}
    assert outcome.drafts[1].values["horizon"] == "declined"
    assert outcome.drafts[0].values["created_at"] == "2026-05-01T08:00:00Z"


def test_ticktick_numbers_its_statuses_and_has_its_header_below_others() -> None:
    text = (
        '"Date: 2026-02-27+0000"\n"Version: 7.1"\n"Status:\n0 Normal\n1 Completed\n2 Archived"\n'
        '"Folder Name","List Name","Title","Tags","Content","Status","Created Time","Completed Time","taskId"\n'
        '"Work","Beta","One","a, b","Text","0","2026-02-15 09:30:00","","1"\n'
        '"Work","Beta","Two","","","1","2026-02-10 08:00:00","2026-02-25 16:45:30","2"\n'
    )
    outcome = Outcome(text)
    assert outcome.proposal.preset.name == "ticktick"
    assert outcome.count("lane") == {"Inbox": 1, "Launched": 1}
    assert outcome.drafts[0].tags == ("a", "b")


def test_wekan_stages_are_its_lists_whatever_they_are_called() -> None:
    outcome = Outcome("Title,Description,Stage,Owner,Members,Labels\nOne,Text,Stage 3,ann,ann bob,Sales\n")
    assert outcome.proposal.preset.name == "wekan"
    assert [plan.word for plan in outcome.proposal.statuses] == ["Stage 3"]
    assert outcome.drafts[0].tags == ("Sales", "Stage 3")


@pytest.mark.parametrize("name", ["persona.md", "notes.markdown"])
def test_a_text_with_headings_and_no_persona_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match="Markdown"):
        Outcome("# Title\n\nOne, two, and three\n", name)


def test_an_object_that_is_no_record_and_holds_none_is_refused() -> None:
    with pytest.raises(Refusal, match="no list of records"):
        Outcome('{"item": {"id": "1"}, "included": {"lists": []}}', "board.json")


@pytest.mark.parametrize("first", ["(C) 2026-05-01 Call @home", "The app is slow in the morning", "Too slow!"])
def test_lines_without_a_name_above_them_are_all_taken(first: str) -> None:
    outcome = Outcome(f"{first}\nSlow\nAnd dear, too\n", "lines.txt")
    assert outcome.texts == [first, "Slow", "And dear, too"]
    assert outcome.proposal.notes[0] == "no header found: the columns are numbered"


@pytest.mark.parametrize("name", ["feedback", "What people said", "What would you wish for, and why of all things?"])
def test_a_name_above_lines_is_no_line(name: str) -> None:
    assert Outcome(f"{name}\nThe app is slow in the morning\n", "lines.txt").texts == ["The app is slow in the morning"]
