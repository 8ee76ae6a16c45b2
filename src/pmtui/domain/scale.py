"""How big a problem is: the people it reaches and the pain they have of it, from the personas that have it.

The quantities of a persona and of its link to a problem are typed and read as estimates are; their rules are the
product's own specification.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pmtui.domain.criterion import Criterion
from pmtui.domain.estimate import Amount, central_value, parse_amount

POPULATION = Criterion(0, "population", "Population", "people", "positive", 0, None, 1, "",
                       "How many people the persona stands for. A count or a range, such as 3000..5000.")  # fmt: skip
AFFECTED = Criterion(0, "affected", "Affected", "%", "limited", 0, 1, 1, "",
                     "Which share of the persona has the problem.")  # fmt: skip
FREQUENCY = Criterion(0, "frequency", "Frequency", "times a month", "positive", 0, None, 1, "",
                      "How often one of them meets it in a month.")  # fmt: skip
SEVERITY = Criterion(0, "severity", "Severity", "", "limited", 1, 4, 1,
                     "1 minor; 2 annoying; 3 blocks the job; 4 harm or loss",
                     "How hard it hits each time.")  # fmt: skip


def read_amount(text: str, quantity: Criterion) -> Amount | None:
    """The amount that was typed for a quantity, or None when it is unknown. Raises Refusal for what is no amount."""
    return parse_amount(text, quantity) if text.strip() else None


def read_share(population: str, affected: str, frequency: str, severity: str) -> "Share":
    """What one persona adds, from what was typed. Raises Refusal for what is no amount."""
    return Share(
        read_amount(population, POPULATION),
        read_amount(affected, AFFECTED),
        read_amount(frequency, FREQUENCY),
        read_amount(severity, SEVERITY),
    )


@dataclass(frozen=True, slots=True)
class Share:
    """What one persona adds to a problem: its population and the quantities of the link, None when unknown."""

    population: Amount | None
    affected: Amount | None
    frequency: Amount | None
    severity: Amount | None

    @property
    def known(self) -> tuple[Amount, ...]:
        """Those of the four that are known."""
        four = (self.population, self.affected, self.frequency, self.severity)
        return tuple(amount for amount in four if amount is not None)

    @property
    def reach(self) -> float | None:
        """People of this persona that have the problem: population * affected; None when one is unknown."""
        return _product((self.population, POPULATION), (self.affected, AFFECTED))

    @property
    def scale(self) -> float | None:
        """Pain a month: population * affected * frequency * severity; None when one is unknown."""
        return _product(
            (self.population, POPULATION),
            (self.affected, AFFECTED),
            (self.frequency, FREQUENCY),
            (self.severity, SEVERITY),
        )


def total(parts: Iterable[float | None]) -> float | None:
    """The sum of the parts that are known, or None when none is."""
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def _product(*factors: tuple[Amount | None, Criterion]) -> float | None:
    product = 1.0
    for amount, quantity in factors:
        if amount is None:
            return None
        product *= central_value(amount, quantity)
    return product
