"""The short keys people say and type: `P-12`, `E-381`, `C-7`."""

import re
from dataclasses import dataclass
from enum import StrEnum

from pmtui.domain.errors import Refusal


class Kind(StrEnum):
    """What a record is. The value is its table's name and the word of the command line."""

    WORKSPACE = "workspace"
    PROBLEM = "problem"
    EVIDENCE = "evidence"
    COMPANY = "company"
    PERSONA = "persona"
    TAG = "tag"
    PROBLEM_TAG = "problem_tag"
    EVIDENCE_TAG = "evidence_tag"
    PROBLEM_EVIDENCE = "problem_evidence"
    PROBLEM_PERSONA = "problem_persona"
    HIGHLIGHT = "highlight"
    CRITERION = "criterion"
    ESTIMATE = "estimate"
    SCORECARD = "scorecard"
    CONFIDENCE_LADDER = "confidence_ladder"
    BOARD = "board"
    LANE = "lane"
    LANE_CHANGE = "lane_change"
    KANO_ANSWER = "kano_answer"
    COMPARISON = "comparison"
    DECISION = "decision"
    DECISION_PROBLEM = "decision_problem"
    DECISION_EVIDENCE = "decision_evidence"
    STRATEGY_BOX = "strategy_box"
    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    PROBLEM_OBJECTIVE = "problem_objective"
    SUB_PROBLEM = "sub_problem"
    SOLUTION = "solution"
    ASSUMPTION = "assumption"
    EXPERIMENT = "experiment"
    RELEASE = "release"
    LAUNCH_ITEM = "launch_item"
    ROADMAP_ITEM = "roadmap_item"
    DEPENDENCY = "dependency"
    CAPACITY = "capacity"
    SAVED_VIEW = "saved_view"
    IMPORT_SOURCE = "import_source"
    IMPORT_LINK = "import_link"
    IMPORT_RUN = "import_run"


KEY_LETTERS = {
    Kind.PROBLEM: "P",
    Kind.EVIDENCE: "E",
    Kind.COMPANY: "C",
    Kind.PERSONA: "U",
    Kind.DECISION: "D",
    Kind.OBJECTIVE: "O",
    Kind.KEY_RESULT: "K",
    Kind.SOLUTION: "S",
    Kind.EXPERIMENT: "X",
    Kind.RELEASE: "R",
}
_KIND_OF_LETTER = {letter: kind for kind, letter in KEY_LETTERS.items()}
_KEY = re.compile(r"\s*([A-Za-z])-?([0-9]{1,18})\s*")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The name of one record: its kind and its number, written `P-12`."""

    kind: Kind
    number: int

    def __str__(self) -> str:
        return f"{KEY_LETTERS[self.kind]}-{self.number}"

    @classmethod
    def parse(cls, text: str, kind: Kind | None = None) -> "Key":
        """Read a key as people type it, in any case. Raises Refusal, also when it is not of the wanted kind."""
        match = _KEY.fullmatch(text)
        found = _KIND_OF_LETTER.get(match[1].upper()) if match else None
        if match is None or found is None:
            raise Refusal(
                f"“{text}” is not a key.",
                "A key looks like P-12 (problem), E-381 (evidence), U-3 (persona), C-7 (company), D-5 (decision), "
                "O-1 (objective), K-2 (key result), S-4 (solution), X-2 (experiment) or R-1 (release).",
            )
        if kind is not None and found is not kind:
            raise Refusal(
                f"{found.value.replace('_', ' ').capitalize()} {text} is not a {kind.value.replace('_', ' ')}.",
                f"Its key starts with {KEY_LETTERS[kind]}.",
            )
        return cls(found, int(match[2]))


def problem_key(number: int) -> Key:
    """The key of a problem."""
    return Key(Kind.PROBLEM, number)


def keys_in_words(numbers: tuple[int, ...]) -> str:
    """The keys of some problems as a step's label names them."""
    if len(numbers) > 3:
        return f"{len(numbers):,} problems"
    return ", ".join(str(problem_key(number)) for number in numbers)


def persona_key(number: int) -> Key:
    """The key of a persona."""
    return Key(Kind.PERSONA, number)


def company_key(number: int) -> Key:
    """The key of a company."""
    return Key(Kind.COMPANY, number)


def decision_key(number: int) -> Key:
    """The key of a decision."""
    return Key(Kind.DECISION, number)


def evidence_key(number: int) -> Key:
    """The key of a piece of evidence."""
    return Key(Kind.EVIDENCE, number)


def objective_key(number: int) -> Key:
    """The key of an objective."""
    return Key(Kind.OBJECTIVE, number)


def key_result_key(number: int) -> Key:
    """The key of a key result."""
    return Key(Kind.KEY_RESULT, number)


def solution_key(number: int) -> Key:
    """The key of a solution."""
    return Key(Kind.SOLUTION, number)


def experiment_key(number: int) -> Key:
    """The key of an experiment."""
    return Key(Kind.EXPERIMENT, number)


def release_key(number: int) -> Key:
    """The key of a release."""
    return Key(Kind.RELEASE, number)
