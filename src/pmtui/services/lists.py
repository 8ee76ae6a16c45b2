"""What a user sees in lists."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from pmtui.domain.errors import Refusal
from pmtui.domain.ranking import rank_scores
from pmtui.services.places import places_decided
from pmtui.services.rank_order import RankOrder, rank_order
from pmtui.services.views import (
    FirstPage,
    ProblemFilter,
    ProblemList,
    ProblemRow,
    WorkspaceView,
)
from pmtui.store.queries import details, problems
from pmtui.store.unit_of_work import UnitOfWork

STATES, ORDERS, GROUPS = problems.STATES, (*problems.ORDERS, "kano"), (*problems.GROUPS, "kano")
MANY = 20  # times what is shown: reading less of so few would save nothing
Row = tuple[int, float | None, str]  # number, score and group
_GROUP_NAMES = {
    "horizon": {"": "No horizon", "now": "Now", "next": "Next", "later": "Later", "declined": "Declined"},
    "tag": {"": "No tag"},
    "moscow": {"": "No MoSCoW word", "must": "Must", "should": "Should", "could": "Could", "won't": "Won't"},
    "kano": {"": "No Kano answers"},
}


def workspace_view(uow: UnitOfWork) -> WorkspaceView:
    """What the frame around every screen shows."""
    settings = uow.settings
    count, pieces = details.count_all_problems(uow.connection), details.count_all_evidence(uow.connection)
    return WorkspaceView(settings.name, settings.uuid, uow.scorecard.title, count, pieces)


def problem_list(uow: UnitOfWork, wanted: ProblemFilter) -> ProblemList:
    """The order of the problems that match. Raises Refusal for an unknown state, order or group."""
    for word, known, what in (
        (wanted.state, STATES, "state"),
        (wanted.order, ORDERS, "order"),
        (wanted.group, ("", *GROUPS), "group"),
    ):
        if word not in known:
            raise Refusal(f"“{word}” is no {what} of problems.", "Use " + ", ".join(filter(None, known)) + ".")
    order = rank_order(uow)
    ranks = order.ranks
    highest = order.scores[0][1] if order.scores else 0.0
    title = _title(uow)
    lens = uow.settings.lens
    if wanted == ProblemFilter():
        unscored = problems.unscored_problems(uow.connection)
        entries = (*ranks, *unscored)
        return ProblemList(entries, order, len(ranks), len(unscored), highest, title, lens=lens)
    rows = problems.matching_problems(
        uow.connection,
        words=wanted.words,
        tag=wanted.tag,
        lane=wanted.lane,
        horizon=wanted.horizon,
        state=wanted.state,
        order="rank" if wanted.order == "kano" else wanted.order,
        group="" if wanted.group == "kano" else wanted.group,
        moscow=wanted.moscow,
    )
    if wanted.order in ("rank", "kano"):
        rows = _as_ranked(rows, ranks)
    if wanted.kano or "kano" in (wanted.order, wanted.group):
        rows = _with_kano(uow, rows, wanted)
    ranked = sum(1 for number, _, _ in rows if number in ranks)
    scorable = sum(1 for _, score, _ in rows if score is not None)
    remark = ""
    if wanted.group == "moscow":
        from pmtui.services.classifications import must_in_words  # most lists do without

        remark = must_in_words(uow)
    shown = _with_headings(rows, wanted.group)
    return ProblemList(shown, order, ranked, len(rows) - scorable, highest, title, remark, lens)


def problem_rows(
    uow: UnitOfWork, numbers: Sequence[int], ranks: Mapping[int, tuple[int, bool]]
) -> dict[int, ProblemRow]:
    """The rows of these problems. ranks: those of ProblemList."""
    found: dict[int, ProblemRow] = {}
    rows = problems.problem_rows(uow.connection, numbers)
    names = details.criterion_names(uow.connection) if any(row[3] for row in rows) else {}
    all_missing = ",".join(uow.scorecard.compiled.names) if names else ""
    for number, title, score, missing, pieces, tags, lane, horizon in rows:
        rank, tied = ranks.get(number, (None, False))
        codes = tuple(missing.split(",")) if missing else ()
        needs = tuple(names.get(code, "other values").lower() for code in codes)
        if missing and missing == all_missing:
            needs = ("estimates",)
        found[number] = ProblemRow(number, title, score, rank, tied, codes, pieces, tags, lane, horizon, needs)
    return found


def problem_page(uow: UnitOfWork, wanted: ProblemFilter, count: int) -> FirstPage:
    """What a screen of problems begins with, in one answer. count: how many rows. Raises as problem_list does.

    Of very many problems it lists no more than that, so that the beginning doesn't wait for the end.
    """
    everything = details.count_all_problems(uow.connection)
    is_long = wanted == ProblemFilter() and 0 < count < everything // MANY
    listed = (_beginning(uow, count) if is_long else None) or problem_list(uow, wanted)
    first = [entry for entry in listed.entries[:count] if isinstance(entry, int)]
    return listed, problem_rows(uow, first, listed.ranks), everything


def _beginning(uow: UnitOfWork, count: int) -> ProblemList | None:
    """The first entries of problem_list, with the figures of the whole; None where scores alone don't give them."""
    scores = problems.best_scores(uow.connection, count + 1)  # whether the last one shown is tied, the next one says
    if len(scores) <= count or places_decided(uow):
        return None
    ranks = rank_scores(scores)
    shown = tuple(number for number, _ in scores[:count])
    ranked, unscored = problems.count_open(uow.connection)
    order = RankOrder(scores, scores, ranks, ranks)
    lens = uow.settings.lens
    return ProblemList(shown, order, ranked, unscored, scores[0][1], _title(uow), lens=lens, is_whole=False)


