"""Every table as entities of its class."""

from functools import cached_property
from typing import TYPE_CHECKING

from pmtui.domain.keys import Kind
from pmtui.domain.scorecard import Scorecard
from pmtui.store.plan_repositories import PlanRepositories
from pmtui.store.repository import Repository

if TYPE_CHECKING:
    from pmtui.domain.board import Board, Lane, LaneChange
    from pmtui.domain.company import Company
    from pmtui.domain.confidence import ConfidenceLadder
    from pmtui.domain.criterion import Criterion
    from pmtui.domain.decision import Decision
    from pmtui.domain.estimate import Estimate
    from pmtui.domain.evidence import Evidence
    from pmtui.domain.imports import ImportLink, ImportSource
    from pmtui.domain.links import (
        Comparison,
        DecisionEvidence,
        DecisionProblem,
        EvidenceTag,
        Highlight,
        KanoAnswer,
        ProblemEvidence,
        ProblemPersona,
        ProblemTag,
    )
    from pmtui.domain.persona import Persona
    from pmtui.domain.problem import Problem
    from pmtui.domain.tag import Tag
    from pmtui.domain.view import SavedView
    from pmtui.domain.workspace import WorkspaceSettings


class Repositories(PlanRepositories):
    """The tables of one connection.

    Entities are imported with their table's first use: a short command pays for those it works with alone.
    """

    @cached_property
    def problems(self) -> "Repository[Problem]":
        """All problems."""
        from pmtui.domain.problem import Problem

        return self.repository(Kind.PROBLEM, Problem)

    @cached_property
    def evidence(self) -> "Repository[Evidence]":
        """All evidence."""
        from pmtui.domain.evidence import Evidence

        return self.repository(Kind.EVIDENCE, Evidence)

    @cached_property
    def companies(self) -> "Repository[Company]":
        """All companies."""
        from pmtui.domain.company import Company

        return self.repository(Kind.COMPANY, Company)

    @cached_property
    def personas(self) -> "Repository[Persona]":
        """All personas."""
        from pmtui.domain.persona import Persona

        return self.repository(Kind.PERSONA, Persona)

    @cached_property
    def problem_personas(self) -> "Repository[ProblemPersona]":
        """Which persona has which problem."""
        from pmtui.domain.links import ProblemPersona

        return self.repository(Kind.PROBLEM_PERSONA, ProblemPersona)

    @cached_property
    def highlights(self) -> "Repository[Highlight]":
        """The marked fragments of all evidence."""
        from pmtui.domain.links import Highlight

        return self.repository(Kind.HIGHLIGHT, Highlight)

    @cached_property
    def confidence_ladders(self) -> "Repository[ConfidenceLadder]":
        """Every version of the confidence ladder; the newest one counts."""
        from pmtui.domain.confidence import ConfidenceLadder

        return self.repository(Kind.CONFIDENCE_LADDER, ConfidenceLadder)

    @cached_property
    def kano_answers(self) -> "Repository[KanoAnswer]":
        """All pairs of answers to Kano's questions."""
        from pmtui.domain.links import KanoAnswer

        return self.repository(Kind.KANO_ANSWER, KanoAnswer)

    @cached_property
    def comparisons(self) -> "Repository[Comparison]":
        """All answers about pairs of problems."""
        from pmtui.domain.links import Comparison

        return self.repository(Kind.COMPARISON, Comparison)

    @cached_property
    def decisions(self) -> "Repository[Decision]":
        """All decisions."""
        from pmtui.domain.decision import Decision

        return self.repository(Kind.DECISION, Decision)

    @cached_property
    def decision_problems(self) -> "Repository[DecisionProblem]":
        """Which decision is about which problem."""
        from pmtui.domain.links import DecisionProblem

        return self.repository(Kind.DECISION_PROBLEM, DecisionProblem)

    @cached_property
    def decision_evidence(self) -> "Repository[DecisionEvidence]":
        """Which decision rests on which evidence."""
        from pmtui.domain.links import DecisionEvidence

        return self.repository(Kind.DECISION_EVIDENCE, DecisionEvidence)

    @cached_property
    def saved_views(self) -> "Repository[SavedView]":
        """The views saved under a name."""
        from pmtui.domain.view import SavedView

        return self.repository(Kind.SAVED_VIEW, SavedView)

    @cached_property
    def tags(self) -> "Repository[Tag]":
        """All tags."""
        from pmtui.domain.tag import Tag

        return self.repository(Kind.TAG, Tag)

    @cached_property
    def problem_tags(self) -> "Repository[ProblemTag]":
        """Which problem has which tag."""
        from pmtui.domain.links import ProblemTag

        return self.repository(Kind.PROBLEM_TAG, ProblemTag)

    @cached_property
    def evidence_tags(self) -> "Repository[EvidenceTag]":
        """Which evidence has which tag."""
        from pmtui.domain.links import EvidenceTag

        return self.repository(Kind.EVIDENCE_TAG, EvidenceTag)

    @cached_property
    def problem_evidence(self) -> "Repository[ProblemEvidence]":
        """Which evidence supports which problem."""
        from pmtui.domain.links import ProblemEvidence

        return self.repository(Kind.PROBLEM_EVIDENCE, ProblemEvidence)

    @cached_property
    def criteria(self) -> "Repository[Criterion]":
        """All criteria."""
        from pmtui.domain.criterion import Criterion

        return self.repository(Kind.CRITERION, Criterion)

    @cached_property
    def estimates(self) -> "Repository[Estimate]":
        """The current estimates."""
        from pmtui.domain.estimate import Estimate

        return self.repository(Kind.ESTIMATE, Estimate)

    @cached_property
    def scorecards(self) -> "Repository[Scorecard]":
        """Every version of every scorecard."""
        return self.repository(Kind.SCORECARD, Scorecard)

    @cached_property
    def boards(self) -> "Repository[Board]":
        """All boards."""
        from pmtui.domain.board import Board

        return self.repository(Kind.BOARD, Board)

    @cached_property
    def lanes(self) -> "Repository[Lane]":
        """The lanes of all boards."""
        from pmtui.domain.board import Lane

        return self.repository(Kind.LANE, Lane)

    @cached_property
    def lane_changes(self) -> "Repository[LaneChange]":
        """When which card entered which lane."""
        from pmtui.domain.board import LaneChange

        return self.repository(Kind.LANE_CHANGE, LaneChange)

    @cached_property
    def workspace(self) -> "Repository[WorkspaceSettings]":
        """The one row about the workspace, number 1."""
        from pmtui.domain.workspace import WorkspaceSettings

        return self.repository(Kind.WORKSPACE, WorkspaceSettings)

    @cached_property
    def import_sources(self) -> "Repository[ImportSource]":
        """Where imports came from."""
        from pmtui.domain.imports import ImportSource

        return self.repository(Kind.IMPORT_SOURCE, ImportSource)

    @cached_property
    def import_links(self) -> "Repository[ImportLink]":
        """Which record each imported item became."""
        from pmtui.domain.imports import ImportLink

        return self.repository(Kind.IMPORT_LINK, ImportLink)
