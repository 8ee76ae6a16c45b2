"""The roadmap as Markdown."""

from pmtui.services.estimates import SetEstimates
from pmtui.services.objectives import AddObjective, LinkObjective
from pmtui.services.personas import AddPersona, LinkPersonas
from pmtui.services.problems import AddProblem
from pmtui.services.releases import AddRelease, TickLaunchItem
from pmtui.services.roadmap import PutInHorizon
from pmtui.services.roadmap_choices import AddNeed, AssignRelease, PinItems
from pmtui.services.roadmap_pages import roadmap_markdown
from pmtui.services.roadmap_plan import SetCapacity
from pmtui.services.workspace import Workspace
from tests.builders import HOSTILE, add_problem
from tests.export.judge import harms, headings


def test_an_item_says_why_for_whom_and_how_sure(memory: Workspace) -> None:
    add_problem(memory, "Keys get lost", "100", "1", "100%", "2")
    add_problem(memory, "Dust stays", "10", "1", "100%", "3")
    memory.run(AddPersona("Parents", {"population": "100"}))
    memory.run(LinkPersonas((1,), (1,), "50%", "4", "2"))
    memory.run(AddObjective("Trust"))
    memory.run(LinkObjective((1,), 1, 2))
    memory.run(PutInHorizon((1,), "now", "First of all"))
    memory.run(PutInHorizon((2,), "next"))
    memory.run(SetCapacity({"now": "3", "next": "1"}))
    memory.run(AddNeed(2, 1))
    memory.run(PinItems((1,), "Law"))
    memory.run(AddRelease("Spring", "2027-04-01", "quiet", "# Loud\n\nnotes"))
    memory.run(TickLaunchItem(1, True))
    memory.run(AssignRelease((1,), 1))
    page = memory.ask(roadmap_markdown)
    assert page == memory.ask(roadmap_markdown)
    for line in (
        "1 problem, 2 of 3 person-months.",
        "- Why: First of all",
        "- How big: rank 1, value 100, effort 2 person-months",
        "- For: Parents (U-1)",
        "- Serves: Trust (O-1)",
        "- How sure: 0 pieces of evidence for P-1, evidence confidence 0.0 of 10",
        "- Release: R-1 Spring",
        "- Pinned: Law",
        "1 problem, 3 of 1 person-month and 1 that now leaves over, which is more than fits.",
        "- Needs first: P-1",
        "2027-04-01 · quiet launch · P-1",
        "#### Loud",
        "Development: 1 of 2 done",
        "- [x] Tried out with one customer",
    ):
        assert line in page.split("\n"), line


def test_what_is_declined_stands_with_its_reason(memory: Workspace) -> None:
    memory.run(AddProblem("Windows"))
    memory.run(PutInHorizon((1,), "declined", "Ladders"))
    assert "- **P-1** Windows: Ladders" in memory.ask(roadmap_markdown)


def test_words_from_outside_stay_words(memory: Workspace) -> None:
    for number, text in enumerate(HOSTILE, 1):
        memory.run(AddProblem(f"· {text}"))
        memory.run(SetEstimates(number, {"effort": "1"}))
        memory.run(PutInHorizon((number,), ("now", "next", "later", "declined")[number % 4], f"· {text}"))
        memory.run(AddRelease(f"· {text}", notes=text))
    page = memory.ask(roadmap_markdown)
    assert harms(page) == []
    assert [words for level, words in headings(page) if level == 2] == ["Now", "Next", "Later", "Declined", "Releases"]
