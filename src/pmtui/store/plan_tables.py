"""The tables that say where the product goes: strategy, solutions, roadmap. Format 2 brought them."""

from pmtui.domain.keys import Kind
from pmtui.store.table import Table, number, real, texts

PLAN_TABLES = (
    Table(Kind.STRATEGY_BOX, texts("code", "text", "updated_at"), unique=(("code",),), since=2),
    Table(
        Kind.OBJECTIVE,
        (*texts("title", "notes", "pillar"), number("position"), *texts("created_at", "updated_at")),
        since=2,
    ),
    Table(
        Kind.KEY_RESULT,
        (
            number("objective_id", "objective"),
            *texts("title", "unit"),
            real("baseline", required=False),
            real("target", required=False),
            real("current", required=False),
            number("position"),
            *texts("created_at", "updated_at"),
        ),
        indexes=(("objective_id",),),
        since=2,
    ),
    Table(
        Kind.PROBLEM_OBJECTIVE,
        (number("problem_id", "problem"), number("objective_id", "objective"), real("fit")),
        unique=(("problem_id", "objective_id"),),
        indexes=(("objective_id",),),
        since=2,
    ),
    Table(
        Kind.SUB_PROBLEM,
        (number("problem_id", "problem"), number("parent_id", "problem")),
        unique=(("problem_id",),),
        indexes=(("parent_id",),),
        since=2,
    ),
    Table(
        Kind.SOLUTION,
        (
            number("problem_id", "problem"),
            *texts("title", "description", "effort"),
            number("position"),
            *texts("created_at", "updated_at", "custom"),
        ),
        indexes=(("problem_id",),),
        since=2,
    ),
    Table(
        Kind.ASSUMPTION,
        (
            number("solution_id", "solution"),
            *texts("title", "kind"),
            number("importance"),
            number("support"),
            *texts("notes"),
        ),
        indexes=(("solution_id",),),
        since=2,
    ),
    Table(
        Kind.EXPERIMENT,
        (
            number("solution_id", "solution"),
            number("assumption_id", "assumption", required=False),
            *texts("title", "method", "success_limit", "result", "outcome"),
            number("evidence_id", "evidence", required=False),
            *texts("started_on", "ended_on", "created_at", "updated_at"),
        ),
        indexes=(("solution_id",), ("assumption_id",), ("evidence_id",)),
        since=2,
    ),
    Table(
        Kind.RELEASE,
        (*texts("name", "release_on", "notes", "launch_tier"), number("position"), *texts("created_at", "updated_at")),
        since=2,
    ),
    Table(
        Kind.LAUNCH_ITEM,
        (number("release_id", "release"), *texts("area", "title"), number("done"), number("position")),
        indexes=(("release_id",),),
        since=2,
    ),
    Table(
        Kind.ROADMAP_ITEM,
        (
            number("problem_id", "problem"),
            number("solution_id", "solution", required=False),
            number("release_id", "release", required=False),
            number("pinned"),
            *texts("pin_reason"),
            number("position"),
        ),
        unique=(("problem_id",),),
        indexes=(("solution_id",), ("release_id",)),
        since=2,
    ),
    Table(
        Kind.DEPENDENCY,
        (number("problem_id", "problem"), number("needs_id", "problem")),
        unique=(("problem_id", "needs_id"),),
        indexes=(("needs_id",),),
        since=2,
    ),
    Table(Kind.CAPACITY, (*texts("horizon"), real("person_months")), unique=(("horizon",),), since=2),
)
