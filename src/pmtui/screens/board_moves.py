"""A board as it will be after a move, so that a card moves on the screen before the file has been written."""

from collections.abc import Sequence
from dataclasses import replace

from pmtui.services.board_views import BoardView, LaneView


def lane_place(board: BoardView, card: int) -> int | None:
    """The place of the lane that holds a card, from the left."""
    return next((place for place, lane in enumerate(board.lanes) if card in lane.card_ids), None)


def shifted(board: BoardView, cards: Sequence[int], step: int) -> BoardView | None:
    """Every card at the top of the lane beside its own, or None when that is refused."""
    targets: dict[int, list[int]] = {}
    for place, lane in enumerate(board.lanes):
        if moving := [card for card in lane.card_ids if card in cards]:
            targets[place + step] = moving
    result: BoardView | None = board
    for place, moving in targets.items():
        if result is None or not 0 <= place < len(board.lanes):
            return None
        result = placed(result, moving, place, 0)
    return result


def placed(board: BoardView, cards: Sequence[int], lane_place: int, place: int) -> BoardView | None:
    """The cards in a lane with so many of its other cards above them, or None when a strict limit refuses it."""
    target = board.lanes[lane_place]
    others = tuple(card for card in target.card_ids if card not in cards)
    entering = len(cards) + len(others) - len(target.card_ids)
    if entering and target.strict and target.wip_limit is not None and target.held + entering > target.wip_limit:
        return None
    lanes = [_without(lane, cards) for lane in board.lanes]
    lanes[lane_place] = replace(target, card_ids=(*others[:place], *cards, *others[place:]))
    return replace(board, lanes=tuple(lanes))


def ordered(board: BoardView, cards: Sequence[int], step: int) -> BoardView:
    """The cards one place further down (step 1) or up in their lanes; those at the end of their lane stay."""
    return replace(board, lanes=tuple(_ordered(lane, cards, step) for lane in board.lanes))


def _ordered(lane: LaneView, cards: Sequence[int], step: int) -> LaneView:
    order = list(lane.card_ids)
    places = [place for place, card in enumerate(order) if card in cards]
    for place in reversed(places) if step > 0 else places:
        beside = place + step
        if 0 <= beside < len(order) and order[beside] not in cards:
            order[place], order[beside] = order[beside], order[place]
    return lane if tuple(order) == lane.card_ids else replace(lane, card_ids=tuple(order))


def _without(lane: LaneView, cards: Sequence[int]) -> LaneView:
    kept = tuple(card for card in lane.card_ids if card not in cards)
    return lane if len(kept) == len(lane.card_ids) else replace(lane, card_ids=kept)
