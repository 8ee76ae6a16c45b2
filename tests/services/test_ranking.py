"""Ranked by a scorecard or by a lens."""

import pytest

from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.links import ProblemPersona
from pmtui.domain.persona import Persona
from pmtui.services.details import why
from pmtui.services.estimates import SetEstimates
from pmtui.services.lists import problem_list
from pmtui.services.ranking import MoveWeight, RankBy, agreement, ranking_view, scorecard_named, scorecards
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem, score_errors


def link(workspace: Workspace, problem: int, affected: str, population: str = "1000") -> int:
    class Link:
        def run(self, uow: UnitOfWork) -> Outcome:
            persona = uow.personas.add(Persona(0, f"Persona of {problem}", uow.now, uow.now, population=population))
            uow.problem_personas.add(ProblemPersona(0, problem, persona, affected, "2", "3"))
            return Outcome("Linked", created=persona)

    return workspace.run(Link()).created or 0


def ranked(workspace: Workspace) -> list[int | str]:
    listed = workspace.ask(problem_list, ProblemFilter(state="ranked"))
    return list(listed.entries)


@pytest.fixture
def two(memory: Workspace) -> Workspace:
    """The customer would solve 1 first, the business 2."""
    for affected, relief, gained in (("50%", "80%", "100"), ("10%", "50%", "9000")):
        number = add_problem(memory, "a problem", "100", "1", "80%", "1")
        link(memory, number, affected)
        memory.run(SetEstimates(number, {"relief": relief, "value_gained": gained}))
    return memory


def test_each_lens_has_its_own_order(two: Workspace) -> None:
    two.run(RankBy("customer"))
    assert ranked(two) == [1, 2]
    two.run(RankBy("business"))
    assert ranked(two) == [2, 1]
    assert two.ask(problem_list, ProblemFilter()).ranked_by == "Business lens v1"


def test_the_weight_of_the_blend_moves_the_order(two: Workspace) -> None:
    two.run(RankBy("blend", 0.9))
    assert ranked(two) == [1, 2]
    two.run(RankBy("blend", 0.1))
    assert ranked(two) == [2, 1]
    two.undo()
    assert ranked(two) == [1, 2]


def test_the_beginning_of_one_name_alone_names_a_scorecard(two: Workspace) -> None:
    assert two.ask(scorecard_named, "ice").name == "ICE (product)"
    with pytest.raises(Refusal, match="no scorecard"):
        two.ask(scorecard_named, " ")


def test_a_scorecard_is_named_in_any_case_and_an_unknown_one_refused_with_those_there_are(two: Workspace) -> None:
    two.run(RankBy("rice"))
    with pytest.raises(Refusal, match="no scorecard moon"):
        two.run(RankBy("moon"))
    assert [scorecard.name for scorecard in two.ask(scorecards)][:3] == ["RICE", "ICE (product)", "WSJF"]


def test_the_disagreement_list_names_both_ranks(two: Workspace) -> None:
    found = two.ask(agreement)
    assert found.tau == -1
    assert [(gap.number, gap.customer, gap.business) for gap in found.gaps] == [(1, 1, 2), (2, 2, 1)]


def test_why_shows_what_is_worked_out_with_its_source(two: Workspace) -> None:
    two.run(RankBy("blend", 0.5))
    factors = {factor.code: factor for factor in two.ask(why, 1).factors}
    assert factors["scale"].value == "3,000"
    assert factors["scale"].source == "from the personas that have it"
    assert factors["value_per_month"].value == "100"
    assert factors["strategic_fit"].value == "0.5"


def test_scores_follow_the_population_of_a_persona(two: Workspace) -> None:
    two.run(RankBy("customer"))
    before = two.ask(why, 1).score

    class Grow:
        def run(self, uow: UnitOfWork) -> Outcome:
            from pmtui.domain.base import evolve

            uow.personas.save(evolve(uow.personas.get(1), population="2000"))
            return Outcome("Grew")

    two.run(Grow())
    after = two.ask(why, 1).score
    assert before is not None
    assert after == 2 * before
    assert two.ask(score_errors) == []


def test_what_is_worked_out_can_not_be_typed(two: Workspace) -> None:
    with pytest.raises(Refusal, match="Scale is not typed"):
        two.run(SetEstimates(1, {"scale": "5"}))


def test_weights_are_moved_by_steps_that_add_up_and_stop_at_the_ends_of_the_scale(two: Workspace) -> None:
    two.run(MoveWeight(0.05))
    assert (two.ask(ranking_view).name, two.ask(ranking_view).customer_weight) == ("blend", 0.5)
    for _ in range(12):
        two.run(MoveWeight(0.05))
    assert two.ask(ranking_view).customer_weight == 1
    assert two.run(MoveWeight(0.05)).step is None
