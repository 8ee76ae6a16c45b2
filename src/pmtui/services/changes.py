"""What changed between two moments of a workspace."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from typing import Any

from pmtui.domain.contest import Contest
from pmtui.domain.differences.difference import GROUPS, Difference
from pmtui.domain.differences.scores import MORE_THAN_NOISE, scores_to_judge
from pmtui.domain.differences.whole import differences
from pmtui.domain.errors import Refusal
from pmtui.domain.evidence import headline
from pmtui.domain.keys import Key, Kind, problem_key
from pmtui.domain.past import Past
from pmtui.domain.portrait import Portrait, ProblemState
from pmtui.domain.strategy import BOXES
from pmtui.services.lists import problem_list
from pmtui.services.past import find_past
from pmtui.services.roadmap_lists import capacities_of, dependencies_of
from pmtui.services.uncertainty import present_contest, score_ranges
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from pmtui.store.queries import portraits
from pmtui.store.unit_of_work import UnitOfWork

REMARKS = {"rescored": MORE_THAN_NOISE}
"""What a reader has to know about a group of changes."""
_BEGINNING = 90  # characters of a piece of evidence: enough to know it again


@dataclass(frozen=True, slots=True)
class Moment:
    """A workspace at one moment: what stakeholders ask about, and what its scores are drawn from.

    words: what the moment is called. name: of the workspace.
    """

    words: str
    name: str
    portrait: Portrait
    contest: Contest


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed. since, until: what the two moments are called. ranked_by: then, and now."""

    name: str
    since: str
    until: str
    ranked_by: tuple[str, str]
    found: tuple[Difference, ...]

    @property
    def remark(self) -> str:
        """What a reader has to know about all of it, or ""."""
        before, now = self.ranked_by
        return "" if before == now else f"Ranked by {before} then and by {now} now: no scores are compared."

    def of_group(self, group: str) -> tuple[Difference, ...]:
        """Those of one of GROUPS."""
        return tuple(one for one in self.found if one.group == group)


def changes_between(workspace: Workspace, since: str, until: str = "") -> Changes:
    """What changed from a point of the past until another one, "" for now. Raises Refusal for points that are none."""
    began = workspace.ask(find_past, since)
    if not until:
        return compare(moment_of(workspace, began), workspace.ask(present_moment))
    ended = workspace.ask(find_past, until)
    if ended.step < began.step:
        raise Refusal(f"{ended.words} lies before {began.words}.", "Give the earlier one first.")
    return compare(moment_of(workspace, began), moment_of(workspace, ended))


def moment_of(workspace: Workspace, past: Past) -> Moment:
    """A point of the past of a workspace. Raises Refusal when it can't be brought back."""
    with closing(workspace.as_of(past)) as then:
        return then.ask(moment, past.words)


def present_moment(uow: UnitOfWork) -> Moment:
    """The workspace as it is now."""
    return moment(uow, f"now, {uow.today}")


def moment(uow: UnitOfWork, words: str) -> Moment:
    """The workspace as it is in a unit of work."""
    return Moment(words, uow.settings.name, _portrait(uow), present_contest(uow))


def compare(before: Moment, after: Moment) -> Changes:
    """What changed. It needs no workspace, and simulates the scores that are not what they were."""
    judged = scores_to_judge(before.portrait, after.portrait)
    old, new = (replace(one.portrait, ranges=score_ranges(one.contest, judged)) for one in (before, after))
    ranked_by = (old.ranked_by, new.ranked_by)
    return Changes(after.name, before.words, after.words, ranked_by, differences(old, new))


def changes_record(changes: Changes) -> dict[str, Any]:
    """The changes as other programs read them."""
    groups = {group: [asdict(one) for one in changes.of_group(group)] for group in GROUPS}
    for found in groups.values():
        for one in found:
            del one["group"]
    before, after = changes.ranked_by
    return {
        "since": changes.since,
        "until": changes.until,
        "ranked_by_before": before,
        "ranked_by": after,
        **groups,
    }


def _portrait(uow: UnitOfWork) -> Portrait:
    listed = problem_list(uow, ProblemFilter())
    pieces = portraits.evidence_by_problem(uow.connection)
    needs = dependencies_of(uow)
    problems = {}
    for number, title, lane, horizon, why, is_open, score, release, solution, pinned in portraits.problem_facts(
        uow.connection
    ):
        rank, _ = listed.ranks.get(number, (None, False))
        evidence = frozenset(pieces.get(number, ()))
        problems[number] = ProblemState(
            title,
            lane or "",
            horizon,
            why,
            bool(is_open),
            score,
            rank,
            evidence,
            release,
            solution,
            pinned,
            needs.get(number, frozenset()),
        )
    boxes = {box.code: box.text for box in uow.strategy_boxes.all()}
    texts = portraits.beginnings(uow.connection, 4 * _BEGINNING)
    return Portrait(
        ranked_by=listed.ranked_by,
        top=uow.settings.top,
        problems=problems,
        named=dict(_named(uow)),
        releases={Key(Kind.RELEASE, one.id): (one.name, one.release_on) for one in uow.releases.all()},
        strategy={name: boxes[code] for code, name in BOXES.items() if code in boxes},
        decisions={one.id: one for one in uow.decisions.all()},
        experiments={one.id: one for one in uow.experiments.all()},
        key_results={one.id: one for one in uow.key_results.all()},
        pieces={number: headline(text, _BEGINNING) for number, text in texts.items()},
        capacities=capacities_of(uow),
    )


def _named(uow: UnitOfWork) -> Iterator[tuple[Key, str]]:
    yield from ((Key(Kind.PERSONA, one.id), one.name) for one in uow.personas.all())
    yield from ((Key(Kind.OBJECTIVE, one.id), one.title) for one in uow.objectives.all())
    yield from ((Key(Kind.KEY_RESULT, one.id), one.title) for one in uow.key_results.all())
    yield from (
        (Key(Kind.SOLUTION, one.id), f"{one.title} (for {problem_key(one.problem_id)})") for one in uow.solutions.all()
    )
    yield from ((Key(Kind.EXPERIMENT, one.id), one.title) for one in uow.experiments.all())
    yield from ((Key(Kind.RELEASE, one.id), one.name) for one in uow.releases.all())
