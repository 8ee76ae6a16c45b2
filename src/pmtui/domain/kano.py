"""Kano: what having and not having something does to customers, from pairs of answers.

The 5 x 5 table of Noriaki Kano and others, "Attractive quality and must-be quality", 1984; the coefficients of Charles
Berger and others, "Kano's methods for understanding customer-defined quality", 1993.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pmtui.domain.errors import Refusal

ANSWERS = ("like it", "expect it", "neutral", "can live with it", "dislike it")
"""What can be answered to “how do you feel if it is there” and “... if it is not there”."""

CLASSES = {
    "M": "must-be",
    "O": "one-dimensional",
    "A": "attractive",
    "I": "indifferent",
    "R": "reverse",
    "Q": "questionable",
}
# One row for each answer when it is there, one letter for each answer when it is not.
_TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")


@dataclass(frozen=True, slots=True)
class KanoResult:
    """What the answers about one problem say. answers: how many there are. counts: by letter of the class.

    letter: the class most answers give; of equal ones the one that asks for more (must-be first). satisfaction: how far
    having it satisfies, 0 to 1; dissatisfaction: how far missing it dissatisfies, -1 to 0; None without an answer in
    the classes M, O, A and I.
    """

    answers: int
    counts: dict[str, int]
    letter: str
    satisfaction: float | None
    dissatisfaction: float | None


def read_answer(text: str) -> int:
    """An answer as people type it, 1 to 5 or in words, as its number. Raises Refusal for anything else."""
    word = " ".join(text.casefold().split())
    numbered = {str(number): number for number in range(1, len(ANSWERS) + 1)}
    numbered |= {answer: number for number, answer in enumerate(ANSWERS, start=1)}
    if word not in numbered:
        known = ", ".join(f"{number} {answer}" for number, answer in enumerate(ANSWERS, start=1))
        raise Refusal(f"“{text}” is no answer to Kano's questions.", f"Use {known}.")
    return numbered[word]


def kano_class(functional: int, dysfunctional: int) -> str:
    """The letter of the class of one pair of answers, each 1 (like it) to 5 (dislike it)."""
    return _TABLE[functional - 1][dysfunctional - 1]


def kano_result(answers: Iterable[tuple[int, int]]) -> KanoResult | None:
    """What pairs of answers say together, None without any."""
    counts = Counter(kano_class(functional, dysfunctional) for functional, dysfunctional in answers)
    if not counts:
        return None
    letter = max(CLASSES, key=lambda one: (counts[one], -list(CLASSES).index(one)))
    told = sum(counts[one] for one in "MOAI")
    return KanoResult(
        counts.total(),
        {one: counts[one] for one in CLASSES if counts[one]},
        letter,
        (counts["A"] + counts["O"]) / told if told else None,
        -(counts["O"] + counts["M"]) / told if told else None,
    )
