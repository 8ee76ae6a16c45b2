"""One search over evidence, problems, solutions, strategy, releases, decisions, personas, companies, tags and keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pmtui.domain.errors import Refusal
from pmtui.domain.evidence import headline
from pmtui.domain.keys import KEY_LETTERS, Key, Kind
from pmtui.domain.search_excerpt import Excerpt, Marker
from pmtui.domain.search_query import SearchQuery, fold, parse_query
from pmtui.domain.strategy import BOXES, box_number
from pmtui.domain.text import clean_line
from pmtui.services.search_remarks import Named, remarks_on
from pmtui.store.queries import search as rows
from pmtui.store.unit_of_work import UnitOfWork

SHOWN = 30
"""So many matches of a kind are given."""

WIDTH = 160
_INDEXED = (Kind.PROBLEM, Kind.EVIDENCE)
_NAMED = (
    Kind.SOLUTION,
    Kind.EXPERIMENT,
    Kind.OBJECTIVE,
    Kind.KEY_RESULT,
    Kind.STRATEGY_BOX,
    Kind.RELEASE,
    Kind.DECISION,
    Kind.PERSONA,
    Kind.COMPANY,
    Kind.TAG,
)
_HEADINGS = {
    Kind.PROBLEM: "Problems",
    Kind.EVIDENCE: "Evidence",
    Kind.SOLUTION: "Solutions",
    Kind.EXPERIMENT: "Experiments",
    Kind.RELEASE: "Releases",
    Kind.OBJECTIVE: "Objectives",
    Kind.KEY_RESULT: "Key results",
    Kind.STRATEGY_BOX: "Strategy",
    Kind.DECISION: "Decisions",
    Kind.PERSONA: "Personas",
    Kind.COMPANY: "Companies",
    Kind.TAG: "Tags",
}


@dataclass(frozen=True, slots=True)
class Match:
    """One record that was found. title: what it is called; excerpt: the words of it that show why it was found.

    The key of a tag and of a box of the strategy is its name.
    """

    kind: Kind
    number: int
    key: str
    title: Excerpt
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class MatchGroup:
    """The best matches of one kind. count: how many there are; has_more: whether there are yet more than that."""

    kind: Kind
    matches: tuple[Match, ...]
    count: int
    has_more: bool = False

    @property
    def heading(self) -> str:
        """What stands above them: the kind, and how many there are."""
        return self.heading_of(len(self.matches))

    def heading_of(self, shown: int) -> str:
        """The heading where so many of them are shown."""
        count = f"{self.count:,}" + ("+" if self.has_more else "")
        first = f"first {shown} of " if shown < self.count else ""
        return f"{_HEADINGS[self.kind]} ({first}{count})"


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search. keyed: the record whose key was typed; groups: what holds the words, by kind.

    remarks: what is asked for that is not known.
    """

    keyed: Match | None = None
    groups: tuple[MatchGroup, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def matches(self) -> tuple[Match, ...]:
        """All that is given, in order."""
        keyed = () if self.keyed is None else (self.keyed,)
        return (*keyed, *(match for group in self.groups for match in group.matches))


def search(uow: UnitOfWork, text: str, is_typing: bool = False) -> Found:
    """What holds the words that were typed. See domain.search_query."""
    text = clean_line(text)
    query = parse_query(text, is_typing)
    marker = Marker(query)
    keyed = _record_named(uow, text, marker)
    if query.is_empty:
        return Found(keyed)
    groups = [_indexed(uow, kind, query, marker) for kind in _INDEXED]
    names = _names(uow, _NAMED)
    groups += (_named(kind, names[kind], query, marker) for kind in _NAMED if names[kind])
    return Found(keyed, tuple(group for group in groups if group.matches), remarks_on(uow, query, names))


def add_parts(uow: UnitOfWork, text: str, found: Found, is_typing: bool = False) -> Found:
    """What search found, and the problems and evidence that hold the words inside other words, where there is room.

    In scripts that put no spaces between words this is the way they are found. It reads every row.
    """
    query = parse_query(clean_line(text), is_typing)
    marker = Marker(query)
    groups = {group.kind: group for group in found.groups}
    for kind in _INDEXED:
        group = groups.pop(kind, MatchGroup(kind, (), 0))
        if (room := SHOWN - len(group.matches)) > 0:
            known = {match.number for match in group.matches}
            numbers = [n for n in rows.holding_parts(uow.connection, kind, query, SHOWN + 1) if n not in known]
            matches = (*group.matches, *_matches(uow, kind, numbers[:room], marker))
            group = MatchGroup(kind, matches, len(matches), len(numbers) > room)
        groups[kind] = group
    ordered = (groups[kind] for kind in (*_INDEXED, *_NAMED) if kind in groups)
    return replace(found, groups=tuple(group for group in ordered if group.matches))


def search_all(uow: UnitOfWork, text: str) -> Found:
    """What holds the words, as words or inside other words."""
    return add_parts(uow, text, search(uow, text))


def _record_named(uow: UnitOfWork, text: str, marker: Marker) -> Match | None:
    try:
        key = Key.parse(text)
    except Refusal:
        return None
    if key.kind in _INDEXED:
        found = _matches(uow, key.kind, [key.number], marker)
        return found[0] if found else None
    named = (row for row in _names(uow, (key.kind,))[key.kind] if row[0] == key.number)
    return next((_match(key.kind, row[0], row[1], "", marker) for row in named), None)


def _indexed(uow: UnitOfWork, kind: Kind, query: SearchQuery, marker: Marker) -> MatchGroup:
    numbers = rows.matching(uow.connection, kind, query)
    matches = _matches(uow, kind, numbers[:SHOWN], marker)
    return MatchGroup(kind, matches, min(len(numbers), rows.COUNTED), len(numbers) > rows.COUNTED)


def _matches(uow: UnitOfWork, kind: Kind, numbers: list[int], marker: Marker) -> tuple[Match, ...]:
    texts = rows.texts_of(uow.connection, kind, numbers)
    found = []
    for number in numbers:
        if number in texts:
            title, *rest = texts[number]
            found.append(_match(kind, number, title, " ".join(filter(None, rest)), marker))
    return tuple(found)


def _match(kind: Kind, number: int, title: str, rest: str, marker: Marker) -> Match:
    excerpt = marker.excerpt(title, WIDTH)
    whole = excerpt if excerpt.text == title else marker.whole(headline(title, WIDTH))
    if not excerpt.marks and rest and (of_rest := marker.excerpt(rest, WIDTH)).marks:
        excerpt = of_rest
    key = str(Key(kind, number)) if kind in KEY_LETTERS else title
    return Match(kind, number, key, whole, excerpt)


def _named(kind: Kind, names: Sequence[Named], query: SearchQuery, marker: Marker) -> MatchGroup:
    """The records of any other kind that hold every word; they are few, and have none of the fields."""
    if any(field.name != "is" or (field.value.lower() == kind.value) is field.is_excluded for field in query.fields):
        return MatchGroup(kind, (), 0)
    wanted = [fold(word.text) for word in query.words]
    unwanted = [fold(word.text) for word in query.without]
    found = []
    for number, name, rest in names:
        text = fold("\n".join([name, *rest]))
        if all(word in text for word in wanted) and not any(word in text for word in unwanted):
            found.append((number, name, " ".join(filter(None, rest))))
    return MatchGroup(kind, tuple(_match(kind, *row, marker) for row in found[:SHOWN]), len(found))


def _names(uow: UnitOfWork, kinds: Sequence[Kind]) -> Mapping[Kind, Sequence[Named]]:
    """Number, name and further words of all records, by kind."""
    boxes = [box for box in uow.strategy_boxes.all() if box.code in BOXES] if Kind.STRATEGY_BOX in kinds else []
    return {
        **rows.names(uow.connection, [kind for kind in kinds if kind is not Kind.STRATEGY_BOX]),
        Kind.STRATEGY_BOX: [(box_number(box.code), BOXES[box.code], [box.text]) for box in boxes],
    }
