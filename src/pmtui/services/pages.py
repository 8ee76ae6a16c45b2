"""What is shown, as Markdown pages to hand over."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from pmtui.domain.estimate import show_rounded
from pmtui.domain.formula import formula_in_words
from pmtui.domain.keys import decision_key, evidence_key, persona_key, problem_key
from pmtui.export import board as board_page
from pmtui.export import problem as problem_page
from pmtui.export import problems as problems_page
from pmtui.services.board_lists import board_view, card_rows
from pmtui.services.decision_lists import decided_places
from pmtui.services.decision_views import DecidedPlace
from pmtui.services.detail_views import ProblemDetail
from pmtui.services.details import problem_details
from pmtui.services.estimates import criteria_of_scorecard
from pmtui.services.lists import problem_list, problem_rows
from pmtui.services.persona_pages import link_line
from pmtui.services.rank_order import rank_order
from pmtui.services.solution_pages import solution_parts
from pmtui.services.views import ProblemFilter, ProblemList, ProblemRow
from pmtui.store.queries import problems
from pmtui.store.unit_of_work import UnitOfWork

T = TypeVar("T")
BATCH = 500  # rows read at once: SQLite limits the numbers in one question


def problems_markdown(uow: UnitOfWork, wanted: ProblemFilter, only: Collection[int] = ()) -> str:
    """The list of problems that match, in its order. only: leaves out all but these numbers, unless it is empty."""
    shown = problem_list(uow, wanted)
    numbers = [entry for entry in shown.entries if isinstance(entry, int) and (not only or entry in only)]
    rows = list(_rows(uow, shown, numbers))
    done, names = _done_lanes(uow), _criterion_names(uow)
    page = problems_page.ProblemsPage(
        workspace=uow.settings.name,
        ranked_by=uow.scorecard.title,
        formula=formula_in_words(uow.scorecard.formula, names),
        criteria=tuple(names.values()),
        ranked=tuple(_ranked_lines(uow, rows)),
        unscored=tuple(_unscored_lines(uow, rows)),
        declined=tuple(
            problems_page.ClosedLine(str(problem_key(row.id)), row.title, uow.problems.get(row.id).horizon_reason)
            for row in rows
            if row.horizon == "declined"
        ),
        done=tuple(
            problems_page.ClosedLine(str(problem_key(row.id)), row.title, row.lane)
            for row in rows
            if row.rank is None and row.horizon != "declined" and row.lane in done
        ),
    )
    return problems_page.problems_markdown(page)


def board_markdown(uow: UnitOfWork, board: int = 1, words: str = "", tag: str = "") -> str:
    """A board with its cards, or only those that match. Raises Refusal when it is gone."""
    view = board_view(uow, board, words, tag)
    lanes = []
    for lane in view.lanes:
        cards = {number: card for batch in _batches(lane.card_ids) for number, card in card_rows(uow, batch).items()}
        lines = tuple(
            board_page.CardLine(
                str(problem_key(number)), card.title, card.score, card.evidence_count, card.tags, card.since
            )
            for number in lane.card_ids
            for card in (cards[number],)
        )
        lanes.append(board_page.LaneSection(lane.name, lane.phase, lane.wip_limit, lines))
    return board_page.board_markdown(board_page.BoardPage(uow.settings.name, view.name, tuple(lanes)))


def problem_markdown(uow: UnitOfWork, number: int) -> str:
    """Everything about one problem. Raises Refusal when it is gone."""
    return next(text for _, text in problem_pages(uow, [number]))


def problem_pages(uow: UnitOfWork, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Number and page of each of these problems. Raises Refusal when one is gone."""
    ranks = rank_order(uow).ranks
    ranked_by, names = uow.scorecard.title, _criterion_names(uow)
    formula = formula_in_words(uow.scorecard.formula, names)
    for batch in _batches(numbers):
        for detail in problem_details(uow, batch, ranks):
            yield detail.id, _problem_page(detail, ranked_by, formula, names)


