"""The months by name in the languages that exports are commonly written in."""

_NAMES = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
)
_SHORTEST = 3


def _prefixes() -> dict[str, int]:
    months: dict[str, set[int]] = {}
    for language in _NAMES:
        for month, name in enumerate(language.split(), 1):
            for length in range(_SHORTEST, len(name) + 1):
                months.setdefault(name[:length], set()).add(month)
    return {prefix: found.pop() for prefix, found in months.items() if len(found) == 1}


_MONTHS = _prefixes()


def month_number(name: str) -> int | None:
    """The month (1 to 12) of a name or of its first letters, three at least; None when no or several months fit."""
    return _MONTHS.get(name.casefold().rstrip("."))
