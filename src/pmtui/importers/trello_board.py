"""What a Trello export holds, as far as it is read. A part of another shape than Trello's counts as empty."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

T = TypeVar("T")


def _only(kind: type[T]) -> Callable[[Any], T]:
    return lambda value: value if isinstance(value, kind) else kind()


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _names(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


Text = Annotated[str, BeforeValidator(_only(str))]
Names = Annotated[list[str], BeforeValidator(_names)]
Values = Annotated[dict[str, Any], BeforeValidator(_only(dict))]


class Part(BaseModel):
    """A part of a board; what else Trello puts into it is left out."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Text = ""
    name: Text = ""


P = TypeVar("P", bound=Part)
Parts = Annotated[list[P], BeforeValidator(_objects)]


class Label(Part):
    """A label; one without a name is known by its colour."""

    color: Text = ""


class CardList(Part):
    """A list: a column of the board."""

    closed: Annotated[bool, BeforeValidator(bool)] = False


class Member(Part):
    """A person on the board."""

    full_name: Text = Field("", alias="fullName")


class CheckItem(Part):
    """One line of a checklist."""

    state: Text = ""


class Checklist(Part):
    """A checklist of one card."""

    card_id: Text = Field("", alias="idCard")
    items: Parts[CheckItem] = Field([], alias="checkItems")


class Option(Part):
    """One choice of a custom field."""

    value: Values = {}


class CustomField(Part):
    """A custom field of the board."""

    options: Parts[Option] = []


class CustomFieldItem(Part):
    """The value that one card has of a custom field: written out, or the id of a choice."""

    field_id: Text = Field("", alias="idCustomField")
    value: Values = {}
    option_id: Text = Field("", alias="idValue")


class Card(Part):
    """A card. badges: its counts; customFieldItems: its values of the board's custom fields."""

    short_url: Text = Field("", alias="shortUrl")
    url: Text = ""
    description: Text = Field("", alias="desc")
    labels: Parts[Label] = []
    members: Names = Field([], alias="idMembers")
    list_id: Text = Field("", alias="idList")
    due: Text = ""
    closed: Annotated[bool, BeforeValidator(bool)] = False
    last_activity: Text = Field("", alias="dateLastActivity")
    badges: Values = {}
    custom_field_items: Parts[CustomFieldItem] = Field([], alias="customFieldItems")


class Action(Part):
    """Something that happened on the board; comments are actions."""

    type: Text = ""
    date: Text = ""
    data: Values = {}
    creator: Annotated[Member, BeforeValidator(_only(dict))] = Field(
        default_factory=lambda: Member.model_validate({}), alias="memberCreator"
    )


class Board(Part):
    """A whole board."""

    lists: Parts[CardList] = []
    cards: Parts[Card] = []
    members: Parts[Member] = []
    checklists: Parts[Checklist] = []
    custom_fields: Parts[CustomField] = Field([], alias="customFields")
    actions: Parts[Action] = []
