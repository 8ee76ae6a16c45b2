import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Estimate
from pmtui.services.estimates import SetEstimates, preview_estimates
from pmtui.services.problems import AddProblem, DeleteProblems
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, digest


def kept(workspace: Workspace, number: int = 1) -> dict[int, Estimate]:
    """The estimates of a problem by criterion number."""
    return {found.criterion_id: found for found in workspace.ask(lambda uow: uow.estimates.all(problem_id=number))}


@pytest.fixture
def one(memory: Workspace) -> Workspace:
    add_problem(memory, "One", "200..800", "2", "80%", "1")
    return memory


def test_estimates_are_kept_with_range_central_value_date_reason_and_origin(memory: Workspace) -> None:
    add_problem(memory)
    memory.run(
        SetEstimates(1, {"reach": "200..800", "impact": "1..3 ~1.5"}, {"reach": " survey\x1b "}, origin="imported")
    )
    reach, impact = kept(memory)[1], kept(memory)[2]
    assert (reach.low, reach.high, reach.middle, reach.central) == (200, 800, None, 400)
    assert (reach.made_on, reach.origin, reach.reason) == ("2026-03-01", "imported", "survey\ufffd")
    assert (impact.low, impact.high, impact.middle, impact.central) == (1, 3, 1.5, 1.5)


def test_an_empty_text_takes_an_estimate_away(one: Workspace) -> None:
    one.run(SetEstimates(1, {"reach": " "}))
    assert 1 not in kept(one)
    assert one.run(SetEstimates(1, {"reach": ""})).step is None


def test_the_same_estimate_again_is_no_step_and_keeps_its_date(one: Workspace) -> None:
    assert one.run(SetEstimates(1, {"reach": "200 to 800", "effort": "1.0"}, made_on="2027-01-01")).step is None


def test_a_new_value_keeps_its_number_and_its_reason(one: Workspace) -> None:
    one.run(SetEstimates(1, {"reach": "5"}, {"reach": "survey"}))
    before = kept(one)[1]
    one.run(SetEstimates(1, {"reach": "6"}))
    assert (kept(one)[1].id, kept(one)[1].reason) == (before.id, "survey")


@pytest.mark.parametrize("texts", [{"reach": "5", "impact": "9"}, {"reach": "5", "nothing": "1"}, {"reach": "x"}])
def test_estimates_are_set_together_or_not_at_all(one: Workspace, texts: dict[str, str]) -> None:
    before = one.ask(digest)
    with pytest.raises(Refusal):
        one.run(SetEstimates(1, texts))
    assert one.ask(digest) == before


def test_estimates_of_a_problem_that_is_gone_are_refused(one: Workspace) -> None:
    one.run(DeleteProblems((1,)))
    with pytest.raises(Refusal, match="There is no P-1"):
        one.run(SetEstimates(1, {"reach": "5"}))
    with pytest.raises(Refusal, match="There is no P-1"):
        one.ask(preview_estimates, 1, {})


def test_an_estimate_that_was_changed_meanwhile_is_not_overwritten(one: Workspace) -> None:
    one.run(SetEstimates(1, {"reach": "999"}))
    with pytest.raises(Refusal, match="Reach was changed meanwhile: it is now 999"):
        one.run(SetEstimates(1, {"reach": "5"}, seen={"reach": "200..800"}))
    one.run(SetEstimates(1, {"reach": ""}))
    with pytest.raises(Refusal, match="it is now empty"):
        one.run(SetEstimates(1, {"reach": "5"}, seen={"reach": "200..800"}))


@pytest.mark.parametrize("theirs", ["999", ""])
def test_an_untouched_field_of_the_form_lets_what_was_changed_meanwhile_be(one: Workspace, theirs: str) -> None:
    seen = {"reach": "200..800", "impact": "2"}
    one.run(SetEstimates(1, {"reach": theirs}))
    after = kept(one).get(1)
    one.run(SetEstimates(1, {"reach": "200..800", "impact": "3"}, seen=seen))
    assert kept(one).get(1) == after
    assert kept(one)[2].central == 3


def test_an_estimate_that_others_made_where_the_form_was_empty_is_kept(one: Workspace) -> None:
    one.run(AddProblem("Two"))
    one.run(SetEstimates(2, {"reach": "7"}))
    one.run(SetEstimates(2, {"reach": "", "effort": "2"}, seen={"reach": "", "effort": ""}))
    assert kept(one, 2)[1].central == 7


def test_an_untouched_form_keeps_every_digit(one: Workspace) -> None:
    one.run(SetEstimates(1, {"reach": "1234567.891"}))
    assert one.run(SetEstimates(1, {"reach": "1,234,567.891"}, seen={"reach": "1,234,567.891"})).step is None
    assert kept(one)[1].central == 1234567.891


def test_a_reason_may_change_alone(one: Workspace) -> None:
    one.run(SetEstimates(1, {"reach": "200..800"}, {"reach": "asked sales"}, seen={"reach": "200..800"}))
    assert (kept(one)[1].reason, kept(one)[1].central) == ("asked sales", 400)


def test_the_preview_tells_score_and_rank_now_and_then(memory: Workspace) -> None:
    for title, reach in (("A", "300"), ("B", "200"), ("C", "100")):
        add_problem(memory, title, reach, "1", "100%", "1")
    typed = {"reach": "250", "impact": "1", "rice_confidence": "100%", "effort": "1"}
    preview = memory.ask(preview_estimates, 3, typed)
    assert (preview.score_now, preview.rank_now) == (100, 3)
    assert (preview.score, preview.rank, preview.ranked_count) == (250, 2, 3)
    assert preview.readings["reach"] == "counts as 250"
    assert preview.complaints == {}


def test_the_preview_complains_field_by_field_and_names_what_is_missing(memory: Workspace) -> None:
    add_problem(memory)
    preview = memory.ask(preview_estimates, 1, {"reach": "many", "impact": "2", "effort": " "})
    assert set(preview.complaints) == {"reach"}
    assert preview.missing == ("reach", "rice_confidence", "effort")
    assert (preview.score, preview.rank, preview.score_now, preview.rank_now) == (None, None, None, None)


def test_the_preview_is_what_then_happens(memory: Workspace) -> None:
    for number in range(1, 6):
        add_problem(memory, str(number), str(100 * number), "1", "100%", "1")
    typed = {"reach": "250..600", "impact": "2", "rice_confidence": "50%", "effort": "0.2"}
    before = memory.ask(preview_estimates, 2, typed)
    memory.run(SetEstimates(2, typed))
    after = memory.ask(preview_estimates, 2, typed)
    assert (before.score, before.rank) == (after.score_now, after.rank_now)
