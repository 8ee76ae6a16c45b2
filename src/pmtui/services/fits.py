"""How well problems serve objectives, and the strategic fit that follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmtui.domain.criteria import NO_FIT
from pmtui.domain.keys import objective_key
from pmtui.domain.links import FITS
from pmtui.store.queries.objectives import objectives_of
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class FitView:
    """A problem and an objective it serves, seen from either side: id, key and title are those of the other one.

    fit: one of domain.links.FITS, or whatever another program wrote.
    """

    id: int
    key: str
    title: str
    fit: float

    @property
    def how(self) -> str:
        """How well, in a word."""
        return FITS.get(self.fit, "in a way of its own")


def objectives_served(uow: UnitOfWork, problem: int) -> tuple[FitView, ...]:
    """The objectives that a problem serves, the best first."""
    return objectives_of_problems(uow, [problem])[problem]


def objectives_of_problems(uow: UnitOfWork, problems: Sequence[int]) -> dict[int, tuple[FitView, ...]]:
    """The objectives that each problem serves, the best first."""
    return {
        problem: tuple(FitView(number, str(objective_key(number)), title, fit) for number, title, fit in rows)
        for problem, rows in objectives_of(uow.connection, problems).items()
    }


def fit_in_words(uow: UnitOfWork, problem: int) -> str:
    """What the strategic fit of a problem is without an estimate, and where it comes from."""
    best = next((view for view in objectives_served(uow, problem) if view.fit in FITS), None)
    if best is None:
        return f"{NO_FIT:g}: it serves no objective"
    return f"{best.fit:g}: it serves {best.key} {best.how}"
