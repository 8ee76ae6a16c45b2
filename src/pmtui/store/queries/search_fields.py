"""What the fields of a search ask of problems and evidence."""

from collections.abc import Sequence

from pmtui.domain.keys import KEY_LETTERS, Kind
from pmtui.domain.search_query import Field
from pmtui.store.queries.matching import containing

_DAY_OF_EVIDENCE = "coalesce(nullif(r.occurred_on, ''), r.created_at)"
_DONE = "r.lane_id IN (SELECT id FROM lane WHERE phase = 'done')"


def _named(kind: Kind, column: str) -> str:
    letter = KEY_LETTERS[kind]
    return (
        f"r.{column} IN (SELECT id FROM {kind.value} "
        f"WHERE '{letter}-' || id = :exact{{n}} COLLATE NOCASE OR name LIKE :part{{n}} ESCAPE '\\')"
    )


# What a field asks of a row r. :exact is its value; :start and :part are patterns of what starts with it and holds it.
_ASKED: dict[Kind, dict[str, str]] = {
    Kind.EVIDENCE: {
        "type": "r.evidence_type LIKE replace(:start{n}, '-', '\\_') ESCAPE '\\'",
        "kind": "r.kind LIKE :start{n} ESCAPE '\\'",
        "source": "r.source LIKE :part{n} ESCAPE '\\'",
        "persona": _named(Kind.PERSONA, "persona_id"),
        "company": _named(Kind.COMPANY, "company_id"),
        "tag": "r.id IN (SELECT x.evidence_id FROM evidence_tag x JOIN tag t ON t.id = x.tag_id "
        "WHERE t.name LIKE :start{n} ESCAPE '\\')",
        "problem": "r.id IN (SELECT x.evidence_id FROM problem_evidence x JOIN problem p ON p.id = x.problem_id "
        "WHERE 'P-' || p.id = :exact{n} COLLATE NOCASE OR p.title LIKE :part{n} ESCAPE '\\')",
        "since": f"{_DAY_OF_EVIDENCE} >= :exact{{n}}",
        "until": f"substr({_DAY_OF_EVIDENCE}, 1, length(:exact{{n}})) <= :exact{{n}}",
        "is:evidence": "1",
        "is:connected": "EXISTS (SELECT 1 FROM problem_evidence x WHERE x.evidence_id = r.id)",
        "is:unconnected": "NOT EXISTS (SELECT 1 FROM problem_evidence x WHERE x.evidence_id = r.id)",
        "is:dismissed": "r.dismissed_reason <> ''",
        "is:duplicate": "r.duplicate_of IS NOT NULL",
    },
    Kind.PROBLEM: {
        "persona": "r.id IN (SELECT x.problem_id FROM problem_persona x JOIN persona u ON u.id = x.persona_id "
        "WHERE 'U-' || u.id = :exact{n} COLLATE NOCASE OR u.name LIKE :part{n} ESCAPE '\\')",
        "tag": "r.id IN (SELECT x.problem_id FROM problem_tag x JOIN tag t ON t.id = x.tag_id "
        "WHERE t.name LIKE :start{n} ESCAPE '\\')",
        "since": "r.created_at >= :exact{n}",
        "until": "substr(r.created_at, 1, length(:exact{n})) <= :exact{n}",
        "is:problem": "1",
        "is:open": f"r.horizon <> 'declined' AND NOT {_DONE}",
        "is:done": _DONE,
        "is:declined": "r.horizon = 'declined'",
        "is:connected": "EXISTS (SELECT 1 FROM problem_evidence x WHERE x.problem_id = r.id)",
        "is:unconnected": "NOT EXISTS (SELECT 1 FROM problem_evidence x WHERE x.problem_id = r.id)",
    },
}


IMPOSSIBLE = "(0)"


def field_conditions(kind: Kind, asked: Sequence[Field]) -> tuple[list[str], dict[str, object]]:
    """What fields ask of a row r of the problems or the evidence, and the values this needs.

    A field that the kind has not asks for IMPOSSIBLE.
    """
    conditions, values = list[str](), dict[str, object]()
    for place, field in enumerate(asked):
        name = f"is:{field.value.lower()}" if field.name == "is" else field.name
        condition = _ASKED[kind].get(name, "0").format(n=place)
        conditions.append(f"NOT coalesce(({condition}), 0)" if field.is_excluded else f"({condition})")
        part = containing(field.value)
        values |= {f"exact{place}": field.value, f"start{place}": part[1:], f"part{place}": part}
    return conditions, values
