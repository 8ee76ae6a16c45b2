"""What a list of problems shows, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING

from textual.content import Content

from pmtui.services.views import ProblemFilter, ProblemList
from pmtui.widgets.text import line_content

if TYPE_CHECKING:  # the first frame does without
    from pmtui.services.ranking import Agreement

ORDER_WORDS = {
    "rank": "rank",
    "key": "key",
    "title": "title",
    "created": "newest",
    "updated": "last changed",
    "evidence": "most evidence",
    "lane": "lane",
    "moscow": "MoSCoW",
    "kano": "Kano class",
}
GROUP_WORDS = {
    "": "no groups",
    "lane": "lane",
    "tag": "tag",
    "horizon": "horizon",
    "moscow": "MoSCoW",
    "kano": "Kano class",
}
TAGS_AMONG_WORDS = "#tag shows what has a tag; #pain-point is the tag “pain point”."
_CLOSED = ("declined", "done")
_STATE_WORDS = {
    "ranked": "only ranked",
    "unscored": "only waiting for estimates",
    "all": "also declined and done",
}


def is_filtered(shown: ProblemFilter) -> bool:
    """Whether anything is left out."""
    return replace(shown, order="rank", group="") != ProblemFilter()


def filter_settings(shown: ProblemFilter) -> dict[str, str]:
    """What differs from what a list shows at first, to be kept as a view."""
    return {name: value for name, value in asdict(shown).items() if value != getattr(ProblemFilter(), name)}


def filter_of(settings: Mapping[str, str]) -> ProblemFilter:
    """The filter that a view keeps; what is unknown in it is left out."""
    known = {field.name for field in fields(ProblemFilter)}
    return ProblemFilter(**{name: value for name, value in settings.items() if name in known})


def shown_entries(problems: ProblemList, shown: ProblemFilter) -> Sequence[int | str]:
    """The entries, with a heading before the ones that can't be scored when they stand below the ranked ones."""
    as_ranked = (shown.state, shown.order, shown.group) == ("open", "rank", "")
    if not as_ranked or not problems.ranked or not problems.unscored:
        return problems.entries
    return (*problems.entries[: problems.ranked], "need estimates", *problems.entries[problems.ranked :])


def summary(
    problems: ProblemList, shown: ProblemFilter, selected: int, closed: int, agreed: "Agreement | None" = None
) -> Content:
    """The line above the list: how many there are, which, in what order, and how to see all again.

    closed: how many are declined or done. agreed: how far the lenses agree, where one of them ranks.
    """
    if shown.state in _CLOSED:
        count = sum(1 for entry in problems.entries if isinstance(entry, int))
        parts = [Content.styled(f"{count:,} {shown.state}", "bold $strong")]
    else:
        parts = [Content.styled(f"{problems.ranked:,} ranked", "bold $strong")]
    if problems.remark:
        parts.append(line_content(problems.remark, "$warning" if "over" in problems.remark else "$muted"))
    if agreed is not None and agreed.tau is not None:
        from pmtui.domain.lens import tau_in_words

        parts.append(Content.styled(f"{tau_in_words(agreed.tau)} (tau-b {agreed.tau:.2f})", "$accent"))
    if problems.unscored and shown.state not in _CLOSED:
        verb = "needs" if problems.unscored == 1 else "need"
        parts.append(Content.styled(f"{problems.unscored:,} {verb} estimates", "$warning"))
        if not problems.ranked:  # nobody has scored anything here yet
            parts.append(Content.assemble(("s", "bold $accent"), (" types them", "$muted")))
    if closed and shown == ProblemFilter():
        parts.append(Content.styled(f"{closed:,} declined or done", "$muted"))
    if selected:
        parts.append(Content.styled(f"{selected:,} selected", "bold $success"))
    parts += [line_content(words, "$accent") for words in _words(shown)]
    if selected or shown != ProblemFilter():
        does = " selects none" if selected else " shows all"
        parts.append(Content.assemble(("esc", "bold $accent"), (does, "$muted")))
    return Content.styled(" · ", "$muted").join(parts)


def _words(shown: ProblemFilter) -> list[str]:
    words = []
    if shown.words:
        words.append(f"with “{shown.words}”")
    if shown.tag:
        words.append(f"#{shown.tag}")
    if shown.lane:
        words.append(f"in {shown.lane}")
    if shown.horizon:
        words.append("no horizon" if shown.horizon == "none" else f"horizon {shown.horizon}")
    if shown.moscow:
        words.append("no MoSCoW word" if shown.moscow == "none" else f"MoSCoW {shown.moscow}")
    if shown.kano:
        words.append("no Kano answers" if shown.kano == "none" else f"Kano {shown.kano}")
    if shown.state in _STATE_WORDS:
        words.append(_STATE_WORDS[shown.state])
    if shown.order != "rank":
        words.append(f"by {ORDER_WORDS[shown.order]}")
    if shown.group:
        words.append(f"grouped by {GROUP_WORDS[shown.group]}")
    return words
