"""What a column of a file can be to us."""

from pmtui.importers.scales import SCALES

PROBLEM, EVIDENCE, PERSONA, DECISION, DECLINED = "problem", "evidence", "persona", "decision", "declined"
TARGETS = (PROBLEM, EVIDENCE, PERSONA, DECISION)
ESTIMATES = tuple(SCALES)
DATES = ("created", "updated", "started", "finished")
_SHARED = ("external_id", "title", "text", "tags", "url", "created")
FIELDS = {
    PROBLEM: (
        *_SHARED,
        "status",
        "category",
        "resolution",
        "archived",
        "reason",
        "updated",
        "started",
        "finished",
        "comments",
        "checklists",
        *ESTIMATES,
    ),
    EVIDENCE: (*_SHARED, "author", "company", "kind", "origin", "evidence_type", "answers"),
    DECISION: (
        *("external_id", "title", "created", "context", "options", "choice", "reason", "driver", "approver"),
        *("contributors", "informed", "prediction", "review_on", "learned", "probability", "outcome", "reviewed_on"),
        *("place", "problems", "evidence", "supersedes"),
    ),
    PERSONA: ("external_id", "title", "role", "picture", "quote", "population", "jobs", "pains", "gains", "notes"),
}
# What tells records apart or is more than one text can't be the same text for all of them.
NEVER_FIXED = ("external_id", "comments", "checklists", "answers")
# Every column found is taken; of the other fields the first one.
GATHERED = ("tags", "comments", "checklists", "answers")
