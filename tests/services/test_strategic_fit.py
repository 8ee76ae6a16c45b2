"""The strategic fit of the business lens comes from the objectives that a problem serves."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.links import FITS
from pmtui.services.details import estimate_views, why
from pmtui.services.estimates import SetEstimates, preview_estimates
from pmtui.services.objectives import AddObjective, DeleteObjective, LinkObjective, UnlinkObjective
from pmtui.services.problems import AddProblem
from pmtui.services.ranking import RankBy
from pmtui.services.uncertainty import present_contest
from pmtui.services.workspace import Command, Workspace
from pmtui.store.queries.problems import ranked_scores
from tests.builders import Clock, foreign, score_errors


@pytest.fixture
def valued(memory: Workspace) -> Workspace:
    """A problem worth 100 a month for an effort of 1, ranked by the business lens, and two objectives."""
    return fill(memory)


def fill(workspace: Workspace) -> Workspace:
    for command in (
        AddProblem("Keys get lost"),
        SetEstimates(1, {"value_gained": "100", "effort": "1"}),
        RankBy("business"),
        AddObjective("Same cleaner"),
        AddObjective("More offices"),
    ):
        workspace.run(command)
    return workspace


def score(workspace: Workspace) -> float:
    ((_, value),) = workspace.ask(lambda uow: ranked_scores(uow.connection))
    assert workspace.ask(score_errors) == []
    return value


def source(workspace: Workspace) -> str:
    factors = workspace.ask(why, 1).factors
    return next(factor.source for factor in factors if factor.code == "strategic_fit")


def test_it_is_a_half_without_an_objective_and_else_the_largest_fit(valued: Workspace) -> None:
    assert (score(valued), source(valued)) == (50, "0.5: it serves no objective")
    valued.run(LinkObjective((1,), 1, 1))
    assert (score(valued), source(valued)) == (100, "1: it serves O-1 partly")
    valued.run(LinkObjective((1,), 2, 2))
    assert (score(valued), source(valued)) == (200, "2: it serves O-2 strongly")
    valued.run(DeleteObjective(2))
    assert score(valued) == 100
    valued.run(UnlinkObjective((1,), 1))
    assert score(valued) == 50
    valued.undo()
    assert score(valued) == 100


def test_one_that_was_estimated_stands_before_it(valued: Workspace) -> None:
    valued.run(LinkObjective((1,), 1, 2))
    valued.run(SetEstimates(1, {"strategic_fit": "1.5"}, {"strategic_fit": "a guess"}))
    assert score(valued) == 150
    assert "a guess" in source(valued)


def test_the_form_says_where_it_comes_from_and_scores_with_it_while_one_types(valued: Workspace) -> None:
    valued.run(LinkObjective((1,), 1, 2))
    views = {view.code: view for view in valued.ask(estimate_views, 1)}
    assert (views["strategic_fit"].text, views["strategic_fit"].derived) == ("", "2: it serves O-1 strongly")
    texts = {code: view.text for code, view in views.items()}
    assert valued.ask(preview_estimates, 1, texts).score == 200
    assert valued.ask(preview_estimates, 1, texts | {"strategic_fit": "1"}).score == 100


def test_the_simulation_draws_with_it(valued: Workspace) -> None:
    valued.run(LinkObjective((1,), 1, 2))
    assert valued.ask(present_contest).score(1) == 200
    valued.run(SetEstimates(1, {"strategic_fit": "1"}))
    assert valued.ask(present_contest).score(1) == 100


def test_a_fit_that_another_program_wrote_out_of_its_scale_does_not_count(path: Path) -> None:
    workspace = fill(Workspace.create(path, "Test", "test", Clock()))
    workspace.run(LinkObjective((1,), 1, 1))
    other = foreign(path)
    other.execute("INSERT INTO problem_objective (problem_id, objective_id, fit) VALUES (1, 2, 9e999)")
    other.close()
    workspace.run(AddProblem("Another one"))
    ((_, value),) = workspace.ask(lambda uow: ranked_scores(uow.connection))
    assert value == 100
    workspace.close()


LINKS = st.lists(
    st.one_of(
        st.builds(LinkObjective, st.just((1,)), st.integers(1, 2), st.sampled_from(sorted(FITS))),
        st.builds(UnlinkObjective, st.just((1,)), st.integers(1, 2)),
        st.sampled_from([SetEstimates(1, {"strategic_fit": "0.75"}), SetEstimates(1, {"strategic_fit": ""})]),
    ),
    max_size=8,
)


@given(LINKS)
def test_after_any_changes_the_score_is_that_of_the_estimate_or_of_the_best_link(commands: list[Command]) -> None:
    workspace = fill(Workspace.in_memory(Clock()))
    links: dict[int, float] = {}
    typed = None
    for command in commands:
        workspace.run(command)
        if isinstance(command, LinkObjective):
            links[command.objective] = command.fit
        elif isinstance(command, UnlinkObjective):
            links.pop(command.objective, None)
        elif isinstance(command, SetEstimates):
            typed = float(command.texts["strategic_fit"] or 0) or None
        assert score(workspace) == 100 * (typed or max(links.values(), default=0.5))
    workspace.close()
