"""The tables about where the product goes, as entities of their classes: strategy, solutions, roadmap."""

import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pmtui.domain.keys import Kind
from pmtui.store.repository import Repository

if TYPE_CHECKING:
    from pmtui.domain.links import ProblemObjective, SubProblem
    from pmtui.domain.objective import KeyResult, Objective
    from pmtui.domain.release import LaunchItem, Release
    from pmtui.domain.roadmap import Capacity, Dependency, RoadmapItem
    from pmtui.domain.solution import Assumption, Experiment, Solution
    from pmtui.domain.strategy import StrategyBox

E = TypeVar("E")


class PlanRepositories:
    """The tables of one connection that say where the product goes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def repository(self, kind: Kind, entity: type[E]) -> Repository[E]:
        """The rows of one table."""
        return Repository(self.connection, kind, entity)

    @cached_property
    def strategy_boxes(self) -> "Repository[StrategyBox]":
        """The boxes of the strategy page that hold words."""
        from pmtui.domain.strategy import StrategyBox

        return self.repository(Kind.STRATEGY_BOX, StrategyBox)

    @cached_property
    def objectives(self) -> "Repository[Objective]":
        """All objectives."""
        from pmtui.domain.objective import Objective

        return self.repository(Kind.OBJECTIVE, Objective)

    @cached_property
    def key_results(self) -> "Repository[KeyResult]":
        """The key results of all objectives."""
        from pmtui.domain.objective import KeyResult

        return self.repository(Kind.KEY_RESULT, KeyResult)

    @cached_property
    def problem_objectives(self) -> "Repository[ProblemObjective]":
        """Which problem serves which objective."""
        from pmtui.domain.links import ProblemObjective

        return self.repository(Kind.PROBLEM_OBJECTIVE, ProblemObjective)

    @cached_property
    def sub_problems(self) -> "Repository[SubProblem]":
        """Which problem is part of which."""
        from pmtui.domain.links import SubProblem

        return self.repository(Kind.SUB_PROBLEM, SubProblem)

    @cached_property
    def solutions(self) -> "Repository[Solution]":
        """All solutions."""
        from pmtui.domain.solution import Solution

        return self.repository(Kind.SOLUTION, Solution)

    @cached_property
    def assumptions(self) -> "Repository[Assumption]":
        """The assumptions of all solutions."""
        from pmtui.domain.solution import Assumption

        return self.repository(Kind.ASSUMPTION, Assumption)

    @cached_property
    def experiments(self) -> "Repository[Experiment]":
        """All experiments."""
        from pmtui.domain.solution import Experiment

        return self.repository(Kind.EXPERIMENT, Experiment)

    @cached_property
    def releases(self) -> "Repository[Release]":
        """All releases."""
        from pmtui.domain.release import Release

        return self.repository(Kind.RELEASE, Release)

    @cached_property
    def launch_items(self) -> "Repository[LaunchItem]":
        """The launch checklists of all releases."""
        from pmtui.domain.release import LaunchItem

        return self.repository(Kind.LAUNCH_ITEM, LaunchItem)

    @cached_property
    def roadmap_items(self) -> "Repository[RoadmapItem]":
        """What the plan says about problems."""
        from pmtui.domain.roadmap import RoadmapItem

        return self.repository(Kind.ROADMAP_ITEM, RoadmapItem)

    @cached_property
    def dependencies(self) -> "Repository[Dependency]":
        """Which problem needs which other one first."""
        from pmtui.domain.roadmap import Dependency

        return self.repository(Kind.DEPENDENCY, Dependency)

    @cached_property
    def capacities(self) -> "Repository[Capacity]":
        """How much fits into which horizon."""
        from pmtui.domain.roadmap import Capacity

        return self.repository(Kind.CAPACITY, Capacity)
