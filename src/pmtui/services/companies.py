"""What a user does with companies."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.company import Company
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import LARGEST
from pmtui.domain.keys import company_key
from pmtui.domain.text import clean_line
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.queries import details, personas
from pmtui.store.unit_of_work import UnitOfWork

FIELDS = ("name", "tier", "revenue", "size")


@dataclass(frozen=True, slots=True)
class AddCompany:
    """Add a company. revenue: money a year, size: people; both as typed, "" for unknown."""

    name: str
    tier: str = ""
    revenue: str = ""
    size: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty name, one that is there already, and for what is no number."""
        values = _values({"name": self.name, "tier": self.tier, "revenue": self.revenue, "size": self.size})
        company = evolve(Company(0, "new", uow.now), **values)
        _check_name(uow, company)
        number = uow.companies.add(company)
        return Outcome(f"Added {company_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class EditCompany:
    """Change one company. changes: by field as typed; seen: the texts the user saw, which protect newer ones."""

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when a field was changed meanwhile, and for what is no number."""
        company = uow.companies.get(self.number)
        key = str(company_key(self.number))
        texts = {name: text for name, text in self.changes.items() if name in FIELDS}
        changed = evolve(company, **_values(fields_to_change(key, company_texts(company), texts, self.seen)))
        if changed == company:
            return Outcome(f"{key} is as it was")
        _check_name(uow, changed)
        uow.companies.save(changed)
        return Outcome(f"Edited {key}")


@dataclass(frozen=True, slots=True)
class DeleteCompanies:
    """Delete companies. Their evidence stays, and names no company then."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete them. Raises Refusal when one is gone already."""
        for number in self.numbers:
            uow.companies.get(number)
        personas.forget_company(uow.connection, self.numbers)
        uow.companies.delete(self.numbers)
        return Outcome(f"Deleted {companies_in_words(self.numbers)}")


def company_texts(company: Company) -> dict[str, str]:
    """The fields of a company as they are typed."""
    revenue = "" if company.revenue is None else f"{company.revenue:.15g}"
    size = "" if company.size is None else str(company.size)
    return {"name": company.name, "tier": company.tier, "revenue": revenue, "size": size}


def companies_in_words(numbers: tuple[int, ...]) -> str:
    """The keys of some companies as a step's label names them."""
    if len(numbers) > 3:
        return f"{len(numbers):,} companies"
    return ", ".join(str(company_key(number)) for number in numbers)


def _values(texts: Mapping[str, str]) -> dict[str, object]:
    values: dict[str, object] = {name: clean_line(text) for name, text in texts.items()}
    if "revenue" in texts:
        values["revenue"] = _number("Revenue", texts["revenue"])
    if "size" in texts:
        size = _number("Size", texts["size"])
        if size is not None and size != int(size):
            raise Refusal("Size is a number of people.", "Use a whole number, such as 40.")
        values["size"] = None if size is None else int(size)
    return values


def _number(name: str, text: str) -> float | None:
    bare = clean_line(text).replace(",", "")
    if not bare:
        return None
    try:
        value = float(bare)
    except ValueError:
        value = math.nan
    if not 0 <= value <= LARGEST:
        raise Refusal(
            f"{name}: “{clean_line(text)}” is not a number.", "Use 0 or more, such as 12000, or leave it out."
        )
    return value


def _check_name(uow: UnitOfWork, company: Company) -> None:
    there = details.company_number(uow.connection, company.name)
    if there is not None and there != company.id:
        raise Refusal(f"There is a company {company.name} already.", f"It is {company_key(there)}.")
