"""The roadmap as a page: what comes when, why, for whom and how sure; what not; and the releases."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmtui.domain.estimate import show_number
from pmtui.domain.scorecard import show_score
from pmtui.domain.text import counted
from pmtui.export.markdown import bullets, escape_inline, heading, page
from pmtui.export.user_markdown import escape_block


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A problem on the roadmap. value, months: None while unknown. personas, objectives: key and name of each."""

    key: str
    title: str
    reason: str
    value: float | None
    months: float | None
    rank: int | None
    evidence_count: int
    confidence: float
    personas: tuple[tuple[str, str], ...] = ()
    objectives: tuple[tuple[str, str], ...] = ()
    solution: tuple[str, str] | None = None
    release: tuple[str, str] | None = None
    pin_reason: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HorizonSection:
    """A horizon. used, capacity: person-months; capacity None while unknown; left_over: what now leaves for next."""

    name: str
    used: float
    capacity: float | None
    items: tuple[ItemLine, ...]
    left_over: float = 0.0


@dataclass(frozen=True, slots=True)
class ReleaseSection:
    """A release with the keys of what it groups, and its checklist: area, words, done."""

    key: str
    name: str
    release_on: str
    launch_tier: str
    notes: str
    items: tuple[str, ...]
    checklist: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class RoadmapPage:
    """The whole roadmap. declined: key, title and reason of each."""

    workspace: str
    ranked_by: str
    horizons: tuple[HorizonSection, ...]
    declined: tuple[tuple[str, str, str], ...]
    releases: tuple[ReleaseSection, ...]


def roadmap_markdown(roadmap: RoadmapPage) -> str:
    """The page as Markdown; the same bytes for the same values."""
    return page(_parts(roadmap))


def _parts(roadmap: RoadmapPage) -> Iterator[str]:
    yield heading(1, f"{roadmap.workspace}: roadmap")
    yield f"Ranked by {escape_inline(roadmap.ranked_by)}. Value is the score before effort divides it."
    for horizon in roadmap.horizons:
        yield heading(2, horizon.name)
        yield _about(horizon)
        for item in horizon.items:
            yield heading(3, f"{item.key} {item.title}")
            yield bullets(_facts(item))
    if roadmap.declined:
        yield heading(2, "Declined")
        yield bullets(
            f"**{escape_inline(key)}** {escape_inline(title)}: {escape_inline(reason)}"
            for key, title, reason in roadmap.declined
        )
    if roadmap.releases:
        yield heading(2, "Releases")
    for release in roadmap.releases:
        yield from _release(release)


def _about(horizon: HorizonSection) -> str:
    count = counted(len(horizon.items), "problem")
    if horizon.name == "Later" or not horizon.items:
        return f"{count}." if horizon.items else "Nothing yet."
    if horizon.capacity is None:
        return f"{count}, {_months(horizon.used)}."
    room = max(0.0, horizon.capacity + horizon.left_over)
    over = ", which is more than fits" if horizon.used > room * (1 + 1e-9) else ""
    shared = ""
    if abs(horizon.left_over) >= 0.05:
        word = "and" if horizon.left_over > 0 else "less"
        does = "leaves over" if horizon.left_over > 0 else "takes too much"
        shared = f" {word} {show_number(round(abs(horizon.left_over), 1))} that now {does}"
    return f"{count}, {show_number(round(horizon.used, 1))} of {_months(horizon.capacity)}{shared}{over}."


def _facts(item: ItemLine) -> Iterator[str]:
    if item.reason:
        yield f"Why: {escape_inline(item.reason)}"
    for name, found in (("For", item.personas), ("Serves", item.objectives)):
        if found:
            yield f"{name}: " + ", ".join(f"{escape_inline(title)} ({key})" for key, title in found)
    pieces = counted(item.evidence_count, "piece") + " of evidence"
    # Its key, since a heading is no link: in a folder of pages this is the way to the problem and its evidence.
    yield f"How sure: {pieces} for {item.key}, evidence confidence {item.confidence:.1f} of 10"
    rank = "not ranked yet" if item.rank is None else f"rank {item.rank}"
    worth = "no value yet" if item.value is None else f"value {show_score(item.value)}"
    effort = "no effort yet" if item.months is None else f"effort {_months(item.months)}"
    yield f"How big: {rank}, {worth}, {effort}"
    if item.solution is not None:
        yield f"Solution: {item.solution[0]} {escape_inline(item.solution[1])}"
    if item.release is not None:
        yield f"Release: {item.release[0]} {escape_inline(item.release[1])}"
    if item.needs:
        yield f"Needs first: {', '.join(item.needs)}"
    if item.pin_reason:
        yield f"Pinned: {escape_inline(item.pin_reason)}"


def _months(months: float) -> str:
    shown = show_number(round(months, 1))
    return f"{shown} person-month{'' if shown == '1' else 's'}"


def _release(release: ReleaseSection) -> Iterator[str]:
    yield heading(3, f"{release.key} {release.name}")
    facts = [escape_inline(release.release_on) or "no day yet"]
    if release.launch_tier:
        facts.append(f"{escape_inline(release.launch_tier)} launch")
    if release.items:
        facts.append(", ".join(release.items))
    yield " · ".join(facts)
    if release.notes.strip():
        yield escape_block(release.notes, 3)
    for area in dict.fromkeys(area for area, _, _ in release.checklist):
        lines = [(title, done) for of_area, title, done in release.checklist if of_area == area]
        yield f"{escape_inline(area.capitalize())}: {sum(done for _, done in lines)} of {len(lines)} done"
        yield bullets(f"[{'x' if done else ' '}] {escape_inline(title)}" for title, done in lines)
