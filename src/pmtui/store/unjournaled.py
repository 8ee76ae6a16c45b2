"""What a workspace file holds beside its journaled tables: the journal itself, and what can be worked out again."""

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
    # The evidence to be triaged, by the day it was said: its newest are there at once among any number.
    "CREATE INDEX evidence_open ON evidence (coalesce(nullif(occurred_on, ''), created_at), id) "
    "WHERE dismissed_reason = '' AND duplicate_of IS NULL",
    # What may be the same twice; and without the first of these, each deletion would look at every row.
    "CREATE INDEX evidence_duplicate ON evidence (duplicate_of) WHERE duplicate_of IS NOT NULL",
    "CREATE INDEX evidence_customer ON evidence (coalesce('c' || company_id, nullif('a' || author, 'a'))) "
    "WHERE duplicate_of IS NULL",
    "CREATE INDEX evidence_length ON evidence (length(text)) WHERE duplicate_of IS NULL",
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

# External-content full-text indexes: table and the columns searched.
FULL_TEXT = (("problem", ("title", "statement", "notes")), ("evidence", ("text", "source", "author")))

# A row that makes way for another one leaves its words in the index, so that the index has to be built again.
_DUE_TRIGGERS = tuple(
    f"""CREATE TRIGGER full_text_due_on_{table}_{event.lower()} BEFORE {event} ON {table}
  WHEN {moved}EXISTS (SELECT 1 FROM {table} WHERE id = new.id) BEGIN
  INSERT INTO full_text_due (name) SELECT '{table}'
    WHERE NOT EXISTS (SELECT 1 FROM full_text_due WHERE name = '{table}');
END"""
    for table, _ in FULL_TEXT
    for event, moved in (("INSERT", ""), ("UPDATE", "new.id <> old.id AND "))
)


def _of(row: str, columns: tuple[str, ...]) -> str:
    return ", ".join(f"{row}.{column}" for column in columns)


# An update of anything else leaves the index as it is: most of what a change would write otherwise is the index.
_CHANGE_TRIGGERS = tuple(
    f"""CREATE TRIGGER full_text_of_{table}_changed AFTER UPDATE ON {table}
  WHEN (old.id, {_of("old", columns)}) IS NOT (new.id, {_of("new", columns)}) BEGIN
  INSERT INTO {table}_fts ({table}_fts, rowid, {", ".join(columns)})
    VALUES ('delete', old.id, {_of("old", columns)});
  INSERT INTO {table}_fts (rowid, {", ".join(columns)}) VALUES (new.id, {_of("new", columns)});
END"""
    for table, columns in FULL_TEXT
)

FULL_TEXT_TRIGGERS = (*_DUE_TRIGGERS, *_CHANGE_TRIGGERS)
