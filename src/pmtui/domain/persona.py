"""A persona: stands for a group of real users."""

from dataclasses import dataclass

from pmtui.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class Persona:
    """One persona.

    picture: one line that lets people see it before them. quote: what it would say. jobs, pains, gains: what it tries
    to get done, what gets in the way, what it wishes for; Markdown, one a line. population: how many people it stands
    for, a value or a range as typed, or "" when unknown (domain.scale reads it). custom: JSON object of imported fields
    without a place of their own. created_at, updated_at: ISO 8601 moments, UTC.
    """

    id: int
    name: str
    created_at: str
    updated_at: str
    role: str = ""
    picture: str = ""
    quote: str = ""
    jobs: str = ""
    pains: str = ""
    gains: str = ""
    population: str = ""
    notes: str = ""
    custom: str = "{}"

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refusal("A persona needs a name.", "Name a group of users in a few words, such as Busy parents.")
