"""A board as a page: a section a lane, a bullet a card."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmtui.domain.scorecard import show_score
from pmtui.domain.text import counted
from pmtui.export.markdown import bullets, escape_inline, heading, page


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card. score: None when it can't be scored.

    since: the ISO date its age counts from; unlike the age it is the same tomorrow.
    """

    key: str
    title: str
    score: float | None
    evidence_count: int
    tags: tuple[str, ...]
    since: str


@dataclass(frozen=True, slots=True)
class LaneSection:
    """A lane with its cards from the top. phase: waiting, active or done."""

    name: str
    phase: str
    wip_limit: int | None
    cards: tuple[CardLine, ...]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """A board from left to right."""

    workspace: str
    board: str
    lanes: tuple[LaneSection, ...]


def board_markdown(board: BoardPage) -> str:
    """The page as Markdown; the same bytes for the same values."""
    return page(_parts(board))


def _parts(board: BoardPage) -> Iterator[str]:
    yield heading(1, f"{board.workspace}: {board.board}")
    for lane in board.lanes:
        yield heading(2, lane.name)
        yield _about(lane)
        yield bullets(map(_bullet, lane.cards))


def _about(lane: LaneSection) -> str:
    count = len(lane.cards)
    facts = [escape_inline(lane.phase), counted(count, "card")]
    if lane.wip_limit is not None:
        facts.append(f"{'over its' if count > lane.wip_limit else 'with a'} limit of {lane.wip_limit}")
    return ", ".join(facts)


def _bullet(card: CardLine) -> str:
    facts = [
        f"**{escape_inline(card.key)}** {escape_inline(card.title)}",
        "not scored" if card.score is None else f"score {show_score(card.score)}",
        counted(card.evidence_count, "piece") + " of evidence",
        f"since {card.since}",
    ]
    if card.tags:
        facts.append(escape_inline(", ".join(card.tags)))
    return " · ".join(facts)
