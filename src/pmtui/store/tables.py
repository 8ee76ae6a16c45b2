"""The tables of a workspace file, each defined once: columns, types, links, unique keys."""

from dataclasses import dataclass

from pmtui.domain.keys import Kind

APPLICATION_ID = 0x504D5455  # "PMTU"
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Column:
    """One column. kind: INTEGER, REAL or TEXT; links: the table whose id it holds."""

    name: str
    kind: str
    required: bool = True
    links: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One journaled table. unique: sets of columns that no two rows share."""

    name: str
    columns: tuple[Column, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()

    @property
    def create_sql(self) -> str:
        """The statement that makes it. AUTOINCREMENT keeps numbers from ever being used again, even after an undo."""
        lines = ["id INTEGER PRIMARY KEY AUTOINCREMENT"]
        for column in self.columns:
            line = f"{column.name} {column.kind}" + (" NOT NULL" if column.required else "")
            lines.append(line + (f" REFERENCES {column.links}(id)" if column.links else ""))
        lines += [f"UNIQUE ({', '.join(columns)})" for columns in self.unique]
        return f"CREATE TABLE {self.name} (\n  " + ",\n  ".join(lines) + "\n) STRICT"


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "TEXT") for name in names)


def _number(name: str, links: str = "", required: bool = True) -> Column:
    return Column(name, "INTEGER", required, links)


def _real(name: str, required: bool = True) -> Column:
    return Column(name, "REAL", required)


JOURNALED = (
    Table(
        Kind.WORKSPACE,
        (
            *_text("name", "uuid"),
            _number("ranked_by", "scorecard"),
            *_text("created_at", "lens"),
            _real("customer_weight"),
            _number("top"),
            _number("ranges_from_evidence"),
        ),
    ),
    Table(Kind.BOARD, _text("name", "kind")),
    Table(
        Kind.LANE,
        (
            _number("board_id", "board"),
            *_text("name"),
            _number("position"),
            *_text("phase"),
            _number("wip_limit", required=False),
            _number("strict"),
        ),
    ),
    Table(
        Kind.PROBLEM,
        (
            *_text("title"),
            _number("lane_id", "lane"),
            _number("position"),
            *_text(
                "created_at", "updated_at", "statement", "notes", "need", "horizon", "horizon_reason", "url", "custom"
            ),
        ),
        indexes=(("lane_id", "position", "id"),),
    ),
    Table(
        Kind.COMPANY,
        (*_text("name", "created_at", "tier"), _real("revenue", required=False), _number("size", required=False)),
        indexes=(("name",),),
    ),
    Table(
        Kind.PERSONA,
        _text(
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
            *_text("text", "created_at", "kind", "evidence_type", "quote", "source", "url", "author", "occurred_on"),
            _number("company_id", "company", required=False),
            _number("persona_id", "persona", required=False),
            *_text("dismissed_reason"),
            _number("duplicate_of", "evidence", required=False),
            *_text("custom"),
        ),
    ),
    Table(Kind.TAG, _text("name"), unique=(("name",),)),
    Table(
        Kind.PROBLEM_TAG,
        (_number("problem_id", "problem"), _number("tag_id", "tag")),
        unique=(("problem_id", "tag_id"),),
        indexes=(("tag_id",),),
    ),
    Table(
        Kind.EVIDENCE_TAG,
        (_number("evidence_id", "evidence"), _number("tag_id", "tag")),
        unique=(("evidence_id", "tag_id"),),
        indexes=(("tag_id",),),
    ),
    Table(
        Kind.PROBLEM_EVIDENCE,
        (_number("problem_id", "problem"), _number("evidence_id", "evidence")),
        unique=(("problem_id", "evidence_id"),),
        indexes=(("evidence_id",),),
    ),
    Table(
        Kind.PROBLEM_PERSONA,
        (
            _number("problem_id", "problem"),
            _number("persona_id", "persona"),
            *_text("affected", "frequency", "severity"),
        ),
        unique=(("problem_id", "persona_id"),),
        indexes=(("persona_id",),),
    ),
    Table(
        Kind.HIGHLIGHT,
        (_number("evidence_id", "evidence"), *_text("fragment")),
        unique=(("evidence_id", "fragment"),),
    ),
    Table(
        Kind.CRITERION,
        (
            *_text("code", "name", "unit", "shape"),
            _real("lowest"),
            _real("highest", required=False),
            _number("direction"),
            *_text("steps", "meaning"),
        ),
        unique=(("code",),),
    ),
    Table(
        Kind.ESTIMATE,
        (
            _number("problem_id", "problem"),
            _number("criterion_id", "criterion"),
            _real("low"),
            _real("high"),
            _real("middle", required=False),
            _real("central"),
            *_text("made_on", "origin", "reason"),
        ),
        unique=(("problem_id", "criterion_id"),),
    ),
    Table(
        Kind.SCORECARD, (*_text("name"), _number("version"), *_text("formula", "value")), unique=(("name", "version"),)
    ),
    Table(
        Kind.CONFIDENCE_LADDER,
        (_number("version"), _real("half_life_days"), *_text("steps")),
        unique=(("version",),),
    ),
    Table(
        Kind.DECISION,
        (
            *_text("title", "created_at", "updated_at", "context", "options", "choice", "reason", "driver", "approver"),
            *_text("contributors", "informed", "prediction"),
            _real("probability", required=False),
            *_text("review_on", "outcome", "reviewed_on", "learned", "ranking"),
            _number("supersedes", "decision", required=False),
            _number("place", required=False),
            *_text("custom"),
        ),
    ),
    Table(
        Kind.DECISION_PROBLEM,
        (_number("decision_id", "decision"), _number("problem_id", "problem")),
        unique=(("decision_id", "problem_id"),),
        indexes=(("problem_id",),),
    ),
    Table(
        Kind.DECISION_EVIDENCE,
        (_number("decision_id", "decision"), _number("evidence_id", "evidence")),
        unique=(("decision_id", "evidence_id"),),
        indexes=(("evidence_id",),),
    ),
    Table(Kind.SAVED_VIEW, _text("screen", "name", "settings"), unique=(("screen", "name"),)),
    Table(
        Kind.LANE_CHANGE,
        (
            _number("problem_id", "problem"),
            _number("from_lane_id", "lane", required=False),
            _number("to_lane_id", "lane"),
            *_text("at"),
        ),
        indexes=(("problem_id", "at"),),
    ),
    Table(Kind.IMPORT_SOURCE, _text("kind", "label", "created_at"), unique=(("kind", "label"),)),
    Table(
        Kind.IMPORT_RUN,
        (_number("source_id", "import_source"), *_text("file_name", "file_hash", "mapping", "counts", "at")),
    ),
    Table(
        Kind.IMPORT_LINK,
        (
            _number("source_id", "import_source"),
            *_text("external_id", "entity_kind"),
            _number("entity_id"),
            *_text("base", "row_hash"),
            _number("first_run"),
            _number("last_run"),
        ),
        unique=(("source_id", "external_id"),),
        indexes=(("entity_kind", "entity_id"),),
    ),
)
TABLE = {table.name: table for table in JOURNALED}

# Kept outside the journal: the journal itself, and what can be worked out again.
UNJOURNALED = (
    """CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  source TEXT NOT NULL,
  undoes INTEGER,
  state TEXT NOT NULL DEFAULT 'done'
) STRICT""",
    "CREATE INDEX step_undone ON step (state) WHERE state = 'undone'",
    """CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  step INTEGER NOT NULL,
  kind TEXT NOT NULL,
  row INTEGER NOT NULL,
  op TEXT NOT NULL,
  before TEXT
) STRICT""",
    "CREATE INDEX change_step ON change (step)",
    "CREATE TABLE open_step (id INTEGER PRIMARY KEY, step INTEGER) STRICT",
    "INSERT INTO open_step (id, step) VALUES (1, NULL)",
    "CREATE INDEX problem_declined ON problem (id) WHERE horizon = 'declined'",
    """CREATE TABLE score (
  problem_id INTEGER PRIMARY KEY,
  value REAL,
  missing TEXT NOT NULL,
  customer REAL,
  business REAL
) STRICT""",
    "CREATE INDEX score_order ON score (value DESC, problem_id)",
    "CREATE TABLE score_due (problem_id INTEGER PRIMARY KEY) STRICT",
    "CREATE TABLE full_text_due (name TEXT PRIMARY KEY) STRICT",
)


def _scores_due(problems: str) -> str:
    # Not OR IGNORE: the conflict clause of the statement that fires a trigger takes the place of the trigger's own.
    return f"""INSERT INTO score_due (problem_id) SELECT id FROM ({problems}) AS changed
    WHERE NOT EXISTS (SELECT 1 FROM score_due AS kept WHERE kept.problem_id = changed.id);"""


_ALL_PROBLEMS = "SELECT id FROM problem"

# Which rows make the cached scores of which problems out of date.
SCORE_TRIGGERS = (
    *(
        f"CREATE TRIGGER score_due_on_{name} {event} BEGIN\n  {_scores_due(problems)}\nEND"
        for name, event, problems in (
            ("problem", "AFTER INSERT ON problem", "SELECT new.id AS id"),
            ("estimate_insert", "AFTER INSERT ON estimate", "SELECT new.problem_id AS id"),
            (
                "estimate_replace",
                "BEFORE INSERT ON estimate",
                "SELECT problem_id AS id FROM estimate WHERE id = new.id",
            ),
            (
                "estimate_update",
                "AFTER UPDATE ON estimate",
                "SELECT old.problem_id AS id UNION SELECT new.problem_id",
            ),
            ("estimate_delete", "AFTER DELETE ON estimate", "SELECT old.problem_id AS id"),
            ("problem_persona_insert", "AFTER INSERT ON problem_persona", "SELECT new.problem_id AS id"),
            (
                "problem_persona_replace",
                "BEFORE INSERT ON problem_persona",
                "SELECT problem_id AS id FROM problem_persona WHERE id = new.id",
            ),
            (
                "problem_persona_update",
                "AFTER UPDATE ON problem_persona",
                "SELECT old.problem_id AS id UNION SELECT new.problem_id",
            ),
            ("problem_persona_delete", "AFTER DELETE ON problem_persona", "SELECT old.problem_id AS id"),
            (
                "persona_update",
                "AFTER UPDATE OF population ON persona",
                "SELECT problem_id AS id FROM problem_persona WHERE persona_id = new.id",
            ),
            *(
                (f"{table}_{event.lower()}", f"AFTER {event} ON {table}", _ALL_PROBLEMS)
                for table in ("scorecard", "workspace", "criterion")
                for event in ("INSERT", "UPDATE", "DELETE")
            ),
        )
    ),
    """CREATE TRIGGER score_gone_with_problem AFTER DELETE ON problem BEGIN
  DELETE FROM score WHERE problem_id = old.id;
  DELETE FROM score_due WHERE problem_id = old.id;
END""",
    f"""CREATE TRIGGER score_moved_with_problem AFTER UPDATE OF id ON problem BEGIN
  DELETE FROM score WHERE problem_id = old.id;
  {_scores_due("SELECT new.id AS id")}
END""",
)

# External-content full-text indexes: table and the columns searched.
FULL_TEXT = (("problem", ("title", "statement", "notes")), ("evidence", ("text", "source", "author")))

# A row that makes way for another one leaves its words in the index, so that the index has to be built again.
FULL_TEXT_TRIGGERS = tuple(
    f"""CREATE TRIGGER full_text_due_on_{table}_{event.lower()} BEFORE {event} ON {table}
  WHEN {moved}EXISTS (SELECT 1 FROM {table} WHERE id = new.id) BEGIN
  INSERT INTO full_text_due (name) SELECT '{table}'
    WHERE NOT EXISTS (SELECT 1 FROM full_text_due WHERE name = '{table}');
END"""
    for table, _ in FULL_TEXT
    for event, moved in (("INSERT", ""), ("UPDATE", "new.id <> old.id AND "))
)
