"""The roadmap as a page: what comes when, why, for whom and how sure; what not; and the releases."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmtui.domain.estimate import show_number
from pmtui.domain.scorecard import show_score
from pmtui.export.markdown import bullets, counted, escape_inline, heading, page
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
    """A horizon. used, capacity: person-months; capacity None while unknown."""

    name: str
    used: float
    capacity: float | None
    items: tuple[ItemLine, ...]


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
    work = f"{show_number(round(horizon.used, 1))} person-months"
    if horizon.capacity is not None:
        over = ", which is more than fits" if horizon.used > horizon.capacity * (1 + 1e-9) else ""
        work = f"{show_number(round(horizon.used, 1))} of {show_number(round(horizon.capacity, 1))} person-months{over}"
    return f"{count}, {work}."


def _facts(item: ItemLine) -> Iterator[str]:
    why = "not ranked" if item.rank is None else f"rank {item.rank}"
    worth = "no value yet" if item.value is None else f"value {show_score(item.value)}"
    effort = "no effort" if item.months is None else f"effort {show_number(round(item.months, 1))} person-months"
    reason = f"{escape_inline(item.reason)} " if item.reason else ""
    yield f"Why: {reason}({why}, {worth}, {effort})"
    for name, found in (("For", item.personas), ("Serves", item.objectives)):
        if found:
            yield f"{name}: " + ", ".join(f"{escape_inline(title)} ({key})" for key, title in found)
    pieces = counted(item.evidence_count, "piece") + " of evidence"
    yield f"How sure: {pieces}, evidence confidence {item.confidence:.1f} of 10"
    if item.solution is not None:
        yield f"Solution: {item.solution[0]} {escape_inline(item.solution[1])}"
    if item.release is not None:
        yield f"Release: {item.release[0]} {escape_inline(item.release[1])}"
    if item.needs:
        yield f"Needs first: {', '.join(item.needs)}"
    if item.pin_reason:
        yield f"Pinned: {escape_inline(item.pin_reason)}"


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
