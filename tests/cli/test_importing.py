"""Taking files in from the command line: the report, the exit status, the way back."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TABLE = (
    "Title,Text,Tags,Reach,Impact,Confidence,Effort\nKeys get lost,On Mondays,access,500,3,90%,2\nNobody comes,,,,,,\n"
)
REPORT = (
    "preset", "runner_up", "source", "rows", "created", "updated", "unchanged", "skipped", "refused", "warnings",
    "refused_file", "step",
)  # fmt: skip


@pytest.fixture(autouse=True)
def table(workspace_file: Path) -> Path:
    path = Path("table.csv")
    path.write_text(TABLE, encoding="utf-8")
    return path


def copies(folder: Path) -> list[Path]:
    return list(folder.rglob("*before-import.pmtui"))


def test_an_import_reports_what_it_did_and_undo_takes_all_of_it_back(pmtui: Run) -> None:
    report = pmtui("import", "table.csv", "--source", "Spring", "--json").json
    assert tuple(report) == REPORT
    assert (report["rows"], report["created"], report["source"]) == (2, {"problem": 2}, "Spring")
    rows = pmtui("list", "problem", "--json").json
    assert [(row["title"], row["score"], row["source"]) for row in rows] == [
        ("Keys get lost", 675, "Spring"),
        ("Nobody comes", None, "Spring"),
    ]
    assert all(row["external_id"] for row in rows)
    assert pmtui("undo", "--json").json["step"] == report["step"]
    assert pmtui("list", "problem", "--json").json == []


def test_one_record_is_told_as_one(pmtui: Run) -> None:
    assert "Read 2 records from" in pmtui("import", "table.csv").out
    Path("one.csv").write_text("Title\nNobody comes\n", encoding="utf-8")
    assert "Read 1 record from" in pmtui("import", "one.csv").out


def test_a_dry_run_tells_the_same_and_changes_nothing(pmtui: Run, own_folders: Path) -> None:
    rehearsed = pmtui("import", "table.csv", "--dry-run", "--json").json
    assert rehearsed["step"] is None
    assert pmtui("history", "--json").json == []
    assert copies(own_folders) == []
    assert {**pmtui("import", "table.csv", "--json").json, "step": None} == rehearsed


def test_a_copy_is_put_aside_before_an_import(pmtui: Run, own_folders: Path) -> None:
    pmtui("add", "problem", "Mine")
    pmtui("import", "table.csv")
    kept = pmtui("-w", str(copies(own_folders)[0]), "list", "problem", "--json").json
    assert [row["title"] for row in kept] == ["Mine"]


def test_the_same_file_again_brings_nothing_new(pmtui: Run) -> None:
    pmtui("import", "table.csv")
    again = pmtui("import", "table.csv", "--json").json
    assert (again["created"], again["unchanged"], again["step"]) == ({"problem": 0}, 2, None)
    assert "Created nothing, changed nothing." in pmtui("import", "table.csv").out


def test_a_refused_record_stops_all_unless_the_good_ones_are_wanted(pmtui: Run, table: Path) -> None:
    table.write_text(TABLE + "Too much,,,1e999,,,\n", encoding="utf-8")
    refused = pmtui("import", "table.csv")
    assert refused.status == 1
    assert "line 4" in refused.err
    assert "--good-rows" in refused.err
    assert pmtui("history", "--json").json == []
    assert "--good-rows" in pmtui("import", "table.csv", "--json").error["hint"]
    report = pmtui("import", "table.csv", "--good-rows", "--json").json
    assert (report["refused"], report["created"]) == (1, {"problem": 2})


def test_what_the_records_become_and_which_column_is_which_can_be_said(pmtui: Run) -> None:
    report = pmtui("import", "table.csv", "--as", "evidence", "--map", "text=Title", "--json").json
    assert report["created"] == {"evidence": 2}
    assert pmtui("list", "evidence", "--filter", "keys", "--json").json[0]["title"] == "Keys get lost"


def test_a_dry_run_shows_where_every_field_comes_from(pmtui: Run) -> None:
    shown = pmtui("import", "table.csv", "--dry-run").out
    assert "title from Title" in shown
    assert "rice_confidence from Confidence" in shown
    assert "Would create 2 problems" in shown


def test_values_lanes_and_columns_to_leave_out_can_be_said_and_are_remembered(pmtui: Run, table: Path) -> None:
    table.write_text("id,Wish,Phase,Team\n1,Keys get lost,Brewing,North\n", encoding="utf-8")
    words = ("--map", "title=Wish", "--map", "status=Phase", "--set", "effort=2", "--lane", "Brewing=Building")
    pmtui("import", "table.csv", *words, "--drop", "Team")
    table.write_text("id,Wish,Phase,Team\n1,Keys get lost,Brewing,South\n2,Nobody comes,Brewing,\n", encoding="utf-8")
    shown = pmtui("import", "table.csv", "--dry-run")
    assert "effort is “2” for all" in shown.out
    assert "read as it was on" in shown.err
    assert pmtui("import", "table.csv", "--json").json["created"] == {"problem": 1}
    for key in ("P-1", "P-2"):
        record = pmtui("show", key, "--json").json
        assert (record["lane"], record["custom"]) == ("Building", {})


def test_refused_records_are_named_and_kept_in_a_file(pmtui: Run, table: Path) -> None:
    table.write_text(TABLE + "Too much,,,1e999,,,\n", encoding="utf-8")
    ended = pmtui("import", "table.csv", "--good-rows")
    assert "line 4" in ended.err
    assert "table-refused.csv" in ended.err
    assert "Too much" in Path("table-refused.csv").read_text(encoding="utf-8")
    assert pmtui("import", "table.csv", "--good-rows", "--json").json["refused_file"] == "table-refused-2.csv"


def test_dates_are_read_as_the_settings_say_where_the_file_leaves_it_open(pmtui: Run, table: Path) -> None:
    table.write_text("id,title,created\n1,Keys get lost,3/4/2026\n", encoding="utf-8")
    assert "day or month first?" in pmtui("import", "table.csv", "--dry-run").err
    settings = Path("user/XDG_CONFIG_HOME/pmtui/config.toml")
    settings.parent.mkdir(parents=True)
    settings.write_text("day_first = true\n", encoding="utf-8")
    assert "taken as 3 April" in pmtui("import", "table.csv", "--dry-run").err


def test_where_nothing_is_known_to_be_words_it_is_said_how_to_name_them(pmtui: Run, table: Path) -> None:
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    assert "--map title=COLUMN" in pmtui("import", "table.csv").err


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["missing.csv"], 1, "no file"),
        (["table.csv", "--preset", "unheard-of"], 1, "unheard-of"),
        (["table.csv", "--map", "joy=Title"], 1, "joy"),
        (["table.csv", "--map", "title"], 2, "not FIELD=COLUMN"),
        (["table.csv", "--set", "effort"], 2, "not FIELD=VALUE"),
        (["table.csv", "--lane", "Done"], 2, "not STATUS=LANE"),
        (["table.csv", "--set", "status=New", "--lane", "New=Atlantis"], 1, "Atlantis"),
        (["table.csv", "--drop", "Joy"], 1, "Joy"),
        (["table.csv", "--as", "company"], 2, "company"),
        (["work.pmtui"], 1, "work.pmtui"),
    ],
)
def test_what_can_not_be_is_refused(pmtui: Run, arguments: list[str], status: int, words: str) -> None:
    refused = pmtui("import", *arguments)
    assert refused.status == status
    assert words in refused.err
    assert pmtui("history", "--json").json == []


def test_control_characters_of_a_file_reach_neither_the_report_nor_lists(pmtui: Run, table: Path) -> None:
    table.write_text("Ti\x1b[31mtle,Title,Created\nx\x9bm,y\x1b]0;P\x07,3/\x1b4/20\n", encoding="utf-8")
    for ended in (pmtui("import", "table.csv", "--dry-run"), pmtui("import", "table.csv"), pmtui("show", "P-1")):
        assert not {"\x1b", "\x07", "\x9b"} & set(ended.out + ended.err)
    assert pmtui("show", "P-1", "--json").json["custom"]


def test_the_scale_of_an_estimate_is_said_on_the_command_line(pmtui: Run, workspace_file: Path) -> None:
    file = workspace_file.parent / "ten.csv"
    file.write_text("Feature,Reach,Impact\nKeys,400,8\n", encoding="utf-8")
    shown = pmtui("import", str(file), "--dry-run", "--scale", "impact=ten")
    assert "impact (8) on the scale ten: 1 to 10, with 10 as massive (3)" in shown.out
    assert pmtui("import", str(file), "--scale", "impact=nine").status == 1
    pmtui("import", str(file), "--scale", "impact=ten")
    estimates = {one["code"]: one["central"] for one in pmtui("show", "P-1", "--json").json["estimates"]}
    assert (estimates["reach"], estimates["impact"]) == (400, 2.4)
