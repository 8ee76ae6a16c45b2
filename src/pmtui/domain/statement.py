"""The statement of a problem: who has which need, because of what, so that what becomes possible.

It is kept as text with labelled lines, so that it reads well anywhere and can be written by hand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LABELS = ("Who", "Need", "Because", "So that")
_FIELDS = ("who", "need", "because", "so_that")
_LINE = re.compile(rf"({'|'.join(LABELS)}):[ \t]*(.*)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Statement:
    """The four parts, one line each, "" when not said; rest: what else the text holds, such as background."""

    who: str = ""
    need: str = ""
    because: str = ""
    so_that: str = ""
    rest: str = ""

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """The four parts in order."""
        return self.who, self.need, self.because, self.so_that


def read_statement(text: str) -> Statement:
    """The parts of a text. The first line with a label counts; whatever has none, or has it again, is the rest."""
    found: dict[str, str] = {}
    rest = []
    for line in text.split("\n"):
        match = _LINE.fullmatch(line)
        if match and match[1] not in found and match[2].strip():
            found[match[1]] = match[2].strip()
        else:
            rest.append(line)
    who, need, because, so_that = (found.get(label, "") for label in LABELS)
    return Statement(who, need, because, so_that, "\n".join(rest).strip("\n"))


def write_statement(statement: Statement) -> str:
    """The text of a statement: read_statement gives it back. Parts that are not said have no line."""
    lines = (
        f"{label}: {_SPACES.sub(' ', part).strip()}"
        for label, part in zip(LABELS, statement.parts, strict=True)
        if part.strip()
    )
    return "\n\n".join(filter(None, ("\n".join(lines), statement.rest.strip("\n"))))


def in_a_sentence(statement: Statement) -> str:
    """The parts as one sentence, "" when none is said: Parents need keys back the same day, because ..., so that ..."""
    who, need, because, so_that = (part.rstrip(" .;,") for part in statement.parts)
    sentence = ", ".join(_clauses(who, need, because, so_that))
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""


def _clauses(who: str, need: str, because: str, so_that: str) -> Iterator[str]:
    if who or need:
        yield f"{who or 'someone'} {'needs' if not who else 'need'} {need}" if need else f"for {who}"
    if because:
        yield f"because {because}"
    if so_that:
        yield f"so that {so_that}"


# Words that begin as many complaints as solutions (support, use, offer, launch) are left out on purpose.
_SOLUTION = re.compile(
    r"(?:we (?:need|want|could use) (?:to \w+|an?|the|more)|we (?:should|must) \w+|let'?s \w+|there should be|"
    r"(?:please )?(?:add|build|create|implement|introduce|develop|make|provide|integrate|redesign|rewrite|automate|"
    r"migrate to|switch to|install|hire|buy|set up))\b",
    re.IGNORECASE,
)
QUESTIONS = (
    "Who would use it, and what are they trying to get done?",
    "What goes wrong for them today without it?",
    "What would it let them do that they can't do now?",
)
"""What leads from a solution back to the problem it is meant to solve."""


def solution_words(title: str) -> str:
    """The first words of a title that word it as a solution, such as “we need a”; "" where it reads as a problem."""
    match = _SOLUTION.match(title.strip())
    return match[0] if match else ""
