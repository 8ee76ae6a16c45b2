"""What a user sees on boards."""

from collections.abc import Sequence
from datetime import date

from pmtui.environment.local_time import local_day
from pmtui.services.board_views import BoardView, CardRow, LaneView
from pmtui.store.queries import board, problems
from pmtui.store.unit_of_work import UnitOfWork


def board_view(uow: UnitOfWork, number: int = 1, words: str = "", tag: str = "") -> BoardView:
    """The lanes of a board with their cards, or only those cards that match. Raises Refusal when it is gone."""
    found = uow.boards.get(number)
    held = cards = board.cards_by_lane(uow.connection, number)
    if words or tag:
        wanted = {
            row[0]
            for row in problems.matching_problems(
                uow.connection, words=words, tag=tag, lane="", horizon="", state="all", order="key", group=""
            )
        }
        cards = {lane: tuple(card for card in ids if card in wanted) for lane, ids in held.items()}
    lanes = tuple(
        LaneView(
            lane.id,
            lane.name,
            lane.phase,
            lane.wip_limit,
            bool(lane.strict),
            cards[lane.id],
            filtered_out=len(held[lane.id]) - len(cards[lane.id]),
        )
        for lane in uow.lanes.all(order="position", board_id=number)
    )
    return BoardView(found.id, found.name, lanes)


def board_page(uow: UnitOfWork, number: int, words: str, count: int) -> tuple[BoardView, dict[int, CardRow]]:
    """A board and its first cards, in one answer. count: how many of each lane. Raises Refusal when it is gone."""
    view = board_view(uow, number, words)
    return view, card_rows(uow, [card for lane in view.lanes for card in lane.card_ids[:count]])


def card_rows(uow: UnitOfWork, numbers: Sequence[int]) -> dict[int, CardRow]:
    """The cards of these problems."""
    return {
        number: CardRow(number, title, score, pieces, tags, *_age(since, uow.today))
        for number, title, score, pieces, tags, since in board.card_rows(uow.connection, numbers)
    }


def _age(since: str, today: date) -> tuple[int, str]:
    """Days since a moment, and its day here."""
    try:
        day = local_day(since)
    except ValueError:  # another program wrote it
        return 0, since
    return max(0, (today - day).days), day.isoformat()
