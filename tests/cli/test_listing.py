"""Lists, ranks and single records: for people as lines, for programs as JSON of a fixed shape."""

from pathlib import Path

import pytest

from pmtui.cli import options
from pmtui.cli.adding_evidence import KINDS, TYPES
from pmtui.domain.evidence import EVIDENCE_TYPES, TYPE_OF_KIND
from pmtui.services import lists
from pmtui.services.example import create_example
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def example(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = own_folders / "example.pmtui"
    create_example(path)
    monkeypatch.setenv("PMTUI_WORKSPACE", str(path))


def test_the_words_of_options_are_those_of_the_lists() -> None:
    assert options.STATES == lists.STATES
    assert options.ORDERS == lists.ORDERS
    assert (set(KINDS), TYPES) == (set(TYPE_OF_KIND), EVIDENCE_TYPES)


def test_problems_have_the_promised_fields(pmtui: Run) -> None:
    rows = pmtui("list", "problem", "--json").json
    assert {tuple(row) for row in rows} == {
        (
            "key", "title", "lane", "tags", "score", "rank", "tied", "missing", "needs", "evidence",
            "evidence_confidence", "need", "horizon", "source",
            "external_id", "created_at", "updated_at",
        )
    }  # fmt: skip
    assert rows[0]["title"] == "Keys get lost between cleaners"
    assert rows[0]["rank"] == 1
    unscored = rows[-1]
    assert unscored["score"] is None
    assert unscored["rank"] is None
    assert unscored["missing"]
    assert unscored["needs"]


def test_what_is_missing_goes_by_the_names_of_criteria(pmtui: Run) -> None:
    pmtui("add", "problem", "New")
    pmtui("estimate", "P-51", "reach=100", "effort=1", "impact=1")
    assert "needs confidence)" in pmtui("list", "problem", "--state", "unscored", "--filter", "New").out
    assert "missing: Confidence" in pmtui("show", "P-51").out
    assert "needs Confidence" in pmtui("explain", "P-51").out
    assert "× confidence ÷" in pmtui("explain", "P-12").out


def test_rank_holds_the_ranked_problems_only_best_first(pmtui: Run) -> None:
    rows = pmtui("rank", "--json").json
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)


def test_ties_share_a_rank_and_say_so(pmtui: Run, own_folders: Path) -> None:
    pmtui("new", "ties.pmtui")
    for number in (1, 2):
        pmtui("-w", "ties.pmtui", "add", "problem", f"Problem {number}")
        pmtui("-w", "ties.pmtui", "estimate", f"P-{number}", "reach=10", "impact=1", "confidence=1", "effort=1")
    assert [(row["rank"], row["tied"]) for row in pmtui("-w", "ties.pmtui", "rank", "--json").json] == [(1, True)] * 2
    assert pmtui("-w", "ties.pmtui", "rank").out.count("=1") == 2


@pytest.mark.parametrize(
    ("arguments", "holds"),
    [
        (["--tag", "ACCESS"], lambda row: "access" in row["tags"]),
        (["--lane", "inbox"], lambda row: row["lane"] == "Inbox"),
        (["--filter", "cleaner KEYS"], lambda row: True),
        (["--state", "unscored"], lambda row: row["score"] is None),
        (["--state", "declined"], lambda row: row["horizon"] == "declined"),
    ],
)
def test_filters_keep_what_they_say(pmtui: Run, arguments: list[str], holds: object) -> None:
    rows = pmtui("list", "problem", *arguments, "--json").json
    assert callable(holds)
    assert rows
    assert all(holds(row) for row in rows)
    assert len(rows) < 50


def test_orders_put_first_what_they_say(pmtui: Run) -> None:
    counts = [row["evidence"] for row in pmtui("list", "problem", "--order", "evidence", "--json").json]
    assert counts == sorted(counts, reverse=True)


