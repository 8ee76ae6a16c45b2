"""A company: a customer organisation or household."""

from dataclasses import dataclass

from pmtui.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class Company:
    """A customer organisation or household. revenue: money a year; size: people."""

    id: int
    name: str
    created_at: str
    tier: str = ""
    revenue: float | None = None
    size: int | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refusal("A company needs a name.")
