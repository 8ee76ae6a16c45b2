"""What a user does with releases and their launch checklists."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import release_key
from pmtui.domain.launch import default_lines
from pmtui.domain.release import LaunchItem, Release
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.unit_of_work import UnitOfWork

LINES = ("name", "release_on", "launch_tier")
BLOCKS = ("notes",)


@dataclass(frozen=True, slots=True)
class AddRelease:
    """Add a release after the others, with the checklist of its launch tier. release_on: ISO date or ""."""

    name: str
    release_on: str = ""
    launch_tier: str = ""
    notes: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty name, what is no day, or an unknown tier."""
        others = uow.releases.all(order="position")
        number = uow.releases.add(
            Release(
                id=0,
                name=clean_line(self.name),
                created_at=uow.now,
                updated_at=uow.now,
                release_on=clean_line(self.release_on),
                notes=clean_block(self.notes).strip(),
                launch_tier=clean_line(self.launch_tier),
                position=others[-1].position + 1 if others else 0,
            )
        )
        _add_missing_lines(uow, number)
        return Outcome(f"Added {release_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class EditRelease:
    """Change texts of a release. changes: by field; seen: the values the user saw, which protect newer ones.

    Another launch tier brings its lines of the checklist along; lines that are there stay.
    """

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when a field was changed meanwhile, and for what is no day or tier."""
        release, key = uow.releases.get(self.number), str(release_key(self.number))
        kept = {name: str(getattr(release, name)) for name in (*LINES, *BLOCKS)}
        texts = {name: text for name, text in self.changes.items() if name in kept}
        changed = evolve(release, **fields_to_change(key, kept, texts, self.seen, BLOCKS))
        if changed == release:
            return Outcome(f"{key} is as it was")
        uow.releases.save(evolve(changed, updated_at=uow.now))
        if changed.launch_tier != release.launch_tier:
            _add_missing_lines(uow, self.number)
        return Outcome(f"Edited {key}")


@dataclass(frozen=True, slots=True)
class DeleteRelease:
    """Delete a release with its checklist. What it groups stays on the roadmap."""

    number: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete it. Raises Refusal when it is gone already."""
        uow.releases.get(self.number)
        for item in uow.roadmap_items.all(release_id=self.number):
            uow.roadmap_items.save(evolve(item, release_id=None))
        uow.launch_items.delete_where(release_id=self.number)
        uow.releases.delete((self.number,))
        return Outcome(f"Deleted {release_key(self.number)}")


@dataclass(frozen=True, slots=True)
class ShiftRelease:
    """Move a release among the others. step: -1 up, 1 down."""

    number: int
    step: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move it. Raises Refusal where it stands at the end already."""
        key = release_key(uow.releases.get(self.number).id)
        order = uow.releases.all(order="position")
        place = [release.id for release in order].index(self.number)
        if not 0 <= place + self.step < len(order):
            raise Refusal(f"{key} stands at the end already.")
        order.insert(place + self.step, order.pop(place))
        for position, release in enumerate(order):
            uow.releases.save(evolve(release, position=position))
        return Outcome(f"Moved {key} {'up' if self.step < 0 else 'down'}")


@dataclass(frozen=True, slots=True)
class AddLaunchItem:
    """Add a line to the launch checklist of a release, after the others of its area."""

    release: int
    area: str
    title: str

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an unknown area, empty words, or a release that is gone."""
        key = release_key(uow.releases.get(self.release).id)
        number = _add_line(uow, self.release, clean_line(self.area), clean_line(self.title))
        return Outcome(f"Added a line to the checklist of {key}", created=number)


@dataclass(frozen=True, slots=True)
class EditLaunchItem:
    """Change the words of a line of a launch checklist."""

    number: int
    title: str

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change them. Raises Refusal for empty words."""
        item = uow.launch_items.get(self.number)
        uow.launch_items.save(evolve(item, title=clean_line(self.title)))
        return Outcome(f"Edited a line of the checklist of {release_key(item.release_id)}")


@dataclass(frozen=True, slots=True)
class TickLaunchItem:
    """Say that a line of a launch checklist is done, or not."""

    number: int
    done: bool

    def run(self, uow: UnitOfWork) -> Outcome:
        """Say it. Raises Refusal when the line is gone."""
        item = uow.launch_items.get(self.number)
        uow.launch_items.save(evolve(item, done=int(self.done)))
        state = "Done" if self.done else "Not done"
        return Outcome(f"{state} for {release_key(item.release_id)}: {item.title}")


@dataclass(frozen=True, slots=True)
class DeleteLaunchItem:
    """Delete a line of a launch checklist."""

    number: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete it. Raises Refusal when it is gone already."""
        item = uow.launch_items.get(self.number)
        uow.launch_items.delete((self.number,))
        return Outcome(f"Deleted a line of the checklist of {release_key(item.release_id)}")


def _add_missing_lines(uow: UnitOfWork, release: int) -> None:
    known = {(item.area, item.title) for item in uow.launch_items.all(release_id=release)}
    for area, title in default_lines(uow.releases.get(release).launch_tier):
        if (area, title) not in known:
            _add_line(uow, release, area, title)


def _add_line(uow: UnitOfWork, release: int, area: str, title: str) -> int:
    others = uow.launch_items.all(order="position", release_id=release)
    position = others[-1].position + 1 if others else 0
    return uow.launch_items.add(LaunchItem(0, release, area, title, position=position))
