"""Triggers that note which problems' cached scores are out of date, whoever changed what they are made of."""


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
            ("problem_objective_insert", "AFTER INSERT ON problem_objective", "SELECT new.problem_id AS id"),
            (
                "problem_objective_replace",
                "BEFORE INSERT ON problem_objective",
                "SELECT problem_id AS id FROM problem_objective WHERE id = new.id",
            ),
            (
                "problem_objective_update",
                "AFTER UPDATE ON problem_objective",
                "SELECT old.problem_id AS id UNION SELECT new.problem_id",
            ),
            ("problem_objective_delete", "AFTER DELETE ON problem_objective", "SELECT old.problem_id AS id"),
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
