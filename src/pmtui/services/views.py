"""What lists and the frame show: frozen values ready to be shown or printed."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.services.rank_order import RankOrder, Ranks


@dataclass(frozen=True, slots=True)
class ProblemFilter:
    """Which problems a list shows, in what order and under which headings.

    words: every word must occur in the title or statement; one that begins with # is a tag it must have. tag, lane:
    names, "" for any. horizon: a horizon, "none" or "". state: "open" (ranked and unscorable), "ranked", "unscored",
    "declined", "done" or "all". order: "rank", "key", "title", "created", "updated", "evidence", "lane", "moscow" or
    "kano". group: "", "lane", "tag", "horizon", "moscow" or "kano". moscow: a MoSCoW word, "none" or "". kano: the name
    of a Kano class, "none" or "".
    """

    words: str = ""
    tag: str = ""
    lane: str = ""
    horizon: str = ""
    state: str = "open"
    order: str = "rank"
    group: str = ""
    moscow: str = ""
    kano: str = ""


@dataclass(frozen=True, slots=True)
class ProblemList:
    """The order of a list of problems: numbers of problems, with the words of a heading between them.

    order: all problems in the ranking, whether shown or not. ranked, unscored: how many of those shown are ranked and
    how many miss an estimate. highest: the highest score of all, to scale bars by. remark: what should be known of it
    besides. lens: the lens it is ranked by, "" for a scorecard. is_whole: whether this is more than its beginning.
    """

    entries: tuple[int | str, ...]
    order: RankOrder
    ranked: int
    unscored: int
    highest: float
    ranked_by: str
    remark: str = ""
    lens: str = ""
    is_whole: bool = True

    @property
    def ranks(self) -> Ranks:
        """Rank and whether it is tied, by number, of every problem in the ranking."""
        return self.order.ranks


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem in a list. rank is None when it can't be scored (missing says why) or is out of the ranking.

    missing: the codes of the criteria without an estimate; needs: their names.
    """

    id: int
    title: str
    score: float | None
    rank: int | None
    tied: bool
    missing: tuple[str, ...]
    evidence_count: int
    tags: tuple[str, ...]
    lane: str
    horizon: str
    needs: tuple[str, ...] = ()


# What a screen of problems begins with: the order, its first rows by number, and how many problems there are in all.
FirstPage = tuple[ProblemList, Mapping[int, ProblemRow], int]


@dataclass(frozen=True, slots=True)
class WorkspaceView:
    """What the frame around every screen shows."""

    name: str
    uuid: str
    ranked_by: str
    problems: int
    evidence: int