def _problem_page(detail: ProblemDetail, ranked_by: str, formula: str, names: Mapping[str, str]) -> str:
    page = problem_page.ProblemPage(
        key=str(problem_key(detail.id)),
        title=detail.title,
        lane=detail.lane,
        ranked_by=ranked_by,
        formula=formula,
        score=detail.score,
        rank=detail.rank,
        ranked_count=detail.ranked_count,
        missing=tuple(names.get(code, code) for code in detail.missing),
        need=detail.need,
        horizon=detail.horizon,
        horizon_reason=detail.horizon_reason,
        tags=detail.tags,
        url=detail.url,
        statement=detail.statement,
        notes=detail.notes,
        estimates=tuple(
            problem_page.EstimateLine(
                view.name, view.central_text, view.text, view.unit, view.reason, view.made_on[:10]
            )
            for view in detail.estimates
        ),
        personas=tuple(link_line(persona_key(link.id), link) for link in detail.personas.links),
        reach=detail.personas.reach_text,
        scale=detail.personas.scale,
        evidence=tuple(
            problem_page.EvidenceLine(
                str(evidence_key(view.id)),
                view.words,
                view.kind,
                view.source,
                view.author,
                view.company,
                view.occurred_on,
            )
            for view in detail.evidence
        ),
        evidence_count=detail.evidence_count,
        customer_count=detail.customer_count,
        confidence=detail.confidence.value,
        custom=detail.custom,
        whole=_named(detail.whole) if detail.whole is not None else "",
        parts=tuple(map(_named, detail.parts)),
        solutions=solution_parts(detail.solutions),
        decisions=tuple((str(decision_key(one.id)), one.title, one.decided_on[:10]) for one in detail.decisions),
        serves=tuple(f"{one.key} {one.title} ({one.how})" for one in detail.objectives),
    )
    return problem_page.problem_markdown(page)


def _named(other: tuple[int, str]) -> str:
    number, title = other
    return f"{problem_key(number)} {title}"


def _ranked_lines(uow: UnitOfWork, rows: Sequence[ProblemRow]) -> Iterator[problems_page.ProblemLine]:
    criteria, places = criteria_of_scorecard(uow), decided_places(uow)
    for batch in _batches([row for row in rows if row.rank is not None]):
        inputs = problems.inputs_of(uow.connection, [row.id for row in batch])
        for row in batch:
            if row.rank is None or row.score is None:
                continue
            values = inputs[row.id]
            yield problems_page.ProblemLine(
                row.rank,
                row.tied,
                str(problem_key(row.id)),
                row.title,
                row.score,
                tuple(show_rounded(values[criterion.code], criterion) for criterion in criteria),
                row.evidence_count,
                row.lane,
                row.tags,
                _decided_words(places.get(row.id)),
            )


def _decided_words(place: DecidedPlace | None) -> str:
    """What decides a place, "" where the score does."""
    return "" if place is None else f"{decision_key(place.decision)} decides it; by score {place.by_score}"


def _unscored_lines(uow: UnitOfWork, rows: Sequence[ProblemRow]) -> Iterator[problems_page.UnscoredLine]:
    names = _criterion_names(uow)
    done = _done_lanes(uow)
    for row in rows:
        if row.rank is None and row.score is None and row.horizon != "declined" and row.lane not in done:
            missing = tuple(names.get(code, code) for code in row.missing)
            yield problems_page.UnscoredLine(
                str(problem_key(row.id)), row.title, missing, row.evidence_count, row.lane, row.tags
            )


def _rows(uow: UnitOfWork, shown: ProblemList, numbers: Sequence[int]) -> Iterator[ProblemRow]:
    for batch in _batches(numbers):
        found = problem_rows(uow, batch, shown.ranks)
        yield from (found[number] for number in batch)


def _criterion_names(uow: UnitOfWork) -> dict[str, str]:
    return {criterion.code: criterion.name for criterion in criteria_of_scorecard(uow)}


def _done_lanes(uow: UnitOfWork) -> set[str]:
    return {lane.name for lane in uow.lanes.all(phase="done")}


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))
