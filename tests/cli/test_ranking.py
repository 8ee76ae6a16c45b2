"""The ranking on the command line: by what it ranks, how sure each place is, and why."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def ranges(pmtui: Run, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMTUI_WORKSPACE", str(own_folders / "ranges.pmtui"))
    pmtui("new", "ranges.pmtui")
    for number, reach in enumerate(("200..900", "400", "100..800"), start=1):
        pmtui("add", "problem", f"Problem {number}")
        pmtui("estimate", f"P-{number}", f"reach={reach}", "impact=1", "confidence=100%", "effort=1")


@pytest.mark.usefixtures("ranges")
def test_each_place_says_how_sure_it_is_and_the_same_seed_says_the_same(pmtui: Run) -> None:
    rows = pmtui("rank", "--json").json
    assert [row["key"] for row in rows] == ["P-1", "P-2", "P-3"]
    assert 0 < rows[0]["p_first"] < 1
    assert rows[0]["rank_low"] < rows[0]["rank_high"]
    assert sum(row["p_first"] for row in rows) == pytest.approx(1)
    assert pmtui("rank", "--json", "--seed", "1").json == rows
    assert pmtui("rank", "--json", "--seed", "2").json != rows


@pytest.mark.usefixtures("ranges")
def test_neighbours_too_close_to_call_are_marked(pmtui: Run) -> None:
    assert [row["too_close"] for row in pmtui("rank", "--json").json] == [True, False, False]
    assert "≈1" in pmtui("rank").out


@pytest.mark.usefixtures("ranges")
def test_a_lens_ranks_once_and_leaves_the_workspace_as_it_is(pmtui: Run) -> None:
    pmtui("estimate", "P-2", "relief=50%", "value_gained=300")
    pmtui("estimate", "P-3", "value_gained=500..900")
    rows = pmtui("rank", "--lens", "business", "--json").json
    assert [(row["key"], row["rank"]) for row in rows] == [("P-3", 1), ("P-2", 2)]
    assert {(row["customer_rank"], row["business_rank"], row["gap"]) for row in rows} == {(None, None, None)}
    assert pmtui("rank", "--json").json[0]["key"] == "P-1"
    assert "Ranked" not in pmtui("history").out


@pytest.mark.usefixtures("ranges")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--scorecard", "moon"), 1),
        (("--scorecard", "RICE", "--lens", "blend"), 2),
        (("--lens", "customer", "--weight", "0.5"), 2),
        (("--weight", "1.5"), 2),
    ],
)
def test_what_can_not_be_ranked_by_is_refused(pmtui: Run, arguments: tuple[str, ...], status: int) -> None:
    assert pmtui("rank", *arguments).status == status


@pytest.mark.usefixtures("ranges")
def test_a_place_is_explained_down_to_what_would_change_it(pmtui: Run) -> None:
    found = pmtui("explain", "P-2", "--json").json
    assert found["formula"].startswith("reach * impact")
    reach = found["factors"][0]
    assert reach["value"] == "400"
    assert reach["swap_above"] > 400
    assert pmtui("explain", "P-1", "--json").json["factors"][0]["worth_knowing"] == 0  # all three are chosen
    words = pmtui("explain", "P-1").out
    assert "ahead of P-2 below it in 5" in words
    assert "% of the draws: too close to call" in words


@pytest.mark.usefixtures("ranges")
def test_what_misses_an_estimate_says_so(pmtui: Run) -> None:
    pmtui("add", "problem", "Problem 4")
    assert "can't be scored: needs" in pmtui("explain", "P-4").out


@pytest.mark.usefixtures("ranges")
def test_a_decided_place_is_marked_and_explained_with_the_rank_by_score(pmtui: Run) -> None:
    pmtui("decide", "Invoices first", "--problem", "P-3", "--place", "1", "--reason", "The law asks for it")
    assert [line.split()[0] for line in pmtui("rank").out.splitlines()[1:]] == ["›1", "≈2", "3"]
    assert "(D-1 decides its place; by score 3)" in pmtui("rank").out
    assert "#1 of 3 because D-1 decides it (The law asks for it), #3 by RICE v1" in pmtui("explain", "P-3").out


@pytest.mark.usefixtures("ranges")
def test_an_explanation_says_in_plain_words_how_sure_it_is_and_what_would_swap(pmtui: Run) -> None:
    words = pmtui("explain", "P-2").out
    assert "ahead of P-1 above it in 4" in words
    assert "ahead of P-3 below it in" in words
    assert "ties with P-3 below it at 70.7%" in words
    assert "no confidence from 0% to 100% makes it tie with P-1 above it" in words
    assert "counts as 424, the middle (median) of the range" in pmtui("explain", "P-1").out
    assert "rice_confidence" not in words


@pytest.mark.usefixtures("ranges")
def test_other_programs_read_in_how_many_draws_it_is_ahead_of_its_neighbours(pmtui: Run) -> None:
    found = pmtui("explain", "P-2", "--json").json
    assert {side: other["key"] for side, other in found["ahead_of"].items()} == {"above": "P-1", "below": "P-3"}
    assert found["ahead_of"]["above"]["too_close"]


@pytest.mark.usefixtures("ranges")
def test_the_ranking_is_written_as_a_page(pmtui: Run) -> None:
    assert pmtui("export", "ranking", "-o", "ranking.md").out == "Wrote ranking.md\n"
    assert Path("ranking.md").read_text(encoding="utf-8") == pmtui("export", "ranking").out
    assert pmtui("export", "ranking", "P-1").status == 2


@pytest.mark.usefixtures("workspace_file")
def test_where_none_can_be_scored_the_estimates_it_takes_are_named(pmtui: Run) -> None:
    ended = pmtui("rank", "--scorecard", "value / effort")
    assert ended.out == ""
    assert ended.err == "None can be scored by Value / effort v1. Estimate one: pmtui estimate P-1 value=… effort=…\n"
