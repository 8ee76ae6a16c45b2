"""What a user asks about who is heard and who is not."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from pmtui.domain.bias import RECENT_DAYS, Hearing, hearings
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import central_value
from pmtui.domain.keys import persona_key, problem_key
from pmtui.domain.scale import POPULATION, read_amount
from pmtui.export import bias as page
from pmtui.store.queries import bias, personas
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SingleSource:
    """An open problem that one customer alone speaks of. pieces: how many times."""

    id: int
    title: str
    pieces: int
    customer: str


@dataclass(frozen=True, slots=True)
class BiasView:
    """Who is heard and who is not.

    hearings: how much each persona is heard, those of most people first; names: of the personas by number.
    evidence: the pieces that count; recent: those of the last RECENT_DAYS days; undated: those that were taken to be
    from the day they were recorded; unspoken: those that speak for no persona.
    """

    hearings: tuple[Hearing, ...]
    names: dict[int, str]
    evidence: int
    recent: int
    undated: int
    unspoken: int
    single: tuple[SingleSource, ...]

    @property
    def silent(self) -> tuple[int, ...]:
        """The personas that nobody was heard from."""
        return tuple(hearing.persona for hearing in self.hearings if not hearing.evidence)

    @property
    def recent_share(self) -> float | None:
        """The share of the evidence that is recent, None when there is no evidence."""
        return self.recent / self.evidence if self.evidence else None


def bias_view(uow: UnitOfWork) -> BiasView:
    """Who is heard and who is not, today."""
    everyone = uow.personas.all()
    since = uow.today - timedelta(days=RECENT_DAYS)
    evidence, recent, undated = bias.count_since(uow.connection, since.isoformat())
    return BiasView(
        hearings=hearings(
            personas.evidence_by_persona(uow.connection),
            {persona.id: people_of(persona.population) for persona in everyone},
        ),
        names={persona.id: persona.name for persona in everyone},
        evidence=evidence,
        recent=recent,
        undated=undated,
        unspoken=bias.count_unspoken(uow.connection),
        single=tuple(SingleSource(*row) for row in bias.single_source_problems(uow.connection)),
    )


def bias_record(uow: UnitOfWork) -> dict[str, Any]:
    """The bias view as other programs read it."""
    view = bias_view(uow)
    return {
        "evidence": view.evidence,
        "recent_days": RECENT_DAYS,
        "recent": view.recent,
        "recent_share": view.recent_share,
        "undated": view.undated,
        "without_persona": view.unspoken,
        "personas": [
            {
                "key": str(persona_key(hearing.persona)),
                "title": view.names[hearing.persona],
                "evidence": hearing.evidence,
                "evidence_share": hearing.evidence_share,
                "population_share": hearing.population_share,
                "heard": hearing.in_words,
            }
            for hearing in view.hearings
        ],
        "silent": [str(persona_key(number)) for number in view.silent],
        "single_source": [
            {
                "key": str(problem_key(problem.id)),
                "title": problem.title,
                "evidence": problem.pieces,
                "customer": problem.customer,
            }
            for problem in view.single
        ],
    }


def bias_markdown(uow: UnitOfWork) -> str:
    """The bias view as a page to hand over."""
    view = bias_view(uow)
    return page.bias_markdown(
        page.BiasPage(
            workspace=uow.settings.name,
            personas=tuple(
                page.PersonaLine(
                    str(persona_key(hearing.persona)),
                    view.names[hearing.persona],
                    hearing.population_share,
                    hearing.evidence_share,
                    hearing.evidence,
                    hearing.in_words,
                )
                for hearing in view.hearings
            ),
            single=tuple(
                page.SingleLine(str(problem_key(problem.id)), problem.title, problem.pieces, problem.customer)
                for problem in view.single
            ),
            evidence=view.evidence,
            recent=view.recent,
            recent_days=RECENT_DAYS,
            undated=view.undated,
            unspoken=view.unspoken,
        )
    )


def people_of(text: str) -> float | None:
    """How many people a population as typed counts as; None when it is unknown, or another program wrote no amount."""
    try:
        amount = read_amount(text, POPULATION)
    except Refusal:
        return None
    return None if amount is None else central_value(amount, POPULATION)
