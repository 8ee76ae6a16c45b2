import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from pmtui.domain.text import clean_line
from pmtui.services.board_views import CardRow, LaneView
from pmtui.services.views import ProblemRow
from pmtui.styles.themes import DARK
from pmtui.widgets.lane import Lane
from pmtui.widgets.problem_rows import KEY, LONGEST_BAR, RANK, SHORTEST_BAR, TITLE, Columns, ProblemRows
from tests.builders import HOSTILE

VIEW = LaneView(1, "Inbox", "waiting", 2, False, (1, 2, 3))
SCORED = ProblemRow(12, "Keys get lost", 1240.0, 1, False, (), 17, ("access",), "Inbox", "now")
TIED = ProblemRow(7, "Nobody knows", 620.0, 2, True, (), 3, (), "Inbox", "")
UNSCORED = ProblemRow(
    44,
    "Windows above the third floor",
    None,
    None,
    False,
    ("reach", "rice_confidence"),
    1,
    (),
    "",
    "",
    ("reach", "confidence"),
)


class RowsApp(App[None]):
    """The two kinds of list, each on its own."""

    def __init__(self) -> None:
        super().__init__()
        self.problems = ProblemRows()
        self.lane = Lane(VIEW)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables

    def compose(self) -> ComposeResult:
        yield self.problems
        yield self.lane


def row_text(problems: ProblemRows, item: ProblemRow, width: int = 120) -> str:
    problems.set_scale(1240)
    return problems.row(item.id, item, width, highlighted=False)[0].text


@pytest.mark.parametrize("width", range(60, 240))
def test_a_bar_grows_only_where_a_title_of_many_words_is_seen_whole(width: int) -> None:
    columns = Columns.within(width, RANK, KEY, unsure=True)
    assert columns.bar <= SHORTEST_BAR or columns.title >= TITLE
    assert columns.bar <= LONGEST_BAR


async def test_a_row_shows_rank_key_title_score_bar_evidence_and_tags() -> None:
    async with RowsApp().run_test() as pilot:
        problems = pilot.app.query_one(ProblemRows)
        words = row_text(problems, SCORED).split()
        assert words == ["1", "P-12", "Keys", "get", "lost", "1,240", "█" * 6, "17", "#access"]
        assert row_text(problems, TIED).split()[:2] == ["=2", "P-7"]
        assert "needs reach, confidence" in row_text(problems, UNSCORED)


async def test_a_row_with_room_shows_how_well_evidence_supports_it() -> None:
    async with RowsApp().run_test() as pilot:
        problems = pilot.app.query_one(ProblemRows)
        problems.put_confidences({12: 1.94})
        assert row_text(problems, SCORED).split()[-3:] == ["17", "1.9", "#access"]
        assert "1.9" not in row_text(problems, SCORED, 80)
        assert problems.header(120)[0].text.split()[-3:] == ["evid.", "conf.", "tags"]


async def test_the_longest_key_and_rank_have_room() -> None:
    async with RowsApp().run_test() as pilot:
        problems = pilot.app.query_one(ProblemRows)
        problems.set_entries([*range(1, 12_000), 1_234_567])
        item = ProblemRow(1_234_567, "Keys get lost", 5.0, 11_998, True, (), 1_700, (), "", "")
        assert row_text(problems, item).split()[:5] == ["=11998", "P-1234567", "Keys", "get", "lost"]
        assert " 1,700" in row_text(problems, item)
        assert problems.header(120)[0].text.index("problem") == row_text(problems, item).index("Keys")


async def test_columns_stand_under_each_other() -> None:
    async with RowsApp().run_test() as pilot:
        problems = pilot.app.query_one(ProblemRows)
        header = problems.header(120)[0].text
        end = header.index("score") + len("score")
        for item, score in ((SCORED, "1,240"), (TIED, "620")):
            assert row_text(problems, item)[:end].endswith(score)
        end = header.index("evid.") + len("evid.")
        for item in (SCORED, TIED, UNSCORED):
            assert row_text(problems, item)[:end].endswith(str(item.evidence_count))


@pytest.mark.parametrize("width", [20, 60, 69, 70, 84, 110, 120, 150, 200])
async def test_every_line_is_as_wide_as_its_list_whatever_the_words(width: int) -> None:
    async with RowsApp().run_test() as pilot:
        problems, lane = pilot.app.query_one(ProblemRows), pilot.app.query_one(Lane)
        for text in HOSTILE:
            title = clean_line(text)
            row = ProblemRow(1, title, 5.0, 1, False, (), 2, (title[:50],), "", "")
            card = CardRow(1, title, 5.0, 2, (title[:50],), 3)
            lines = problems.row(1, row, width, True) + lane.row(1, card, width, True) + lane.row(1, None, width, False)
            assert {cell_len(line.text) for line in lines} == {width}
            assert not any("\x1b" in line.text for line in lines)


async def test_a_lane_over_its_limit_says_so_with_a_sign() -> None:
    async with RowsApp().run_test() as pilot:
        lane = pilot.app.query_one(Lane)
        assert lane.header(30)[0].text.split() == ["Inbox", "!", "3/2", "·"]
        assert lane.header(9)[0].text.split() == ["I…", "!", "3/2"]


@given(st.integers(60, 250), st.booleans())
def test_titles_get_what_the_other_columns_leave(width: int, unsure: bool) -> None:
    columns = Columns.within(width, 4, 7, unsure)
    assert columns.title >= 20
    assert columns.title >= columns.bar


def test_ranks_by_both_lenses_take_the_room_of_the_bars_and_leave_narrow_lists_alone() -> None:
    narrow, low, wide = (Columns.within(width, 4, 7, True, 10) for width in (60, 78, 140))
    assert (narrow.lenses, narrow.gap) == (0, 0)
    assert (low.lenses, low.bar) == (10, 0)
    assert wide.bar > 0
    assert Columns.within(78, 4, 7, True).lenses == 0
