"""The evidence of a problem as a Markdown page to hand over."""

from pmtui.domain.keys import evidence_key, problem_key
from pmtui.export import evidence as page
from pmtui.services.confidence import problem_confidence
from pmtui.store.queries import details
from pmtui.store.unit_of_work import UnitOfWork


def evidence_markdown(uow: UnitOfWork, problem: int) -> str:
    """The evidence of a problem that counts, the newest first. Raises Refusal when the problem is gone."""
    found = problem_confidence(uow, problem)
    evidence = details.evidence_of(uow.connection, [problem], found.pieces)[problem]
    return page.evidence_markdown(
        page.EvidencePage(
            key=str(problem_key(problem)),
            title=uow.problems.get(problem).title,
            confidence=found.value,
            ladder=found.ladder,
            parts=tuple(
                (part.evidence_type.replace("_", " "), part.points, tuple(map(_key, part.pieces)))
                for part in found.parts
            ),
            undated=tuple(map(_key, found.undated)),
            customers=found.customers,
            pieces=tuple(
                page.PieceLine(
                    _key(number),
                    _quotes(uow, number, quote) or (text,),
                    (author, company, kind, source, occurred_on[:10]),
                )
                for number, quote, text, kind, source, author, company, occurred_on in evidence
            ),
        )
    )


def _quotes(uow: UnitOfWork, number: int, quote: str) -> tuple[str, ...]:
    marked = (highlight.fragment for highlight in uow.highlights.all(evidence_id=number))
    return tuple(dict.fromkeys(words for words in (quote, *marked) if words))


def _key(number: int) -> str:
    return str(evidence_key(number))
