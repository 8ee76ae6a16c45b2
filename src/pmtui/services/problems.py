"""What a user does with problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.board import check_room
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import keys_in_words, problem_key
from pmtui.domain.links import ProblemEvidence, ProblemTag
from pmtui.domain.problem import Problem
from pmtui.domain.tag import Tag
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.board import enter_lane
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.queries import board, details
from pmtui.store.unit_of_work import UnitOfWork

LINES = ("title", "need", "horizon", "horizon_reason", "url")
BLOCKS = ("statement", "notes")


@dataclass(frozen=True, slots=True)
class AddProblem:
    """Add a problem at the top of a lane (the first one unless named), with tags and evidence."""

    title: str
    statement: str = ""
    notes: str = ""
    need: str = ""
    lane: str = ""
    tags: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty title, or a lane that is unknown, or full and strict."""
        lane = lane_named(uow, self.lane) if self.lane else first_lane(uow)
        notice = check_room(uow.lanes.get(lane), board.count_cards(uow.connection, lane))
        places = board.make_room(uow.connection, lane, board.top_card(uow.connection, lane), [0])
        number = uow.problems.add(
            Problem(
                id=0,
                title=clean_line(self.title),
                lane_id=lane,
                position=places[0],
                created_at=uow.now,
                updated_at=uow.now,
                statement=clean_block(self.statement).strip(),
                notes=clean_block(self.notes).strip(),
                need=self.need,
            )
        )
        enter_lane(uow, number, None, lane)
        add_tags(uow, (number,), self.tags)
        for piece in dict.fromkeys(self.evidence):
            uow.problem_evidence.add(ProblemEvidence(0, number, uow.evidence.get(piece).id))
        return Outcome(f"Added {problem_key(number)}", notice, number)


@dataclass(frozen=True, slots=True)
class AddManyProblems:
    """Add many problems that have everything but their titles in common. common: its own title is not used."""

    titles: tuple[str, ...]
    common: AddProblem

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add them. Raises Refusal as AddProblem does, and when there is none."""
        if not self.titles:
            raise Refusal("There is no problem to add.", "Each line becomes a problem.")
        outcomes = [evolve(self.common, title=title).run(uow) for title in self.titles]
        words = "1 problem" if len(outcomes) == 1 else f"{len(outcomes):,} problems"
        return Outcome(f"Added {words}", outcomes[-1].notice, outcomes[0].created)


@dataclass(frozen=True, slots=True)
class EditProblem:
    """Change texts and fields of one problem.

    changes: new values by field. seen: the values the user saw when the form was opened; a field that is to change and
    is no longer as seen is not overwritten.
    """

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when someone else changed the same field meanwhile."""
        problem = uow.problems.get(self.number)
        key = problem_key(self.number)
        kept = {name: str(getattr(problem, name)) for name in (*LINES, *BLOCKS)}
        texts = {name: text for name, text in self.changes.items() if name in kept}
        changed = evolve(problem, **fields_to_change(str(key), kept, texts, self.seen, BLOCKS))
        if changed == problem:
            return Outcome(f"{key} is as it was")
        uow.problems.save(evolve(changed, updated_at=uow.now))
        return Outcome(f"Edited {key}")


@dataclass(frozen=True, slots=True)
class SetField:
    """Set one field (need, horizon, moscow) of several problems. reason: why, for the horizon."""

    numbers: tuple[int, ...]
    name: str
    value: str
    reason: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Set it. Raises Refusal for an unknown word, or a declined problem without a reason."""
        changes = {self.name: self.value}
        if self.name == "horizon":
            changes["horizon_reason"] = clean_line(self.reason)
        elif self.name not in ("need", "moscow"):
            raise Refusal(f"{self.name} can't be set on several problems.", "Set need, horizon or moscow.")
        for number in self.numbers:
            uow.problems.save(evolve(uow.problems.get(number), **changes, updated_at=uow.now))
        name = "MoSCoW" if self.name == "moscow" else self.name
        word = "Declined" if self.value == "declined" else f"Set {name} to {self.value or 'none'} on"
        return Outcome(f"{word} {keys_in_words(self.numbers)}")


@dataclass(frozen=True, slots=True)
class TagProblems:
    """Put tags on problems and take tags off them, by name."""

    numbers: tuple[int, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change the tags. Raises Refusal when a problem is gone."""
        for number in self.numbers:
            uow.problems.get(number)
        add_tags(uow, self.numbers, self.add)
        for name in self.remove:
            if (tag := details.tag_number(uow.connection, clean_line(name))) is not None:
                for number in self.numbers:
                    uow.problem_tags.delete_where(problem_id=number, tag_id=tag)
        return Outcome(f"Tagged {keys_in_words(self.numbers)}")


@dataclass(frozen=True, slots=True)
class DeleteProblems:
    """Delete problems with their estimates, links and solutions. Evidence and sub-problems stay."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete them. Raises Refusal when one is gone already."""
        from pmtui.services.roadmap import leave_roadmap  # it is rare, and these load more than the rest
        from pmtui.services.solutions import remove_solution
        from pmtui.services.sub_problems import take_out

        for number in self.numbers:
            uow.problems.get(number)
            uow.problem_tags.delete_where(problem_id=number)
            uow.problem_evidence.delete_where(problem_id=number)
            uow.problem_personas.delete_where(problem_id=number)
            uow.problem_objectives.delete_where(problem_id=number)
            uow.decision_problems.delete_where(problem_id=number)
            uow.kano_answers.delete_where(problem_id=number)
            uow.comparisons.delete_where(winner_id=number)
            uow.comparisons.delete_where(loser_id=number)
            uow.estimates.delete_where(problem_id=number)
            uow.lane_changes.delete_where(problem_id=number)
            for solution in uow.solutions.all(problem_id=number):
                remove_solution(uow, solution.id)
            take_out(uow, number)
            leave_roadmap(uow, number)
        uow.problems.delete(self.numbers)
        return Outcome(f"Deleted {keys_in_words(self.numbers)}")


def first_lane(uow: UnitOfWork) -> int:
    """The number of the lane that new problems come into. Raises Refusal where another program left none."""
    lanes = uow.lanes.all(order="position")
    if not lanes:
        raise Refusal("The board has no lanes.", "Something removed them: take that back with undo.")
    return lanes[0].id


def lane_named(uow: UnitOfWork, name: str) -> int:
    """The number of the lane of this name in any case. Raises Refusal that names the lanes there are."""
    lanes = uow.lanes.all(order="position")
    for lane in lanes:
        if lane.name.casefold() == name.strip().casefold():
            return lane.id
    raise Refusal(
        f"There is no lane {clean_line(name)}.", "The lanes are " + ", ".join(lane.name for lane in lanes) + "."
    )


def add_tags(uow: UnitOfWork, numbers: tuple[int, ...], names: tuple[str, ...]) -> None:
    """Put tags on problems, making those that are new."""
    for name in map(clean_line, names):
        tag = details.tag_number(uow.connection, name)
        if tag is None:
            tag = uow.tags.add(Tag(0, name))
        for number in numbers:
            if not uow.problem_tags.all(problem_id=number, tag_id=tag):
                uow.problem_tags.add(ProblemTag(0, number, tag))
