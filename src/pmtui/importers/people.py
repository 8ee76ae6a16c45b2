"""Names are kept, addresses are not: an e-mail address or phone number becomes a word that still tells people apart."""

import re
from functools import lru_cache
from hashlib import blake2b

_EMAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_NAMED_EMAIL = re.compile(r"(?P<name>[^<>@]*[^<>@\s])\s*<[^<>]*@[^<>]*>")
_LONGEST_NAME = 400
_PHONE = re.compile(r"\+?[\d(][\d\s().\-/]{6,18}\d")
_PEOPLE_COLUMN = re.compile(
    r"e-?mail|phone|mobile|\btel\b|telephone|author|reporter|assignee|creator|created by|requester|recipient|owner|"
    r"member|user|customer|respondent|contact|watcher|person|submitter|voter|address",
    re.IGNORECASE,
)
# `2026-05-01 10:00` and other dates look like phone numbers.
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}.*|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*", re.DOTALL)


def names_people(column: str) -> bool:
    """Whether a column holds people, by its name; `Assignee Id` holds numbers."""
    return _PEOPLE_COLUMN.search(column) is not None and not column.casefold().endswith(("id", "ids"))


def without_contacts(text: str, salt: bytes) -> str:
    """Text from a column of people, with every e-mail address and phone number replaced.

    The same address gives the same word under the same salt, and nobody can tell the address from the word. From
    `Ann <ann@example.org>` the name is kept.
    """
    if "@" in text:
        if len(text) < _LONGEST_NAME and (match := _NAMED_EMAIL.fullmatch(text.strip())):
            return match["name"].strip('" ')
        return _EMAIL.sub(lambda match: _alias(match[0].casefold(), salt), text)
    if _PHONE.fullmatch(text.strip()) and not _DATE.fullmatch(text.strip()):
        return _alias(re.sub(r"[^\d+]", "", text), salt)
    return text


@lru_cache(maxsize=10_000)
def _alias(contact: str, salt: bytes) -> str:
    return "person-" + blake2b(contact.encode("utf-8", "replace"), key=salt[:64], digest_size=5).hexdigest()
