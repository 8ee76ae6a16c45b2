"""What a brief says to whom, and what stands behind each claim."""

from dataclasses import dataclass

import pytest

from pmtui.domain.brief import AUDIENCES, Claim
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, company_key, decision_key, evidence_key, objective_key, persona_key, solution_key
from pmtui.domain.links import ProblemObjective
from pmtui.domain.objective import KeyResult, Objective
from pmtui.domain.release import LaunchItem, Release
from pmtui.domain.roadmap import Dependency, RoadmapItem
from pmtui.domain.solution import Assumption, Experiment, Solution
from pmtui.services.briefs import brief, brief_markdown
from pmtui.services.decisions import AddDecision
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.personas import AddPersona, LinkPersonas
from pmtui.services.problems import SetField
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem
from tests.export.judge import HOSTILE, harms, shown

DAY = "2026-03-01T09:00:00Z"


@pytest.fixture
def keys_problem(memory: Workspace) -> int:
    """A problem with a persona, evidence of it, an estimate and a decision."""
    number = add_problem(memory, "Keys get lost", "400", "2", "80%", "3", statement="Who: Parents\nNeed: keys back")
    memory.run(AddPersona("Busy parents", {"population": "4200", "jobs": "- Get home in time", "picture": "Two jobs"}))
    memory.run(LinkPersonas((number,), (1,), "30%", "4", "3"))
    memory.run(AddEvidence("I gave my key to three people", company="Acme", problems=(number,), persona=1))
    memory.run(AddDecision({"title": "Keys first", "choice": "Number the keys", "driver": "Ann"}, problems=(number,)))
    return number


def claims(memory: Workspace, number: int, audience: str) -> dict[str, Claim]:
    """The claims of a brief by their words."""
    made = memory.ask(brief, number, audience)
    return {claim.words: claim for section in made.sections for claim in section.claims}


