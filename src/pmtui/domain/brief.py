"""A brief: one page about one problem for one audience, in claims that name what supports them."""

from dataclasses import dataclass

from pmtui.domain.keys import Key, Kind

AUDIENCES = ("developers", "designers", "marketing", "sales", "executives")
_SUPPORT = (Kind.EVIDENCE, Kind.DECISION)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a brief says. keys: the records it rests on; only evidence and decisions support a claim.

    is_task: whether it says what is to be done, which needs no support.
    """

    words: str
    keys: tuple[Key, ...] = ()
    is_task: bool = False

    @property
    def is_supported(self) -> bool:
        """Whether evidence or a decision stands behind it."""
        return any(key.kind in _SUPPORT for key in self.keys)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a customer said, word for word. who: whose words they are, as far as known."""

    key: Key
    words: str
    who: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief. text: the user's own Markdown that belongs to it."""

    heading: str
    claims: tuple[Claim, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say here."""
        return not (self.claims or self.quotations or self.text.strip())


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief. audience: one of AUDIENCES."""

    audience: str
    problem: Key
    title: str
    sections: tuple[Section, ...]

    @property
    def unsupported(self) -> tuple[Claim, ...]:
        """The claims that neither evidence nor a decision supports, in their order."""
        return tuple(
            claim for section in self.sections for claim in section.claims if not (claim.is_supported or claim.is_task)
        )
