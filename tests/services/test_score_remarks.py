"""What is said of a score besides: what the file said, and how many answers it rests on."""

from pmtui.services.details import why
from pmtui.services.estimates import SetEstimates, criteria_to_type, preview_estimates
from pmtui.services.ranking import RankBy
from pmtui.services.uncertainty import doubtful_contest, rank_uncertainty
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, digest
from tests.services.conftest import Imports

RICE = "Feature,Reach,Impact,Confidence,Effort,RICE Score\nA,450,3,100%,2,675\nB,800,2,50,1,900\n"


def test_another_score_of_the_file_is_said_beside_ours(imports: Imports) -> None:
    imports.run(RICE)
    assert imports.workspace.ask(why, 1).remarks == ()
    (remark,) = imports.workspace.ask(why, 2).remarks
    assert remark == "In the file it came from: RICE Score: 900. Our formula counts."
    imports.workspace.run(RankBy("WSJF"))
    assert imports.workspace.ask(why, 2).remarks == ()


def surveyed(workspace: Workspace, answers: str) -> None:
    workspace.run(RankBy("Opportunity"))
    for importance in ("8", "7.8"):
        number = add_problem(workspace, importance)
        workspace.run(SetEstimates(number, {"importance": importance, "satisfaction": "4", "answers": answers}))


def test_few_answers_give_a_wide_interval_that_overlaps_its_neighbour(memory: Workspace) -> None:
    surveyed(memory, "50")
    first, second = memory.ask(why, 1), memory.ask(why, 2)
    assert first.score == 12
    assert first.remarks[0].endswith("too few to rank it against P-2.")
    assert second.remarks[0].endswith("too few to rank it against P-1.")


def test_many_answers_tell_neighbours_apart(memory: Workspace) -> None:
    surveyed(memory, "100,000")
    assert memory.ask(why, 1).remarks[0].startswith("By its 100,000 answers the score is between 1")
    assert "too few" not in memory.ask(why, 1).remarks[0]


def test_the_ranking_is_as_doubtful_as_the_number_of_answers(memory: Workspace) -> None:
    surveyed(memory, "50")
    found = memory.ask(doubtful_contest)
    assert found is not None
    close = rank_uncertainty(found).standings[1].first
    assert 0.4 < close < 0.75
    for number in (1, 2):
        memory.run(SetEstimates(number, {"answers": "1,000,000"}))
    sure = memory.ask(doubtful_contest)
    assert sure is not None
    assert rank_uncertainty(sure).standings[1].first > 0.999
    for number in (1, 2):
        memory.run(SetEstimates(number, {"answers": ""}))
    assert memory.ask(doubtful_contest) is None


def test_the_number_of_answers_is_asked_with_importance_and_kept_at_its_first_use(memory: Workspace) -> None:
    memory.run(RankBy("Opportunity"))
    assert [one.code for one in memory.ask(criteria_to_type)] == ["importance", "satisfaction", "answers"]
    number = add_problem(memory, "a")
    before = memory.ask(digest)
    memory.run(SetEstimates(number, {"answers": "120"}))
    assert [one.name for one in memory.ask(lambda uow: uow.criteria.all(code="answers"))] == ["Answers"]
    memory.undo()
    assert memory.ask(digest) == before


def test_the_interval_is_there_while_the_answers_are_typed(memory: Workspace) -> None:
    memory.run(RankBy("Opportunity"))
    number = add_problem(memory, "a")
    typed = {"importance": "8", "satisfaction": "4"}
    assert memory.ask(preview_estimates, number, typed).interval is None
    interval = memory.ask(preview_estimates, number, {**typed, "answers": "60"}).interval
    assert interval is not None
    assert interval[0] < 12 < interval[1]
