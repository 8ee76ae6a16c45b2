"""The opportunity tree: objective > problem > sub-problem > solution > assumption > experiment.

After Teresa Torres, Continuous Discovery Habits, 2021. A node is a whole number that says which record it stands for,
so that lists and sets of ten thousand of them cost little.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, problem_key

LEVELS = (Kind.OBJECTIVE, Kind.PROBLEM, Kind.SOLUTION, Kind.ASSUMPTION, Kind.EXPERIMENT)


def node_of(kind: Kind, number: int) -> int:
    """The node of a record of one of LEVELS."""
    return number * len(LEVELS) + LEVELS.index(kind)


def record_of(node: int) -> tuple[Kind, int]:
    """The record a node stands for."""
    number, level = divmod(node, len(LEVELS))
    return LEVELS[level], number


NO_OBJECTIVE = node_of(Kind.OBJECTIVE, 0)
"""Stands above the problems that serve no objective yet."""


@dataclass(frozen=True, slots=True)
class Opportunities:
    """What a tree is made of, each in the order it is to have.

    problems, objectives: numbers. serves: the objective of a problem. parts: the problem that a problem is part of.
    solutions: each with its problem. assumptions: each with its solution. experiments: each with its solution and,
    where it checks one, its assumption.
    """

    problems: Sequence[int]
    objectives: Sequence[int] = ()
    serves: Mapping[int, int] = field(default_factory=dict)
    parts: Mapping[int, int] = field(default_factory=dict)
    solutions: Sequence[tuple[int, int]] = ()
    assumptions: Sequence[tuple[int, int]] = ()
    experiments: Sequence[tuple[int, int, int | None]] = ()


@dataclass(frozen=True, slots=True)
class OpportunityTree:
    """Nodes in order. roots: the objectives and NO_OBJECTIVE; children, parents: by node, of those that have any."""

    roots: tuple[int, ...]
    children: Mapping[int, Sequence[int]]
    parents: Mapping[int, int]

    def below(self, tops: Iterable[int]) -> Iterator[tuple[int, int]]:
        """These nodes and all under them with their depth, from the top."""
        stack = [(node, 0) for node in reversed(list(tops))]
        while stack:
            node, depth = stack.pop()
            yield node, depth
            stack += [(child, depth + 1) for child in reversed(self.children.get(node, ()))]

    def unfolded(self, tops: Iterable[int], open_nodes: AbstractSet[int]) -> list[int]:
        """These nodes and what is under them from the top, but nothing that is under a node that is not open."""
        found: list[int] = []
        stack = [iter(tops)]
        while stack:
            for node in stack[-1]:
                found.append(node)
                below = self.children.get(node, ()) if node in open_nodes else ()
                if open_nodes.isdisjoint(below):  # thousands at once: this is done at every key that folds
                    found += below
                else:
                    stack.append(iter(below))
                    break
            else:
                stack.pop()
        return found

    def above(self, node: int) -> list[int]:
        """The nodes above one, the nearest first."""
        found = []
        while (parent := self.parents.get(node)) is not None:
            found.append(parent)
            node = parent
        return found

    def holds(self, node: int) -> bool:
        """Whether it is in the tree."""
        return node in self.parents or node in self.roots


def grow(held: Opportunities) -> OpportunityTree:
    """The tree of what there is. Each problem stands in it once, also where another program made parts go round."""
    children: dict[int, list[int]] = defaultdict(list)
    parts = without_loops({part: whole for part, whole in held.parts.items() if part != whole})
    objectives, problems = set(held.objectives), set(held.problems)
    for problem in held.problems:
        whole = parts.get(problem)
        if whole in problems and whole is not None:
            above = node_of(Kind.PROBLEM, whole)
        else:
            objective = held.serves.get(problem, 0)
            above = node_of(Kind.OBJECTIVE, objective) if objective in objectives else NO_OBJECTIVE
        children[above].append(node_of(Kind.PROBLEM, problem))
    solutions = _hang(children, held.solutions, problems, (Kind.SOLUTION, Kind.PROBLEM))
    assumptions = _hang(children, held.assumptions, solutions, (Kind.ASSUMPTION, Kind.SOLUTION))
    for experiment, solution, assumption in held.experiments:
        if solution in solutions:
            checked = assumption if assumption in assumptions else None
            above = node_of(Kind.SOLUTION, solution) if checked is None else node_of(Kind.ASSUMPTION, checked)
            children[above].append(node_of(Kind.EXPERIMENT, experiment))
    parents = {child: above for above, those in children.items() for child in those}
    roots = [node_of(Kind.OBJECTIVE, objective) for objective in held.objectives]
    return OpportunityTree((*roots, *([NO_OBJECTIVE] if children[NO_OBJECTIVE] else [])), dict(children), parents)


def _hang(
    children: dict[int, list[int]], pairs: Sequence[tuple[int, int]], there: Collection[int], kinds: tuple[Kind, Kind]
) -> set[int]:
    """Hang the first of each pair under the second, where that is there. Returns what was hung."""
    hung = set()
    for number, above in pairs:
        if above in there:
            children[node_of(kinds[1], above)].append(node_of(kinds[0], number))
            hung.add(number)
    return hung


def without_loops(parts: Mapping[int, int]) -> dict[int, int]:
    """Which problem is part of which, without the links that close a loop."""
    kept = dict(parts)
    settled = set[int]()
    for start in parts:
        path, at = set[int](), start
        while at in kept and at not in settled:
            if at in path:
                del kept[at]
                break
            path.add(at)
            at = kept[at]
        settled |= path
    return kept


def check_part(parts: Mapping[int, int], problem: int, whole: int) -> None:
    """Raise Refusal when a problem that became part of another one would then be part of itself."""
    seen, at = set[int](), whole
    while at not in seen:
        if at == problem:
            raise Refusal(
                f"{problem_key(problem)} can't be part of {problem_key(whole)}: that would make it part of itself.",
                f"{problem_key(whole)} is {problem_key(problem)} or stands under it. Move it out first.",
            )
        seen.add(at)
        at = parts.get(at, at)
