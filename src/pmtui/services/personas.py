"""What a user does with personas and with the problems they have."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Estimate, central_value, check_amount
from pmtui.domain.keys import keys_in_words, persona_key, problem_key
from pmtui.domain.links import ProblemPersona
from pmtui.domain.persona import Persona
from pmtui.domain.reach import FROM_PERSONAS, reach_of
from pmtui.domain.scale import POPULATION, read_amount, read_share
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.estimates import criterion_of
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.queries import personas
from pmtui.store.unit_of_work import UnitOfWork

LINES = ("name", "role", "picture", "quote", "population")
BLOCKS = ("jobs", "pains", "gains", "notes")


@dataclass(frozen=True, slots=True)
class AddPersona:
    """Add a persona. fields: its other texts by name (LINES and BLOCKS)."""

    name: str
    fields: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty name or a population that is no amount."""
        texts = {name: clean_line(self.fields.get(name, "")) for name in LINES if name != "name"}
        texts |= {name: clean_block(self.fields.get(name, "")).strip() for name in BLOCKS}
        read_amount(texts["population"], POPULATION)
        number = uow.personas.add(Persona(0, clean_line(self.name), uow.now, uow.now, **texts))
        return Outcome(f"Added {persona_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class EditPersona:
    """Change texts of one persona. changes: by field; seen: the values the user saw, which protect newer ones."""

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when a field was changed meanwhile, and for a population that is no amount."""
        persona = uow.personas.get(self.number)
        key = str(persona_key(self.number))
        kept = {name: str(getattr(persona, name)) for name in (*LINES, *BLOCKS)}
        texts = {name: text for name, text in self.changes.items() if name in kept}
        changed = evolve(persona, **fields_to_change(key, kept, texts, self.seen, BLOCKS))
        if changed == persona:
            return Outcome(f"{key} is as it was")
        read_amount(changed.population, POPULATION)
        uow.personas.save(evolve(changed, updated_at=uow.now))
        return Outcome(f"Edited {key}")


@dataclass(frozen=True, slots=True)
class DeletePersonas:
    """Delete personas and their links to problems. Evidence stays, and speaks for nobody then."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete them. Raises Refusal when one is gone already."""
        for number in self.numbers:
            uow.personas.get(number)
            uow.problem_personas.delete_where(persona_id=number)
        personas.forget_persona(uow.connection, self.numbers)
        uow.personas.delete(self.numbers)
        return Outcome(f"Deleted {personas_in_words(self.numbers)}")


@dataclass(frozen=True, slots=True)
class LinkPersonas:
    """Say that personas have problems, and how hard they are hit.

    affected: the share of the persona; frequency: times a month; severity: 1 to 4. Each as typed, a value or a range,
    "" for unknown; None leaves what a link that is there already says.
    """

    problems: tuple[int, ...]
    personas: tuple[int, ...]
    affected: str | None = None
    frequency: str | None = None
    severity: str | None = None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Link them. Raises Refusal when one of them is gone, and for what is no amount of its scale."""
        given = {"affected": self.affected, "frequency": self.frequency, "severity": self.severity}
        said = {name: clean_line(text) for name, text in given.items() if text is not None}
        read_share("", **{name: said.get(name, "") for name in given})
        for problem in self.problems:
            uow.problems.get(problem)
            for persona in self.personas:
                uow.personas.get(persona)
                there = uow.problem_personas.all(problem_id=problem, persona_id=persona)
                if there:
                    uow.problem_personas.save(evolve(there[0], **said))
                else:
                    uow.problem_personas.add(ProblemPersona(0, problem, persona, **said))
        return Outcome(f"Linked {personas_in_words(self.personas)} to {keys_in_words(self.problems)}")


@dataclass(frozen=True, slots=True)
class UnlinkPersonas:
    """Take the links between problems and personas off."""

    problems: tuple[int, ...]
    personas: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Take them off. Raises Refusal when one of them is gone."""
        for problem in self.problems:
            uow.problems.get(problem)
            for persona in self.personas:
                uow.personas.get(persona)
                uow.problem_personas.delete_where(problem_id=problem, persona_id=persona)
        return Outcome(f"Unlinked {personas_in_words(self.personas)} from {keys_in_words(self.problems)}")


@dataclass(frozen=True, slots=True)
class TakeReach:
    """Take the reach of problems over from the personas that have them, as a copy that says where it comes from.

    How a sum of ranges becomes one estimate: see domain.reach.
    """

    problems: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Take it over. Raises Refusal when a problem has no persona with a population and a share affected."""
        for number in self.problems:
            self._take(uow, uow.problems.get(number).id)
        return Outcome(f"Took the reach of {keys_in_words(self.problems)} from its personas")

    def _take(self, uow: UnitOfWork, number: int) -> None:
        links = personas.shares_of(uow.connection, [number])[number]
        shares = {persona: read_share(*texts) for persona, _, *texts in links}
        amount = reach_of(shares.values())
        if amount is None:
            raise Refusal(
                f"No persona says how many people {problem_key(number)} reaches.",
                "Link a persona that has a population, and say which share of it is affected.",
            )
        criterion = criterion_of(uow, "reach")
        check_amount(amount, criterion)
        counted = tuple(persona for persona, share in shares.items() if share.reach is not None)
        kept = uow.estimates.all(problem_id=number, criterion_id=criterion.id)
        estimate = Estimate(
            id=kept[0].id if kept else 0,
            problem_id=number,
            criterion_id=criterion.id,
            low=amount.low,
            high=amount.high,
            middle=amount.middle,
            central=central_value(amount, criterion),
            made_on=uow.today.isoformat(),
            origin=FROM_PERSONAS,
            reason=f"population × affected of {', '.join(str(persona_key(each)) for each in counted)}",
        )
        if kept:
            uow.estimates.save(estimate)
        else:
            uow.estimates.add(estimate)


def personas_in_words(numbers: tuple[int, ...]) -> str:
    """The keys of some personas as a step's label names them."""
    if len(numbers) > 3:
        return f"{len(numbers):,} personas"
    return ", ".join(str(persona_key(number)) for number in numbers)
