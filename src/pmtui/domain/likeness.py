"""What makes texts alike: the beginnings of their words, weighed by the votes of those texts that are most alike."""

import re
from collections.abc import Iterable, Mapping

from pmtui.domain.search_query import fold

STEM = 5
"""So many letters of a word are compared, so that invoice, invoices and invoicing are one."""

MOST_STEMS = 40
SHARPNESS = 3
"""The likeness of a text is raised to this power: a few very like ones outvote many that are a little alike."""

FUNCTION_WORDS = frozenset(
    (  # noqa: SIM905 - a word a line would take a page
        "about after again all also and any are because been before being between both but can could did does doing "
        "don down during each even ever every few for from further get gets got had has have having her here hers him "
        "his how into isn its just let like made make many more most much must never nobody nor not now off once one "
        "only other our out over own please really said same say says she should since some still such than that the "
        "their them then there these they thing this those three too two under until upon very was wasn were what when "
        "where which while who whom whose why will with without won would yes yet you your"
    ).split()
)
"""English words of three letters and more that hold a sentence together and say nothing of what it is about."""

_PARTICLE = re.compile(r"[a-z]{1,2}")
_WORDS = re.compile(r"[^\W_]+")


def stems_of(text: str) -> dict[str, str]:
    """The stems of a text's words with the first word of each, as it is written there without case and accents."""
    stems: dict[str, str] = {}
    for word in _WORDS.findall(fold(text)):
        stems.setdefault(word[:STEM], word)
    return stems


def words_of(text: str) -> set[str]:
    """The words of a text, without case and accents."""
    return set(_WORDS.findall(fold(text)))


def telling_stems(text: str) -> dict[str, str]:
    """The stems of a text without words such as `to` and `my`; of a long one those of its MOST_STEMS longest words."""
    every = stems_of(text)
    stems = {stem: word for stem, word in every.items() if not _PARTICLE.fullmatch(stem)} or every
    kept = sorted(stems, key=lambda stem: -len(stems[stem]))[:MOST_STEMS]
    return {stem: stems[stem] for stem in stems if stem in set(kept)}


def as_search(stem: str) -> str:
    """A stem as FTS5 looks for it: a short word is sought whole."""
    return f'"{stem}" *' if len(stem) == STEM else f'"{stem}"'


def votes(likenesses: Iterable[tuple[int, float]]) -> Mapping[int, float]:
    """By problem, its share (0 to 1) of the votes of the texts that speak for problems."""
    counted: dict[int, float] = {}
    for problem, likeness in likenesses:
        counted[problem] = counted.get(problem, 0.0) + max(0.0, likeness) ** SHARPNESS
    total = sum(counted.values()) or 1.0
    return {problem: count / total for problem, count in counted.items()}
