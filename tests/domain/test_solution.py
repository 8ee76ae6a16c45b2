import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount, central_value
from pmtui.domain.solution import EFFORT, Assumption, Experiment, Solution, read_effort
from pmtui.domain.solution_prompts import solution_prompts

STATEMENT = "Who: busy parents\nNeed: to know who holds their key\nBecause: keys wander\nSo that: they can go to work"


def test_the_riskiest_assumption_matters_most_and_is_known_least() -> None:
    grades = [(5, 1), (4, 1), (5, 3), (3, 3), (1, 5)]
    risks = [Assumption(1, 1, "True", "viable", *grade).risk for grade in grades]
    assert risks == [4, 3, 2, 0, -4]


@pytest.mark.parametrize("grade", [0, 6, -1])
def test_grades_go_from_one_to_five(grade: int) -> None:
    with pytest.raises(Refusal, match="from 1 to 5"):
        Assumption(1, 1, "True", "viable", importance=grade)
    with pytest.raises(Refusal, match="from 1 to 5"):
        Assumption(1, 1, "True", "viable", support=grade)


def test_words_outside_the_lists_are_refused() -> None:
    with pytest.raises(Refusal, match="kind of assumption"):
        Assumption(1, 1, "True", "pretty")
    with pytest.raises(Refusal, match="outcome of an experiment"):
        Experiment(1, 1, "Try", "", "", outcome="great")


@pytest.mark.parametrize("title", ["", "  "])
def test_everything_needs_a_title(title: str) -> None:
    for make in (
        lambda: Solution(1, 1, title, "", ""),
        lambda: Assumption(1, 1, title, "viable"),
        lambda: Experiment(1, 1, title, "", ""),
    ):
        with pytest.raises(Refusal, match="needs a title"):
            make()


def test_an_effort_is_read_like_an_estimate_of_effort() -> None:
    assert read_effort(" ") is None
    amount = read_effort("1..4")
    assert amount == Amount(1, 4, None)
    assert central_value(amount, EFFORT) == pytest.approx(2)
    with pytest.raises(Refusal):
        read_effort("much")


def test_prompts_use_the_words_of_the_problem() -> None:
    prompts = dict(solution_prompts("Keys get lost", STATEMENT))
    assert list(prompts) == ["How might we", "Inversion", "Analogy", "Remove a step"]
    assert prompts["How might we"] == (
        "How might we help busy parents to know who holds their key, so that they can go to work?"
    )
    assert "“Keys get lost”" in prompts["Inversion"]
    assert "need to know who holds their key" in prompts["Analogy"]
    assert "keys wander" in prompts["Remove a step"]


@pytest.mark.parametrize("statement", ["", "Just words.", "Who: parents"])
def test_prompts_do_with_a_title_alone(statement: str) -> None:
    for _, words in solution_prompts("Keys get lost!", statement):
        assert words.endswith((".", "?"))
        assert "parents" in words or "“Keys get lost”" in words
