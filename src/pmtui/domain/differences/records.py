"""What became of all that is not a problem: decisions, strategy, solutions, releases, and what was learned."""

from collections.abc import Iterator, Mapping

from pmtui.domain.decision import Decision
from pmtui.domain.differences.difference import Difference
from pmtui.domain.estimate import show_number
from pmtui.domain.evidence import headline
from pmtui.domain.keys import Key, decision_key, experiment_key, key_result_key
from pmtui.domain.objective import KeyResult, show_figure
from pmtui.domain.portrait import Portrait
from pmtui.domain.problem import HORIZONS
from pmtui.domain.solution import Experiment


def record_differences(before: Portrait, after: Portrait) -> Iterator[Difference]:
    """What changed about other records, by kind and number."""
    yield from _came_and_went(before.named, after.named)
    yield from _dated(before.releases, after.releases)
    yield from _rewritten(before.strategy, after.strategy)
    yield from _capacity(before.capacities, after.capacities)
    for number, decision in after.decisions.items():
        yield from _decision(before.decisions.get(number), decision)
    for number, experiment in after.experiments.items():
        yield from _experiment(before.experiments.get(number), experiment)
    for number, key_result in after.key_results.items():
        if (old := before.key_results.get(number)) is not None:
            yield from _key_result(old, key_result)


def _came_and_went(before: Mapping[Key, str], after: Mapping[Key, str]) -> Iterator[Difference]:
    for key in sorted(after.keys() - before.keys()):
        yield Difference("added", str(key), after[key], f"new {_kind(key)}")
    for key in sorted(before.keys() - after.keys()):
        yield Difference("dropped", str(key), before[key], f"{_kind(key)} deleted")


def _kind(key: Key) -> str:
    return key.kind.value.replace("_", " ")


def _dated(before: Mapping[Key, tuple[str, str]], after: Mapping[Key, tuple[str, str]]) -> Iterator[Difference]:
    for key in sorted(before.keys() & after.keys()):
        (_, old), (name, new) = before[key], after[key]
        if old != new:
            yield Difference("moved", str(key), name, f"from {old or 'no date'} to {new or 'no date'}")


def _rewritten(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            what = "emptied" if not new else "written" if not old else "rewritten"
            yield Difference("decided", "", name, f"{what}: {headline(new)}" if new else what)


def _capacity(before: Mapping[str, float], after: Mapping[str, float]) -> Iterator[Difference]:
    for horizon in HORIZONS:
        old, new = before.get(horizon), after.get(horizon)
        if old != new:
            was, now = ("unknown" if months is None else show_number(months) for months in (old, new))
            yield Difference("decided", "", f"Capacity of {horizon}", f"from {was} to {now} person-months")


def _decision(old: Decision | None, new: Decision) -> Iterator[Difference]:
    key = str(decision_key(new.id))
    if old is None or (old.choice, old.place) != (new.choice, new.place):
        what = headline(new.choice) or "recorded"
        yield Difference("decided", key, new.title, what, headline(new.reason))
    if new.reviewed_on and (old is None or (old.outcome, old.learned) != (new.outcome, new.learned)):
        stated = "" if new.probability is None else f", held likely by {new.probability:.0%}"
        said = f"{headline(new.prediction)}{stated}: {new.outcome}" if new.outcome else "reviewed"
        yield Difference("learned", key, new.title, said, headline(new.learned))


def _experiment(old: Experiment | None, new: Experiment) -> Iterator[Difference]:
    is_new = old is None or (old.outcome, old.result) != (new.outcome, new.result)
    if is_new and (new.outcome or new.result):
        limit = f" (success was to be: {headline(new.success_limit).rstrip('.')})" if new.success_limit else ""
        said = ": ".join(part for part in (f"{new.outcome or 'open'}{limit}", headline(new.result)) if part)
        yield Difference("learned", str(experiment_key(new.id)), new.title, said)


def _key_result(old: KeyResult, new: KeyResult) -> Iterator[Difference]:
    key = str(key_result_key(new.id))
    unit = f" {new.unit}" if new.unit else ""
    if old.target != new.target:
        what = f"target from {show_figure(old.target) or 'none'} to {show_figure(new.target) or 'none'}{unit}"
        yield Difference("decided", key, new.title, what)
    if old.current != new.current:
        grade = "" if new.grade is None else f", grade {new.grade:.2f}"
        what = f"from {show_figure(old.current) or 'unknown'} to {show_figure(new.current) or 'unknown'}{unit}"
        yield Difference("learned", key, new.title, f"{what}{grade}")
