"""What a user sees of evidence: the list, its rows, and everything about one piece."""

from collections.abc import Sequence

from pmtui.domain.custom import custom_fields
from pmtui.domain.errors import Refusal
from pmtui.domain.evidence import headline
from pmtui.domain.search_query import LONGEST, Field, SearchQuery, parse_query
from pmtui.domain.text import clean_line
from pmtui.services.evidence_views import EvidenceFilter, EvidencePage, EvidenceRow, EvidenceSheet, FilterChoices
from pmtui.store.queries import details, evidence
from pmtui.store.unit_of_work import UnitOfWork

STATES, ORDERS, GROUPS = evidence.STATES, evidence.ORDERS, evidence.GROUPS
CHOICES = 200
_IS_OPEN = Field("is", "open")
_NO_GROUP = {"source": "No source", "kind": "No kind", "type": "No type", "persona": "No persona"}
_FIELDS = ("source", "kind", "type", "persona", "company", "tag", "since")


def evidence_list(uow: UnitOfWork, wanted: EvidenceFilter, limit: int = -1) -> tuple[int | str, ...]:
    """The numbers of the evidence that matches, in order, with headings between groups. limit: -1 for all.

    Raises Refusal for an unknown state, order or group.
    """
    for word, known, what in (
        (wanted.state, STATES, "state"),
        (wanted.order, ORDERS, "order"),
        (wanted.group, ("", *GROUPS), "group"),
    ):
        if word not in known:
            raise Refusal(f"“{word}” is no {what} of evidence.", "Use " + ", ".join(filter(None, known)) + ".")
    query, state = _asked(wanted)
    rows = evidence.matching_evidence(uow.connection, query, state, wanted.order, wanted.group, limit)
    if not wanted.group:
        return tuple([row[0] for row in rows])
    entries: list[int | str] = []
    last: str | None = None
    for number, name in rows:
        if name != last:
            entries.append(name.replace("_", " ") or _NO_GROUP[wanted.group])
            last = name
        entries.append(number)
    return tuple(entries)


def evidence_rows(uow: UnitOfWork, numbers: Sequence[int]) -> dict[int, EvidenceRow]:
    """The rows of these pieces."""
    return {
        number: EvidenceRow(number, quote or headline(text), kind, day, customer, problems, dismissed, same_as, tags)
        for number, quote, text, kind, day, customer, problems, dismissed, same_as, tags in evidence.evidence_rows(
            uow.connection, numbers
        )
    }


def evidence_page(uow: UnitOfWork, wanted: EvidenceFilter, count: int) -> EvidencePage:
    """What a screen of evidence begins with. count: how many rows. Raises as evidence_list does."""
    entries = evidence_list(uow, wanted, count)
    rows = evidence_rows(uow, [entry for entry in entries if isinstance(entry, int)])
    return EvidencePage(entries, rows)


def whole_list(uow: UnitOfWork, wanted: EvidenceFilter) -> tuple[tuple[int | str, ...], int]:
    """The whole list, and how many pieces there are in all. Both take longer, the more there are.

    Raises as evidence_list does.
    """
    return evidence_list(uow, wanted), details.count_all_evidence(uow.connection)


def evidence_sheet(uow: UnitOfWork, number: int) -> EvidenceSheet:
    """Everything about one piece. Raises Refusal when it is gone."""
    piece = uow.evidence.get(number)
    persona = uow.personas.find(piece.persona_id) if piece.persona_id else None
    company = uow.companies.find(piece.company_id) if piece.company_id else None
    tags = [uow.tags.get(link.tag_id).name for link in uow.evidence_tags.all(evidence_id=number)]
    label, outside = details.origin_of(uow.connection, "evidence", number)
    return EvidenceSheet(
        id=number,
        text=piece.text,
        quote=piece.quote,
        highlights=tuple(mark.fragment for mark in uow.highlights.all(evidence_id=number)),
        kind=piece.kind,
        evidence_type=piece.evidence_type,
        source=piece.source,
        url=piece.url,
        author=piece.author,
        occurred_on=piece.occurred_on,
        persona=persona.name if persona else "",
        company=company.name if company else "",
        dismissed_reason=piece.dismissed_reason,
        duplicate_of=piece.duplicate_of,
        tags=tuple(sorted(tags, key=str.casefold)),
        problems=tuple(evidence.problems_of_all(uow.connection, (number,))),
        custom=tuple((str(name), str(value)) for name, value in custom_fields(piece.custom).items()),
        created_at=piece.created_at,
        origin=f"{label} as {outside}" if label else "",
    )


def filter_choices(uow: UnitOfWork) -> FilterChoices:
    """What a filter can choose from."""
    return FilterChoices(
        tuple(evidence.used_words(uow.connection, "source", CHOICES)),
        tuple(evidence.used_words(uow.connection, "kind", CHOICES)),
        tuple(row for row in evidence.used_tags(uow.connection) if row[1]),
        tuple((persona.id, persona.name) for persona in uow.personas.all(order="name")),
    )


def _asked(wanted: EvidenceFilter) -> tuple[SearchQuery, str]:
    """The words and fields of a filter, and its state: a typed is: takes the place of the chosen one."""
    typed = parse_query(clean_line(wanted.words))
    chosen = tuple(Field(name, value) for name in _FIELDS if (value := clean_line(getattr(wanted, name))[:LONGEST]))
    fields = tuple(field for field in typed.fields if field != _IS_OPEN)
    state = wanted.state
    if any(field.name == "is" for field in typed.fields):
        state = "all" if fields == typed.fields else "open"
    return SearchQuery(typed.words, typed.without, (*fields, *chosen)), state
