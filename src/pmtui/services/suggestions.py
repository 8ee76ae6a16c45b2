"""Which problems a piece of evidence most likely speaks of, worked out from what is alike, without any network."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pmtui.domain.likeness import FUNCTION_WORDS, as_search, stems_of, telling_stems, votes, words_of
from pmtui.store.queries import details, similarity
from pmtui.store.unit_of_work import UnitOfWork

NEIGHBOURS = 60
"""So many of the connected pieces, and of the problems, that are most alike have a vote."""

OWN_WORDS = 2.0
"""What is written about a problem counts so many times as much as what customers said."""

TELLING_WORDS = 4
COMMON, FEW = 0.1, 5
"""A word that so large a part of all evidence holds explains nothing, unless these are very few pieces."""

READ = 100
"""Of a large selection, so many pieces are read."""

HOLDING, FEWEST_STEMS = 20_000, 4
"""Pieces are compared by their rarest stems: as many as so many pieces hold together, and no fewer than these."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A problem that some evidence likely speaks of. score: its share of all likeness, 0 to 1.

    words: those of the evidence that it or its evidence has too, the rarest first, without `when` and the like. Then
    those that are there in another form: as `customs ~ customer` where neither is the beginning of the other.
    """

    problem: int
    title: str
    score: float
    words: tuple[str, ...]


def suggest_problems(uow: UnitOfWork, evidence: tuple[int, ...], limit: int = 5) -> tuple[Suggestion, ...]:
    """The likeliest problems of some pieces of evidence, best first, without those they are all connected to.

    The connected pieces that are most alike vote for their problems, and the most alike problems for themselves, by
    bm25 over the beginnings of words.
    """
    connection = uow.connection
    evidence = evidence[:READ]
    stems = telling_stems(" ".join(similarity.evidence_texts(connection, evidence).values()))
    if not stems:
        return ()
    counts = similarity.count_holding(connection, [as_search(stem) for stem in stems])
    rarity = {stem: counts[as_search(stem)] for stem in stems}
    pieces = similarity.like_connected(connection, _any_of(_rarest(rarity)), evidence, NEIGHBOURS)
    problems = similarity.like_problems(connection, _any_of(stems), NEIGHBOURS)
    shares = votes(
        [(problem, like) for problem, _, like in pieces] + [(one, OWN_WORDS * like) for one, like in problems]
    )
    links = [{link.problem_id for link in uow.problem_evidence.all(evidence_id=piece)} for piece in evidence]
    connected = set.intersection(*links)
    best = sorted((one for one in shares if one not in connected), key=lambda one: (-shares[one], one))[:limit]
    texts = similarity.problem_texts(connection, best)
    said = similarity.evidence_texts(connection, {piece for problem, piece, _ in pieces if problem in texts})
    common = max(FEW, COMMON * details.count_all_evidence(connection))
    suggestions = []
    for problem in best:
        title, text = texts[problem]
        held = " ".join([text, *(said[piece] for one, piece, _ in pieces if one == problem)])
        suggestions.append(Suggestion(problem, title, shares[problem], _telling(stems, held, rarity, common)))
    return tuple(suggestions)


def _rarest(rarity: Mapping[str, int]) -> list[str]:
    kept, held = list[str](), 0
    for stem in sorted(rarity, key=lambda stem: rarity[stem]):
        held += rarity[stem]
        if held > HOLDING and len(kept) >= FEWEST_STEMS:
            break
        kept.append(stem)
    return kept


def _any_of(stems: Iterable[str]) -> str:
    return " OR ".join(map(as_search, stems))


def _telling(stems: Mapping[str, str], held: str, rarity: Mapping[str, int], common: float) -> tuple[str, ...]:
    forms, words = stems_of(held), words_of(held)
    shared = sorted((stem for stem in stems if stem in forms), key=lambda stem: rarity[stem])
    rare = [stem for stem in shared if rarity[stem] <= common] or shared[:1]
    telling = [stem for stem in rare if stems[stem] not in FUNCTION_WORDS] or rare[:1]
    told = [(stems[stem], forms[stem] if stems[stem] not in words else stems[stem]) for stem in telling]
    told.sort(key=lambda pair: not _is_one_word(*pair))
    return tuple(word if _is_one_word(word, other) else f"{word} ~ {other}" for word, other in told[:TELLING_WORDS])


def _is_one_word(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)
