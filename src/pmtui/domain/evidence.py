"""Evidence: one thing a customer said or did."""

from dataclasses import dataclass

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal

EVIDENCE_TYPES = (
    "self_conviction",
    "pitch",
    "theme",
    "opinion",
    "estimate",
    "anecdote",
    "interview",
    "market_data",
    "test",
    "launch_data",
)
TYPE_OF_KIND = {
    "quote": "anecdote",
    "ticket": "anecdote",
    "review": "anecdote",
    "sales note": "anecdote",
    "interview note": "interview",
    "survey answer": "market_data",
    "measurement": "launch_data",
}


def default_type(kind: str) -> str:
    """The evidence type that a kind of evidence has unless it is set otherwise."""
    return TYPE_OF_KIND.get(kind, "anecdote")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence.

    text: what was said or done, whole. quote: the fragment of it worth showing, or "". kind: a free word (quote,
    ticket, review, ...). occurred_on: ISO 8601 date or moment with the precision its source gave, or "".
    company_id: the customer organisation or household, if known. persona_id: whom it speaks for, if known.
    dismissed_reason: why it is of no use, or "". duplicate_of: the piece it says the same as, by the same customer;
    it then counts no more. custom: JSON object of imported fields without a place of their own.
    """

    id: int
    text: str
    created_at: str
    kind: str = "quote"
    evidence_type: str = "anecdote"
    quote: str = ""
    source: str = ""
    url: str = ""
    author: str = ""
    occurred_on: str = ""
    company_id: int | None = None
    persona_id: int | None = None
    dismissed_reason: str = ""
    duplicate_of: int | None = None
    custom: str = "{}"

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise Refusal("A piece of evidence needs a text.", "Write down what the customer said or did.")
        one_of(self.evidence_type, EVIDENCE_TYPES, "evidence type")


def headline(text: str, limit: int = 200) -> str:
    """The first line of a text that says something: what stands for it in a list.

    It is cut to limit characters, after a whole word where there is one in its second half.
    """
    for line in text.splitlines():
        if words := line.strip():
            return words if len(words) <= limit else _beginning(words, limit - 1) + "…"
    return ""


def _beginning(words: str, limit: int) -> str:
    end = words.rfind(" ", limit // 2, limit + 1)
    return words[: end if end > 0 else limit].rstrip(" ,;:.-–—")