@dataclass(frozen=True, slots=True)
class Plan:
    """Give a problem a chosen solution, an experiment, an objective, a problem it needs first, and a release."""

    number: int
    needs: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add them."""
        uow.solutions.add(Solution(0, self.number, "Number the keys", DAY, DAY, "A tag on **each** key", "1..2"))
        uow.solutions.add(Solution(0, self.number, "No keys at all", DAY, DAY))
        uow.assumptions.add(Assumption(0, 1, "Cleaners read tags", "desirable", 5, 1))
        uow.assumptions.add(Assumption(0, 1, "Tags can be printed", "feasible", 3, 4))
        uow.experiments.add(
            Experiment(0, 1, "Tag ten keys", DAY, DAY, 1, "", "none lost", "one lost", "failed", evidence_id=1)
        )
        uow.releases.add(Release(0, "Spring launch", DAY, DAY, "2026-04-01"))
        uow.roadmap_items.add(RoadmapItem(0, self.number, solution_id=1, release_id=1))
        uow.launch_items.add(LaunchItem(0, 1, "sales", "Tell the offices", 1))
        uow.launch_items.add(LaunchItem(0, 1, "marketing", "Write the page"))
        uow.dependencies.add(Dependency(0, self.number, self.needs))
        uow.objectives.add(Objective(0, "Nobody waits for a key", DAY, DAY))
        uow.key_results.add(KeyResult(0, 1, "Lost keys", DAY, DAY, "a month", 12, 2, 8))
        uow.problem_objectives.add(ProblemObjective(0, self.number, 1, 2))
        return Outcome("Planned")


def put(memory: Workspace, number: int) -> None:
    """Give a problem a plan."""
    memory.run(Plan(number, add_problem(memory, "Keys have no tags")))


def test_a_claim_is_supported_by_evidence_or_a_decision_and_by_nothing_else() -> None:
    assert Claim("x", (evidence_key(1),)).is_supported
    assert Claim("x", (persona_key(1), decision_key(1))).is_supported
    assert not Claim("x", (persona_key(1), solution_key(1), company_key(2), objective_key(1))).is_supported
    assert not Claim("x").is_supported


def test_what_a_persona_suffers_rests_on_what_that_persona_said(memory: Workspace, keys_problem: int) -> None:
    memory.run(AddPersona("Offices", {"population": "90"}))
    memory.run(LinkPersonas((keys_problem,), (2,), "50%"))
    found = claims(memory, keys_problem, "developers")
    heard = found["Busy parents: 30% of 4,200 people, 4 times a month, severity 3 of 4"]
    assert heard.keys == (persona_key(1), evidence_key(1))
    silent = found["Offices: 50% of 90 people"]
    assert not silent.is_supported


def test_an_estimate_is_supported_by_the_evidence_its_reason_names(memory: Workspace, keys_problem: int) -> None:
    memory.run(SetEstimates(keys_problem, {"effort": "4"}, {"effort": "as E-1 and e-99 say"}))
    found = claims(memory, keys_problem, "executives")
    effort = next(claim for words, claim in found.items() if words.startswith("Effort"))
    reach = next(claim for words, claim in found.items() if words.startswith("Reach"))
    assert effort.keys == (evidence_key(1),)
    assert not reach.is_supported


def test_claims_without_support_are_listed_at_the_end(memory: Workspace, keys_problem: int) -> None:
    page = shown(memory.ask(brief_markdown, keys_problem, "executives"))
    ending = page[page.index("Claims without support") :]
    assert "Reach 400" in ending
    assert "Keys first" not in ending


def test_what_is_still_to_be_done_needs_no_support(memory: Workspace, keys_problem: int) -> None:
    put(memory, keys_problem)
    found = memory.ask(brief, keys_problem, "marketing")
    (task,) = (claim for section in found.sections for claim in section.claims if claim.words.startswith("Write"))
    assert not task.is_supported
    assert task not in found.unsupported


def test_each_audience_hears_what_it_needs(memory: Workspace, keys_problem: int) -> None:
    put(memory, keys_problem)
    pages = {audience: shown(memory.ask(brief_markdown, keys_problem, audience)) for audience in AUDIENCES}
    assert "Tags can be printed" in pages["developers"]
    assert "Keys have no tags. (P-2)" in pages["developers"]
    assert "Busy parents, a job: Get home in time. (U-1, E-1)" in pages["designers"]
    assert "Cleaners read tags" in pages["designers"]
    assert "Tag ten keys. Success is: none lost. Failed: one lost. (X-1, E-1)" in pages["designers"]
    assert "Write the page: to do" in pages["marketing"]
    assert "Acme spoke of it. (C-1, E-1)" in pages["sales"]
    assert "Tell the offices: done" in pages["sales"]
    assert "It comes with Spring launch on 2026-04-01. (R-1)" in pages["sales"]
    assert "It strongly serves: Nobody waits for a key. (O-1)" in pages["executives"]
    assert "Lost keys: from 12 to 2 a month, now 8" in pages["executives"]


def test_once_a_solution_is_chosen_the_others_are_left_out(memory: Workspace, keys_problem: int) -> None:
    put(memory, keys_problem)
    page = shown(memory.ask(brief_markdown, keys_problem, "developers"))
    assert "The chosen solution" in page
    assert "Number the keys, 1..2 person-months. (S-1, D-1, E-1)" in page
    assert "No keys at all" not in page


def test_a_decision_supports_what_it_names_and_nothing_else(memory: Workspace, keys_problem: int) -> None:
    put(memory, keys_problem)
    memory.run(SetField((keys_problem,), "horizon", "now"))
    words = {"title": "Tags", "choice": "O-1 and keys have no tags come first, NOW.", "driver": "Ann"}
    memory.run(AddDecision(words, problems=(keys_problem,)))
    pages = {audience: claims(memory, keys_problem, audience) for audience in ("developers", "executives")}
    named = {
        claim: [str(key) for key in found.keys if key.kind is Kind.DECISION]
        for page in pages.values()
        for claim, found in page.items()
    }
    assert named["Keys have no tags"] == ["D-2"]
    assert named["It strongly serves: Nobody waits for a key"] == ["D-2"]
    assert named["On the roadmap it stands under now"] == ["D-2"]
    assert named["Number the keys, 1..2 person-months"] == ["D-1"]


def test_a_superseded_decision_supports_nothing(memory: Workspace, keys_problem: int) -> None:
    memory.run(AddDecision({"title": "Keys later", "driver": "Ann"}, problems=(keys_problem,), supersedes=1))
    assert "Keys first: Number the keys" not in claims(memory, keys_problem, "executives")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_in_a_brief_of_hostile_words_is_harmful(memory: Workspace, audience: str) -> None:
    for words in HOSTILE:
        if words.strip():
            number = add_problem(memory, f"x{words}", statement=words)
            memory.run(AddEvidence(f"x{words}", author=words, company=words, problems=(number,)))
    for problem in memory.ask(lambda uow: uow.problems.all()):
        assert not list(harms(memory.ask(brief_markdown, problem.id, audience)))


def test_the_same_workspace_gives_the_same_bytes(memory: Workspace, keys_problem: int) -> None:
    for audience in AUDIENCES:
        assert memory.ask(brief_markdown, keys_problem, audience) == memory.ask(brief_markdown, keys_problem, audience)


def test_a_brief_of_a_problem_that_is_gone_is_refused(memory: Workspace) -> None:
    with pytest.raises(Refusal, match="P-9"):
        memory.ask(brief, 9, "sales")
