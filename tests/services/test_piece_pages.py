import pytest

from pmtui.services.evidence import AddEvidence
from pmtui.services.evidence_triage import MarkQuote
from pmtui.services.evidence_views import EvidenceFilter
from pmtui.services.piece_pages import listed_markdown, piece_markdown
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from tests.builders import HOSTILE


def test_a_page_has_the_words_their_source_and_the_problems_they_speak_for(memory: Workspace) -> None:
    memory.run(AddProblem("Keys get lost"))
    memory.run(AddEvidence("The key\nwas lost", "ticket", "desk", "Ann", "2026-02-01", "Acme", (1,)))
    memory.run(MarkQuote(1, "was lost"))
    page = memory.ask(piece_markdown, 1)
    assert page.startswith("# Evidence E-1\n\n> The key")
    assert "E-1 · ticket · 2026-02-01 · Ann · Acme · desk" in page
    assert "**Quote:** was lost\n\n- P-1 Keys get lost\n" in page


def test_a_list_is_handed_over_in_its_order_or_the_part_of_it_that_is_selected(memory: Workspace) -> None:
    for text in ("One", "Two", "Three"):
        memory.run(AddEvidence(text))
    page = memory.ask(listed_markdown, EvidenceFilter(order="key"))
    assert [line for line in page.splitlines() if line.startswith("#")] == ["# Evidence", "## E-1", "## E-2", "## E-3"]
    page = memory.ask(listed_markdown, EvidenceFilter(), (3, 1))
    assert "2 pieces of evidence." in page
    assert "Two" not in page


@pytest.mark.parametrize("text", HOSTILE[::4])
def test_odd_words_never_begin_a_heading(memory: Workspace, text: str) -> None:
    if not text.strip():
        return
    memory.run(AddEvidence(text))
    page = memory.ask(piece_markdown, 1)
    assert [line for line in page.splitlines() if line.startswith("#")] == ["# Evidence E-1"]