def _title(uow: UnitOfWork) -> str:
    return uow.scorecard.title + (", ranges from evidence" if uow.settings.ranges_from_evidence else "")


def used_tags(uow: UnitOfWork) -> tuple[tuple[str, int], ...]:
    """Every tag with the number of problems that have it, the most used first."""
    return tuple(details.used_tags(uow.connection))


def _as_ranked(rows: Sequence[Row], ranks: Mapping[int, tuple[int, bool]]) -> list[Row]:
    """Each group in the order of the ranks, then what has none as it stands."""
    places = {number: place for place, number in enumerate(ranks)}
    return _sorted_in_groups(rows, lambda row: places.get(row[0], len(places)))


def _with_kano(uow: UnitOfWork, rows: Sequence[Row], wanted: ProblemFilter) -> list[Row]:
    """Those of the wanted Kano class, ordered or grouped by it; what has no answers comes last."""
    from pmtui.domain.kano import CLASSES  # most lists do without
    from pmtui.services.classifications import kano_classes

    classes, order = kano_classes(uow), (*CLASSES.values(), "")
    kept = [row for row in rows if wanted.kano in ("", classes.get(row[0], "none"))]
    ordered = _sorted_in_groups(kept, lambda row: order.index(classes.get(row[0], "")))
    if wanted.group != "kano":
        return ordered if wanted.order == "kano" else kept
    return [(number, score, classes.get(number, "")) for number, score, _ in ordered]


def _sorted_in_groups(rows: Sequence[Row], key: Callable[[Row], int]) -> list[Row]:
    return [row for _, group in groupby(rows, key=itemgetter(2)) for row in sorted(group, key=key)]


def _with_headings(rows: Sequence[Row], group: str) -> tuple[int | str, ...]:
    if not group:
        return tuple(row[0] for row in rows)
    names = _GROUP_NAMES.get(group, {})
    entries: list[int | str] = []
    last: str | None = None
    for number, _, name in rows:
        if name != last:
            entries.append(names.get(name, name.capitalize() if group == "kano" else name))
            last = name
        entries.append(number)
    return tuple(entries)
