"""MoSCoW and Kano: what must be done, and what having and not having something does to customers."""

from dataclasses import dataclass

from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.kano import ANSWERS, CLASSES, KanoResult, kano_result
from pmtui.domain.keys import problem_key
from pmtui.domain.links import KanoAnswer
from pmtui.domain.moscow import MUST_LIMIT, must_share
from pmtui.domain.text import clean_line
from pmtui.store.queries import problems
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class AddKanoAnswer:
    """Keep what one customer answered: how they feel if a problem is solved and if it is not.

    functional, dysfunctional: 1 (like it) to 5 (dislike it). answered_by: who, or "".
    """

    problem: int
    functional: int
    dysfunctional: int
    answered_by: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Keep it. Raises Refusal for an answer that is none of the five."""
        for answer in (self.functional, self.dysfunctional):
            if not 1 <= answer <= len(ANSWERS):
                words = ", ".join(f"{place} {word}" for place, word in enumerate(ANSWERS, start=1))
                raise Refusal(f"{answer} is no answer to Kano's questions.", f"Use {words}.")
        key = problem_key(uow.problems.get(self.problem).id)
        who = clean_line(self.answered_by)
        uow.kano_answers.add(KanoAnswer(0, self.problem, self.functional, self.dysfunctional, who, uow.now))
        return Outcome(f"Added a Kano answer to {key}")


def kano_of(uow: UnitOfWork, problem: int) -> KanoResult | None:
    """What the answers about a problem say together, None without any."""
    answers = uow.kano_answers.all(problem_id=problem)
    places = range(1, len(ANSWERS) + 1)
    return kano_result(
        (answer.functional, answer.dysfunctional)
        for answer in answers
        if answer.functional in places and answer.dysfunctional in places  # another program may write any number
    )


def kano_classes(uow: UnitOfWork) -> dict[int, str]:
    """The name of the Kano class of every problem that has answers, by number."""
    problems_asked = sorted({answer.problem_id for answer in uow.kano_answers.all()})
    found = ((number, kano_of(uow, number)) for number in problems_asked)
    return {number: CLASSES[result.letter] for number, result in found if result is not None}


def kano_in_words(found: KanoResult) -> str:
    """A result in one line: attractive (12 answers), satisfaction 0.67, dissatisfaction -0.25."""
    words = f"{CLASSES[found.letter]} ({found.answers:,} {'answer' if found.answers == 1 else 'answers'})"
    if found.satisfaction is not None and found.dissatisfaction is not None:
        words += f", satisfaction {found.satisfaction:.2f}, dissatisfaction {found.dissatisfaction:.2f}"
    return words


def must_in_words(uow: UnitOfWork) -> str:
    """The musts' part of the effort of the open problems, "" where no effort is known."""
    efforts = problems.moscow_efforts(uow.connection)
    found = must_share(efforts)
    if found.share is None:
        return ""
    warning = f", over the limit of {MUST_LIMIT:.0%}" if found.too_much else ""
    return f"musts take {found.share:.0%} of the effort{warning}"
