"""A record as a page to read: its facts, and the words in it."""

from dataclasses import dataclass, fields

from pmtui.domain.evidence import headline
from pmtui.domain.keys import Key, Kind, evidence_key, problem_key
from pmtui.store.unit_of_work import UnitOfWork

_PERSONA_TEXTS = ("quote", "jobs", "pains", "gains", "notes")
_DECISION_TEXTS = ("context", "options", "choice", "reason", "prediction", "learned")


@dataclass(frozen=True, slots=True)
class RecordPage:
    """key, title; facts: name and value of each; texts: heading (or "") and words of each."""

    key: str
    title: str
    facts: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]


def record_page(uow: UnitOfWork, kind: Kind, number: int) -> RecordPage:
    """The page of a piece of evidence, a persona, a company or a decision. Raises Refusal when it is gone."""
    if kind is Kind.EVIDENCE:
        return _evidence_page(uow, number)
    if kind is Kind.PERSONA:
        persona = uow.personas.get(number)
        about = (("Role", persona.role), ("Population", persona.population))
        texts = tuple((name.capitalize(), getattr(persona, name)) for name in _PERSONA_TEXTS)
        return _page(kind, number, persona.name, about, texts)
    if kind is Kind.DECISION:
        return _decision_page(uow, number)
    company = uow.companies.get(number)
    shown = {field.name: getattr(company, field.name) for field in fields(company)}
    facts = tuple((name.capitalize(), f"{shown[name] or ''}") for name in ("tier", "revenue", "size"))
    said = "\n".join(
        f"{evidence_key(piece.id)} {headline(piece.text)}" for piece in uow.evidence.all(company_id=number)
    )
    return _page(kind, number, company.name, facts, (("Evidence", said),))


def _decision_page(uow: UnitOfWork, number: int) -> RecordPage:
    decision = uow.decisions.get(number)
    facts = (("Driver", decision.driver), ("Approver", decision.approver), ("Review", decision.review_on))
    texts = tuple((name.capitalize(), getattr(decision, name)) for name in _DECISION_TEXTS)
    return _page(Kind.DECISION, number, decision.title, facts, texts)


def _evidence_page(uow: UnitOfWork, number: int) -> RecordPage:
    piece = uow.evidence.get(number)
    company = uow.companies.find(piece.company_id) if piece.company_id else None
    persona = uow.personas.find(piece.persona_id) if piece.persona_id else None
    facts = (
        ("Kind", f"{piece.kind}, {piece.evidence_type.replace('_', ' ')}"),
        ("Source", piece.source),
        ("Author", piece.author),
        ("Company", company.name if company else ""),
        ("Persona", persona.name if persona else ""),
        ("Date", piece.occurred_on),
        ("Tags", ", ".join(uow.tags.get(link.tag_id).name for link in uow.evidence_tags.all(evidence_id=number))),
        ("Dismissed", piece.dismissed_reason),
        ("Merged into", str(evidence_key(piece.duplicate_of)) if piece.duplicate_of else ""),
    )
    links = uow.problem_evidence.all(evidence_id=number)
    problems = "\n".join(f"{problem_key(link.problem_id)} {uow.problems.get(link.problem_id).title}" for link in links)
    return _page(Kind.EVIDENCE, number, "", facts, (("", piece.text), ("Problems", problems)))


def _page(
    kind: Kind, number: int, title: str, facts: tuple[tuple[str, str], ...], texts: tuple[tuple[str, str], ...]
) -> RecordPage:
    return RecordPage(
        str(Key(kind, number)),
        title,
        tuple(fact for fact in facts if fact[1]),
        tuple(text for text in texts if text[1]),
    )
