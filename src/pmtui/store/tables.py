"""The tables of a workspace file, each defined once: columns, types, links, unique keys."""

from pmtui.domain.keys import Kind
from pmtui.store.plan_tables import PLAN_TABLES
from pmtui.store.table import Table, number, real, texts

APPLICATION_ID = 0x504D5455  # "PMTU"
SCHEMA_VERSION = 3


JOURNALED = (
    Table(
        Kind.WORKSPACE,
        (
            *texts("name", "uuid"),
            number("ranked_by", "scorecard"),
            *texts("created_at", "lens"),
            real("customer_weight"),
            number("top"),
            number("ranges_from_evidence"),
        ),
    ),
    Table(Kind.BOARD, texts("name", "kind")),
    Table(
        Kind.LANE,
        (
            number("board_id", "board"),
            *texts("name"),
            number("position"),
            *texts("phase"),
            number("wip_limit", required=False),
            number("strict"),
        ),
    ),
    Table(
        Kind.PROBLEM,
        (
            *texts("title"),
            number("lane_id", "lane"),
            number("position"),
            *texts(
                "created_at",
                "updated_at",
                "statement",
                "notes",
                "need",
                "horizon",
                "horizon_reason",
                "moscow",
                "url",
                "custom",
            ),
        ),
        indexes=(("lane_id", "position", "id"),),
    ),
    Table(
        Kind.COMPANY,
        (*texts("name", "created_at", "tier"), real("revenue", required=False), number("size", required=False)),
        indexes=(("name",),),
    ),
    Table(
        Kind.PERSONA,
        texts(
            "name",
            "created_at",
            "updated_at",
            "role",
            "picture",
            "quote",
            "jobs",
            "pains",
            "gains",
            "population",
            "notes",
            "custom",
        ),
        indexes=(("name",),),
    ),
    Table(
        Kind.EVIDENCE,
        (
            *texts("text", "created_at", "kind", "evidence_type", "quote", "source", "url", "author", "occurred_on"),
            number("company_id", "company", required=False),
            number("persona_id", "persona", required=False),
            *texts("dismissed_reason"),
            number("duplicate_of", "evidence", required=False),
            *texts("custom"),
        ),
    ),
    Table(Kind.TAG, texts("name"), unique=(("name",),)),
    Table(
        Kind.PROBLEM_TAG,
        (number("problem_id", "problem"), number("tag_id", "tag")),
        unique=(("problem_id", "tag_id"),),
        indexes=(("tag_id",),),
    ),
    Table(
        Kind.EVIDENCE_TAG,
        (number("evidence_id", "evidence"), number("tag_id", "tag")),
        unique=(("evidence_id", "tag_id"),),
        indexes=(("tag_id",),),
    ),
    Table(
        Kind.PROBLEM_EVIDENCE,
        (number("problem_id", "problem"), number("evidence_id", "evidence")),
        unique=(("problem_id", "evidence_id"),),
        indexes=(("evidence_id",),),
    ),
    Table(
        Kind.PROBLEM_PERSONA,
        (
            number("problem_id", "problem"),
            number("persona_id", "persona"),
            *texts("affected", "frequency", "severity"),
        ),
        unique=(("problem_id", "persona_id"),),
        indexes=(("persona_id",),),
    ),
    Table(
        Kind.HIGHLIGHT,
        (number("evidence_id", "evidence"), *texts("fragment")),
        unique=(("evidence_id", "fragment"),),
    ),
    Table(
        Kind.CRITERION,
        (
            *texts("code", "name", "unit", "shape"),
            real("lowest"),
            real("highest", required=False),
            number("direction"),
            *texts("steps", "meaning"),
        ),
        unique=(("code",),),
    ),
    Table(
        Kind.ESTIMATE,
        (
            number("problem_id", "problem"),
            number("criterion_id", "criterion"),
            real("low"),
            real("high"),
            real("middle", required=False),
            real("central"),
            *texts("made_on", "origin", "reason"),
        ),
        unique=(("problem_id", "criterion_id"),),
    ),
    Table(
        Kind.SCORECARD, (*texts("name"), number("version"), *texts("formula", "value")), unique=(("name", "version"),)
    ),
    Table(
        Kind.CONFIDENCE_LADDER,
        (number("version"), real("half_life_days"), *texts("steps")),
        unique=(("version",),),
    ),
    Table(
        Kind.KANO_ANSWER,
        (
            number("problem_id", "problem"),
            number("functional"),
            number("dysfunctional"),
            *texts("answered_by", "at"),
        ),
        indexes=(("problem_id",),),
    ),
    Table(
        Kind.COMPARISON,
        (number("winner_id", "problem"), number("loser_id", "problem"), *texts("at")),
        indexes=(("winner_id",), ("loser_id",)),
    ),
    Table(
        Kind.DECISION,
        (
            *texts("title", "created_at", "updated_at", "context", "options", "choice", "reason", "driver", "approver"),
            *texts("contributors", "informed", "prediction"),
            real("probability", required=False),
            *texts("review_on", "outcome", "reviewed_on", "learned", "ranking"),
            number("supersedes", "decision", required=False),
            number("place", required=False),
            *texts("custom"),
        ),
    ),
    Table(
        Kind.DECISION_PROBLEM,
        (number("decision_id", "decision"), number("problem_id", "problem")),
        unique=(("decision_id", "problem_id"),),
        indexes=(("problem_id",),),
    ),
    Table(
        Kind.DECISION_EVIDENCE,
        (number("decision_id", "decision"), number("evidence_id", "evidence")),
        unique=(("decision_id", "evidence_id"),),
        indexes=(("evidence_id",),),
    ),
    Table(Kind.SAVED_VIEW, texts("screen", "name", "settings"), unique=(("screen", "name"),)),
    Table(
        Kind.LANE_CHANGE,
        (
            number("problem_id", "problem"),
            number("from_lane_id", "lane", required=False),
            number("to_lane_id", "lane"),
            *texts("at"),
        ),
        indexes=(("problem_id", "at"),),
    ),
    Table(Kind.IMPORT_SOURCE, texts("kind", "label", "created_at"), unique=(("kind", "label"),)),
    Table(
        Kind.IMPORT_RUN,
        (number("source_id", "import_source"), *texts("file_name", "file_hash", "mapping", "counts", "at")),
    ),
    Table(
        Kind.IMPORT_LINK,
        (
            number("source_id", "import_source"),
            *texts("external_id", "entity_kind"),
            number("entity_id"),
            *texts("base", "row_hash"),
            number("first_run"),
            number("last_run"),
        ),
        unique=(("source_id", "external_id"),),
        indexes=(("entity_kind", "entity_id"),),
    ),
    *PLAN_TABLES,
)
TABLE = {table.name: table for table in JOURNALED}