def test_other_kinds_have_their_fields(pmtui: Run) -> None:
    fields = {
        "evidence": ("key", "title", "kind", "source", "author", "company", "date", "external_id"),
        "company": ("key", "title", "tier", "revenue", "size", "evidence", "created_at"),
        "tag": ("key", "title", "problems"),
        "lane": ("key", "title", "phase", "problems", "limit", "strict"),
    }
    for kind, names in fields.items():
        rows = pmtui("list", kind, "--json").json
        assert {tuple(row) for row in rows} == {names}
        assert pmtui("list", kind).out.count("\n") == len(rows) + 1


def test_words_narrow_every_kind(pmtui: Run) -> None:
    for kind, words in (("evidence", "keys"), ("company", "lofts"), ("tag", "acc"), ("lane", "disc")):
        found = pmtui("list", kind, "--filter", words, "--json").json
        assert 0 < len(found) < len(pmtui("list", kind, "--json").json)


def test_nothing_found_is_an_empty_list_and_no_error(pmtui: Run) -> None:
    assert pmtui("list", "problem", "--filter", "xyzzy", "--json").json == []
    quiet = pmtui("list", "problem", "--filter", "xyzzy")
    assert (quiet.status, quiet.out) == (0, "")


def test_an_option_for_problems_is_refused_for_other_kinds(pmtui: Run) -> None:
    refused = pmtui("list", "tag", "--state", "all")
    assert refused.status == 2
    assert "--state is for problems" in refused.err


def test_one_problem_has_everything_and_its_links(pmtui: Run) -> None:
    shown = pmtui("show", "P-12", "--json").json
    assert tuple(shown) == (
        "key", "title", "lane", "tags", "score", "rank", "ranked", "missing", "need", "moscow", "kano", "horizon",
        "horizon_reason",
        "statement", "notes", "url", "custom", "source", "external_id", "created_at", "updated_at", "estimates",
        "customers", "evidence_confidence", "confidence_made_of", "undated", "confidence_ladder", "evidence", "lanes",
        "reach_from_personas", "reach_disagrees", "scale", "personas", "objectives",
        "part_of", "parts", "solutions", "decisions",
    )  # fmt: skip
    assert [estimate["code"] for estimate in shown["estimates"]] == ["reach", "impact", "rice_confidence", "effort"]
    assert len(shown["evidence"]) == next(
        row["evidence"] for row in pmtui("list", "problem", "--json").json if row["key"] == "P-12"
    )
    assert shown["lanes"][0]["lane"] == "Inbox"


@pytest.mark.parametrize("key", ["P-12", "E-5", "C-3"])
def test_a_record_reads_well_too(pmtui: Run, key: str) -> None:
    record = pmtui("show", key, "--json").json
    shown = pmtui("show", key).out
    assert shown.startswith(f"{key}  {record['title']}\n")
    assert "None" not in shown
    assert "{" not in shown


@pytest.mark.parametrize(("key", "words"), [("P-9999", "no P-9999"), ("Q-1", "not a key"), ("P-", "not a key")])
def test_a_key_that_names_nothing_is_refused(pmtui: Run, key: str, words: str) -> None:
    refused = pmtui("show", key)
    assert refused.status == 1
    assert words in refused.err
    assert refused.out == ""


def test_pages_are_printed_or_written(pmtui: Run, own_folders: Path) -> None:
    for page in (["problems"], ["board"], ["problem", "P-12"], ["problems", "--tag", "access"]):
        printed = pmtui("export", *page)
        assert printed.status == 0
        assert printed.out.startswith("# ")
        assert pmtui("export", *page, "-o", "page.md").out == "Wrote page.md\n"
        assert (own_folders / "page.md").read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize("arguments", [["problem"], ["board", "P-12"], ["everything"]])
def test_a_page_that_is_none_is_wrong_usage(pmtui: Run, arguments: list[str]) -> None:
    assert pmtui("export", *arguments).status == 2


def test_a_page_is_not_written_where_it_can_not_be(pmtui: Run) -> None:
    refused = pmtui("export", "board", "-o", "nowhere/board.md")
    assert refused.status == 1
    assert "its folder is not there" in refused.err
