"""MoSCoW words and Kano answers of the problems of a workspace."""

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.classifications import AddKanoAnswer, kano_in_words, kano_of, must_in_words
from pmtui.services.details import problem_detail
from pmtui.services.lists import problem_list
from pmtui.services.problems import DeleteProblems, SetField
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, digest


@pytest.fixture
def efforts(memory: Workspace) -> Workspace:
    for word, effort in (("must", "6"), ("should", "2"), ("could", "1"), ("won't", "50"), ("", "9")):
        number = add_problem(memory, word or "none", "100", "1", "80%", effort)
        if word:
            memory.run(SetField((number,), "moscow", word))
    return memory


def test_problems_are_grouped_by_their_word_with_what_the_musts_take(efforts: Workspace) -> None:
    listed = efforts.ask(problem_list, ProblemFilter(group="moscow"))
    assert listed.entries == ("Must", 1, "Should", 2, "Could", 3, "No MoSCoW word", 5, "Won't", 4)
    assert listed.remark == "musts take 67% of the effort, over the limit of 60%"
    efforts.run(SetField((2, 3), "moscow", ""))
    assert "100%" in efforts.ask(must_in_words)


def test_without_a_word_there_is_nothing_to_say(memory: Workspace) -> None:
    add_problem(memory, "a", "100", "1", "80%", "1")
    assert memory.ask(must_in_words) == ""


def test_kano_answers_make_the_class_of_a_problem(efforts: Workspace) -> None:
    for functional, dysfunctional in ((1, 5), (1, 5), (1, 3)):
        efforts.run(AddKanoAnswer(1, functional, dysfunctional, "Ann"))
    found = efforts.ask(kano_of, 1)
    assert found is not None
    words = "one-dimensional (3 answers), satisfaction 1.00, dissatisfaction -0.67"
    assert kano_in_words(found) == words
    assert efforts.ask(problem_detail, 1).kano == words
    assert efforts.ask(kano_of, 2) is None


def test_an_answer_is_undone_and_redone_and_goes_with_its_problem(efforts: Workspace) -> None:
    before = efforts.ask(digest)
    efforts.run(AddKanoAnswer(1, 1, 5))
    after = efforts.ask(digest)
    efforts.undo()
    assert efforts.ask(digest) == before
    efforts.redo()
    assert efforts.ask(digest) == after
    efforts.run(DeleteProblems((1,)))
    assert efforts.ask(lambda uow: uow.kano_answers.all()) == []


@pytest.mark.parametrize(("functional", "dysfunctional"), [(0, 1), (1, 6)])
def test_another_answer_is_refused(efforts: Workspace, functional: int, dysfunctional: int) -> None:
    with pytest.raises(Refusal, match="no answer"):
        efforts.run(AddKanoAnswer(1, functional, dysfunctional))


@pytest.fixture
def classed(efforts: Workspace) -> Workspace:
    """P-1 is attractive, P-3 a must-be; the others have no answers."""
    efforts.run(AddKanoAnswer(1, 1, 3))
    efforts.run(AddKanoAnswer(3, 2, 5))
    return efforts


def test_problems_are_filtered_by_word_and_class(classed: Workspace) -> None:
    assert classed.ask(problem_list, ProblemFilter(moscow="should")).entries == (2,)
    assert classed.ask(problem_list, ProblemFilter(moscow="none")).entries == (5,)
    assert classed.ask(problem_list, ProblemFilter(kano="must-be")).entries == (3,)
    assert classed.ask(problem_list, ProblemFilter(kano="none")).entries == (2, 5, 4)


def test_problems_are_grouped_and_ordered_by_class_with_what_has_no_answers_last(classed: Workspace) -> None:
    grouped = classed.ask(problem_list, ProblemFilter(group="kano"))
    assert grouped.entries == ("Must-be", 3, "Attractive", 1, "No Kano answers", 2, 5, 4)
    assert classed.ask(problem_list, ProblemFilter(order="kano")).entries == (3, 1, 2, 5, 4)
    assert classed.ask(problem_list, ProblemFilter(order="moscow")).entries == (1, 2, 3, 5, 4)
    by_both = classed.ask(problem_list, ProblemFilter(order="kano", group="moscow"))
    assert by_both.entries[:4] == ("Must", 1, "Should", 2)
