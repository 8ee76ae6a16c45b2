"""What became of problems: on the roadmap, on the board, in the ranking."""

from collections.abc import Iterator

from pmtui.domain.differences.difference import Difference
from pmtui.domain.differences.scores import is_beyond_noise, score_differences
from pmtui.domain.keys import evidence_key, problem_key
from pmtui.domain.portrait import Portrait, ProblemState
from pmtui.domain.text import counted

PIECES_SHOWN = 1
_DECLINED = "declined"


def problem_differences(before: Portrait, after: Portrait) -> Iterator[Difference]:
    """What changed about problems, by number."""
    for number in sorted(before.problems.keys() | after.problems.keys()):
        old, new = before.problems.get(number), after.problems.get(number)
        key = str(problem_key(number))
        if new is None:
            if old is not None:
                yield Difference("dropped", key, old.title, f"deleted{_in_brackets(old)}")
        elif old is None:
            yield _new(key, new)
        else:
            yield from _planned(key, old, new)
            yield from _moved(key, old, new)
            yield from _ranked(number, before, after)
            yield from score_differences(number, before, after)


def _new(key: str, new: ProblemState) -> Difference:
    if new.horizon == _DECLINED:
        return Difference("dropped", key, new.title, "came in and was declined", new.horizon_reason)
    pieces = f", with {counted(len(new.evidence), 'piece')} of evidence" if new.evidence else ""
    return Difference("added", key, new.title, f"new{_in_brackets(new)}{pieces}", new.horizon_reason)


def _planned(key: str, old: ProblemState, new: ProblemState) -> Iterator[Difference]:
    if old.horizon != new.horizon:
        if new.horizon == _DECLINED:
            yield Difference("dropped", key, new.title, f"declined{_in_brackets(old)}", new.horizon_reason)
        elif old.horizon == _DECLINED:
            yield Difference("added", key, new.title, f"taken up again{_in_brackets(new)}", new.horizon_reason)
        else:
            what = f"from {old.horizon or 'no horizon'} to {new.horizon or 'no horizon'}"
            yield Difference("moved", key, new.title, what, new.horizon_reason)
    if old.solution != new.solution:
        what = f"to be solved by {new.solution}" if new.solution else f"no longer to be solved by {old.solution}"
        yield Difference("decided", key, new.title, what)
    if (old.pinned is None) != (new.pinned is None):
        what = "pinned to its horizon" if old.pinned is None else "no longer pinned"
        yield Difference("decided", key, new.title, what, new.pinned or "")
    for needed in sorted(new.needs ^ old.needs):
        what = f"{'needs' if needed in new.needs else 'no longer needs'} {problem_key(needed)} first"
        yield Difference("decided", key, new.title, what)


def _moved(key: str, old: ProblemState, new: ProblemState) -> Iterator[Difference]:
    if old.release != new.release:
        what = f"into the release {new.release}" if new.release else f"out of the release {old.release}"
        yield Difference("moved", key, new.title, what)
    if old.lane != new.lane:
        yield Difference("moved", key, new.title, f"from {old.lane} to {new.lane} on the board")


def _ranked(number: int, before: Portrait, after: Portrait) -> Iterator[Difference]:
    """The first place, the bound of the first places, and among them what moved by a score of its own.

    Each problem that moves pushes others up or down by one, of which nobody wants to hear.
    """
    old, new = before.problems[number].rank, after.problems[number].rank
    if old is None or new is None or old == new:
        return
    crossed = any((old <= bound) != (new <= bound) for bound in (1, before.top))
    if crossed or (min(old, new) <= before.top and is_beyond_noise(number, before, after)):
        title = after.problems[number].title
        yield Difference("moved", str(problem_key(number)), title, f"from #{old} to #{new} in the ranking")


def evidence_differences(before: Portrait, after: Portrait) -> Iterator[Difference]:
    """The evidence that was connected to problems that are in both, or taken off."""
    for number in sorted(before.problems.keys() & after.problems.keys()):
        yield from _heard(str(problem_key(number)), before.problems[number], after.problems[number], after)


def _heard(key: str, old: ProblemState, new: ProblemState, after: Portrait) -> Iterator[Difference]:
    if more := sorted(new.evidence - old.evidence):
        words = [f"{evidence_key(one)} “{after.pieces.get(one, '')}”" for one in more[:PIECES_SHOWN]]
        others = [f"{len(more) - PIECES_SHOWN:,} more"] if len(more) > PIECES_SHOWN else []
        what = f"{counted(len(more), 'piece')} of evidence connected: {' and '.join((*words, *others))}"
        yield Difference("learned", key, new.title, what)
    if fewer := old.evidence - new.evidence:
        yield Difference("learned", key, new.title, f"{counted(len(fewer), 'piece')} of evidence taken off")


def _in_brackets(state: ProblemState) -> str:
    rank = "" if state.rank is None else f"#{state.rank}"
    horizon = "" if state.horizon == _DECLINED else state.horizon
    said = ", ".join(fact for fact in (state.lane, horizon, rank) if fact)
    return f" ({said})" if said else ""
