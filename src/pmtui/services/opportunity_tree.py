"""The opportunity tree as it is shown."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pmtui.domain.keys import KEY_LETTERS, Key, Kind
from pmtui.domain.opportunity_tree import NO_OBJECTIVE, Opportunities, OpportunityTree, grow, node_of, record_of
from pmtui.domain.text import counted
from pmtui.services.lists import problem_list
from pmtui.services.rank_order import RankOrder, Ranks
from pmtui.services.solution_views import experiment_state
from pmtui.services.views import ProblemFilter
from pmtui.store.queries import opportunity_tree as rows
from pmtui.store.unit_of_work import UnitOfWork

RISKY = 3
"""An assumption that matters so much more than is known of it is shown as a danger."""

_MARKS = {"passed": "✓", "failed": "✗", "unclear": "?", "running": "…"}


@dataclass(frozen=True, slots=True)
class ShownTree:
    """The tree, how many problems it holds, and the ranking they are ordered by."""

    tree: OpportunityTree
    problems: int
    order: RankOrder


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One record in the tree. key: "" where it has none. note: what matters of it besides its title, in a few words.

    tone: how the note is to be taken: good, bad, doubtful or "".
    """

    kind: Kind
    key: str
    title: str
    note: str
    tone: str = ""


def opportunity_tree(uow: UnitOfWork, persona: int | None = None) -> ShownTree:
    """The tree of all problems, or of those that a persona has and what they are part of.

    Problems stand in the order of their rank, then those without one.
    """
    connection, listed = uow.connection, problem_list(uow, ProblemFilter())
    listing = (entry for entry in listed.entries if isinstance(entry, int))
    ordered = dict.fromkeys([*listing, *rows.all_problems(connection)])
    parts, objectives = rows.parts(connection), rows.objectives(connection)
    if persona is not None:
        theirs = rows.problems_of_persona(connection, persona)
        wanted = theirs | {whole for number in theirs for whole in _wholes(parts, number)}
        ordered = dict.fromkeys(number for number in ordered if number in wanted)
    tree = grow(
        Opportunities(
            tuple(ordered),
            objectives,
            rows.served_objectives(connection),
            parts,
            rows.solutions(connection),
            rows.assumptions(connection),
            rows.experiments(connection),
        )
    )
    if persona is not None:
        tree = replace(tree, roots=tuple(root for root in tree.roots if root in tree.children))
    return ShownTree(tree, len(ordered), listed.order)


def node_rows(uow: UnitOfWork, nodes: Sequence[int], ranks: Ranks) -> dict[int, NodeRow]:
    """The rows of these nodes. ranks: those of the ranking."""
    by_kind = defaultdict[Kind, list[int]](list)
    for node in nodes:
        kind, number = record_of(node)
        by_kind[kind].append(number)
    found = {NO_OBJECTIVE: NodeRow(Kind.OBJECTIVE, "", "Serves no objective yet", "")} if NO_OBJECTIVE in nodes else {}
    for kind, numbers in by_kind.items():
        for number, title, *facts in rows.rows_of(uow.connection, kind, numbers):
            note, tone = _note(kind, facts, ranks[number][0] if kind is Kind.PROBLEM and number in ranks else None)
            key = str(Key(kind, number)) if kind in KEY_LETTERS else ""
            found[node_of(kind, number)] = NodeRow(kind, key, title, note, tone)
    return found


def _note(kind: Kind, facts: list[Any], rank: int | None) -> tuple[str, str]:
    if kind is Kind.OBJECTIVE:
        return (counted(facts[0], "problem"), "") if facts[0] else ("no problem yet", "doubtful")
    if kind is Kind.PROBLEM:
        solutions, _, horizon = facts
        place = f"#{rank}" if rank is not None else "declined" if horizon == "declined" else ""
        return " · ".join(filter(None, (counted(solutions, "solution") if solutions else "", place))), ""
    if kind is Kind.SOLUTION:
        effort, chosen = facts
        return " · ".join(filter(None, ("chosen" if chosen else "", f"{effort} pm" if effort else ""))), (
            "good" if chosen else ""
        )
    if kind is Kind.ASSUMPTION:
        word, importance, support = facts
        return f"{word} {importance}/{support}", "bad" if importance - support >= RISKY else ""
    outcome, has_ended, started_on, evidence = facts
    became = f" E-{evidence}" if evidence is not None else ""
    tones = {"passed": "good", "failed": "bad", "unclear": "doubtful"}
    return state_in_words(experiment_state(outcome, has_ended, started_on)) + became, tones.get(outcome, "")


def state_in_words(state: str) -> str:
    """Where an experiment stands, after its sign."""
    return f"{_MARKS.get(state, '')} {state}".strip()


def _wholes(parts: Mapping[int, int], number: int) -> set[int]:
    """What a problem is part of, directly or not."""
    found = set[int]()
    while (whole := parts.get(number)) is not None and whole not in found:
        found.add(whole)
        number = whole
    return found
