"""Columns become fields: by preset, by name, or as the user says."""

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount
from pmtui.importers import Choices, all_presets
from pmtui.importers.presets import GENERIC
from tests.importers.reading import Outcome

FIDER = """number,title,description,created_at,created_by,votes_count,status,response,original_number,tags
1,Pay by card,,2024-03-01T10:00:00Z,Ann,12,declined,Not before next year,,"billing, money, easy"
2,Dark mode,For the night,2024-03-02T10:00:00Z,Bob,3,open,,,"look,feel"
3,Night mode,,2024-03-03T10:00:00Z,Cy,1,duplicate,,2,
"""


def test_every_preset_but_the_generic_one_says_what_tells_it_and_what_it_becomes() -> None:
    presets = all_presets()
    assert {"jira", "linear", "gitlab", "github", "trello", "azure-devops", "fider", "app-reviews"} < presets.keys()
    for name, preset in presets.items():
        assert preset.label
        assert (preset.target in ("problem", "evidence", "persona", "decision")) is (name != GENERIC)
        assert bool(preset.required or preset.any_of) is (name != GENERIC)


def test_a_title_like_column_makes_problems_and_a_text_column_alone_makes_evidence() -> None:
    assert Outcome("Feature,Notes\nx,y\n").proposal.target == "problem"
    assert Outcome("Feedback,Date\ny,2026-01-01\n").proposal.target == "evidence"
    assert Outcome("Feedback,Date\ny,2026-01-01\n", choices=Choices(target="problem")).titles == ["y"]


def test_a_remark_after_a_header_does_not_hide_its_name() -> None:
    assert Outcome("Comment (optional),Created: local time\nx,2026-01-01\n").column_of("created") == [
        "Created: local time"
    ]


def test_without_a_known_name_the_longest_column_is_the_text_and_said_to_be() -> None:
    table = Outcome("code,what people wrote\n7,the app is slow in the morning\n8,and in the evening even more so\n")
    assert table.column_of("text") == ["what people wrote"]
    assert any("longest cells" in note for note in table.proposal.notes)


def test_without_a_column_of_words_nothing_is_proposed_as_words() -> None:
    outcome = Outcome("a,b\n1,2\n3,4\n")
    assert not outcome.proposal.has_words
    assert not outcome.drafts


def test_the_user_chooses_columns_fixed_values_and_what_to_drop() -> None:
    choices = Choices(
        target="evidence",
        columns={"text": ("What",), "tags": ("area", "Kind")},
        fixed={"origin": "Fair 2026", "kind": "interview note"},
        drop=("Secret",),
        label="Fair",
    )
    table = Outcome("What,area,Kind,Secret,Rest\nslow,app,bug,x,kept\n", choices=choices)
    draft = table.drafts[0]
    assert draft.values["source"] == "Fair 2026"
    assert draft.values["evidence_type"] == "interview"
    assert draft.tags == ("app", "bug")
    assert draft.custom == {"Rest": "kept"}
    assert [column.name for column in table.proposal.dropped] == ["Secret"]
    assert table.proposal.label == "Fair"


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (Choices(columns={"title": ("Titel",)}), "no column “Titel”"),
        (Choices(columns={"colour": ("title",)}), "“colour” is no field"),
        (Choices(fixed={"colour": "red"}), "“colour” is no field"),
        (Choices(preset="jirra"), "no preset “jirra”"),
        (Choices(target="card"), "imported as “card”"),
        (Choices(fixed={"evidence_type": "gossip"}, target="evidence"), "“gossip” is not a type of evidence"),
    ],
)
def test_a_choice_that_does_not_fit_is_refused(choices: Choices, words: str) -> None:
    with pytest.raises(Refusal) as caught:
        Outcome("title,body\na,b\n", choices=choices)
    assert words in caught.value.title


def test_a_column_chosen_for_one_field_is_not_used_for_another() -> None:
    table = Outcome("title,summary\na,b\n", choices=Choices(columns={"text": ("title",), "title": ("summary",)}))
    assert table.titles == ["b"]
    assert table.drafts[0].values["statement"] == "a"


@pytest.mark.parametrize(
    ("status", "lane"),
    [
        ("To Do", "Defined"),
        (" in-progress ", "Building"),
        ("IN PROGRESS", "Building"),
        ("done", "Launched"),
        ("Backlog", "Inbox"),
        ("in discovery", "Discovering"),
        ("Verified by Ann", ""),
    ],
)
def test_a_status_has_its_lane_in_any_spelling(status: str, lane: str) -> None:
    draft = Outcome(f"title,status\na,{status}\n").drafts[0]
    assert draft.values.get("lane", "") == lane
    assert draft.tags == (None if lane else ("Verified by Ann",))


@pytest.mark.parametrize(
    "word", ["Won't Do", "Won’t fix", "Canceled", "cancelled", "Declined", "not_planned", "Removed", "Duplicate"]
)
def test_what_will_not_be_done_is_declined_with_the_word_as_reason_even_in_category_done(word: str) -> None:
    jira = Outcome(f"Summary,Issue key,Status,Status Category\na,X-1,{word},Done\n")
    assert jira.drafts[0].values["horizon"] == "declined"
    assert jira.drafts[0].values["horizon_reason"] == word
    assert "lane" not in jira.drafts[0].values


def test_an_unknown_status_follows_its_category() -> None:
    jira = Outcome("Summary,Issue key,Status,Status Category\na,X-1,Verifyy,Done\nb,X-2,Gorp,\n")
    assert [draft.values.get("lane") for draft in jira.drafts] == ["Launched", None]


def test_a_resolution_can_decline_what_is_closed() -> None:
    jira = Outcome("Summary,Issue key,Status,Resolution\na,X-1,Closed,Won't Do\nb,X-2,Closed,Fixed\n")
    assert [draft.values["horizon"] for draft in jira.drafts] == ["declined", ""]


def test_the_users_own_lane_for_a_status_wins() -> None:
    table = Outcome("title,status\na,Gorp\nb,Done\n", choices=Choices(lanes={"gorp": "Solving", "Done": "declined"}))
    assert table.drafts[0].values["lane"] == "Solving"
    assert table.drafts[1].values["horizon_reason"] == "Done"


def test_a_status_for_all_records_can_be_given() -> None:
    assert Outcome("title,x\na,1\n", choices=Choices(fixed={"status": "Done"})).drafts[0].values["lane"] == "Launched"


def test_a_wrong_type_of_evidence_is_refused_with_its_row() -> None:
    table = Outcome("text,evidence type\na,interview\nb,gossip\n")
    assert [found.number for found in table.complaints] == [3]


def test_places_called_state_are_no_statuses() -> None:
    table = Outcome("issue,state\na,CA\nb,NY\n")
    assert table.drafts[0].custom == {"state": "CA"}
    assert any("none of its words is a known status" in note for note in table.proposal.notes)


def test_fider_tags_are_joined_by_comma_and_space() -> None:
    fider = Outcome(FIDER)
    assert fider.proposal.preset.name == "fider"
    assert [draft.tags for draft in fider.drafts] == [("billing", "money", "easy"), ("look,feel",), ()]
    assert [draft.values["horizon"] for draft in fider.drafts] == ["declined", "", "declined"]
    assert fider.drafts[0].values["horizon_reason"] == "declined: Not before next year"
    assert fider.drafts[0].custom["votes_count"] == "12"


def test_rice_columns_become_estimates_and_the_files_own_score_is_only_kept() -> None:
    table = Outcome(
        'Feature,Reach,Impact,Confidence,Effort,RICE Score\nA,"1,200",high,80%,2,9999\nB,500,1,0.5,"0,5",\n'
    )
    assert table.drafts[0].estimates == {
        "reach": Amount(1200, 1200),
        "impact": Amount(2, 2),
        "rice_confidence": Amount(0.8, 0.8),
        "effort": Amount(2, 2),
    }
    assert table.drafts[0].custom == {"RICE Score": "9999"}
    assert table.drafts[1].estimates["effort"] == Amount(0.5, 0.5)


@pytest.mark.parametrize(
    "header", ["Item,Reach,Impact,Confidence,Effort", "Rank,Initiative,Description,Reach,Impact,Effort"]
)
def test_a_table_with_columns_of_rice_ranks_problems_whatever_their_names_are_called(header: str) -> None:
    cells = {"Item": "Send reminders", "Initiative": "Send reminders", "Description": "", "Rank": "1"}
    row = ",".join(cells.get(column, "1") for column in header.split(","))
    table = Outcome(f"{header}\n{row}\n")
    (draft,) = table.drafts
    assert table.proposal.target == "problem"
    assert draft.values["title"] == "Send reminders"
    assert (draft.estimates or {})["reach"] == Amount(1, 1)


def test_two_columns_called_as_in_rice_rank_nothing_yet() -> None:
    table = Outcome("Comments,Impact,Effort\nThe invoice came late again,1,2\n")
    assert table.proposal.target == "evidence"


def test_a_range_in_a_cell_is_a_range() -> None:
    assert Outcome("Feature,Reach\nA,200..800 ~350\n").drafts[0].estimates == {"reach": Amount(200, 800, 350)}


@pytest.mark.parametrize("word", ["", "n/a", "TBD", "?", "-"])
def test_no_value_is_no_estimate(word: str) -> None:
    assert Outcome(f"Feature,Effort,x\nA,{word},1\n").drafts[0].estimates == {"effort": None}


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-inf", "1e999", str(2**63), "9" * 5000, "-3"])
def test_a_number_that_is_none_is_refused_with_its_row_and_column(text: str) -> None:
    table = Outcome(f"Feature,Reach\nA,5\nB,{text}\n")
    assert [found.number for found in table.complaints] == [3]
    assert table.complaints[0].reason.startswith("column Reach:")


@pytest.mark.parametrize(
    ("column", "cells", "words"),
    [
        ("Impact", ["8", "3"], "numbers up to 8"),
        ("Confidence", ["7", "9"], "numbers up to 9"),
        ("Confidence", ["700", "80"], "numbers up to 700"),
        ("Effort", ["XL", "S"], "words such as “xl”"),
        ("Reach", ["40%", "10%"], "percent, not people"),
    ],
)
def test_a_column_on_another_scale_is_kept_but_not_taken_as_an_estimate(
    column: str, cells: list[str], words: str
) -> None:
    table = Outcome(f"Feature,{column}\nA,{cells[0]}\nB,{cells[1]}\n")
    assert table.drafts[0].estimates == {}
    assert table.drafts[0].custom == {column: cells[0]}
    assert words in table.proposal.notes[0]


def test_people_keep_their_names_and_lose_their_addresses() -> None:
    table = Outcome(
        "text,author,Assignee,Phone\n"
        "a,Ann <ann@example.org>,Bob,+41 79 123 45 67\n"
        "b,ann@example.org,bob@example.org,\n"
        "c,ANN@example.org,bob@example.org,\n"
    )
    first, second, third = table.drafts
    assert first.values["author"] == "Ann"
    assert second.values["author"] == third.values["author"]
    assert second.values["author"].startswith("person-")
    assert second.custom["Assignee"] != second.values["author"]
    assert first.custom["Assignee"] == "Bob"
    assert first.custom["Phone"].startswith("person-")


def test_contacts_are_kept_when_the_user_says_so() -> None:
    table = Outcome("text,author\na,ann@example.org\n", choices=Choices(keep_contacts=True))
    assert table.drafts[0].values["author"] == "ann@example.org"


def test_the_guard_against_formulas_is_taken_off() -> None:
    assert Outcome("title,x\n'=1+1,1\n'@me,2\n'tis,3\n").titles == ["=1+1", "@me", "'tis"]


def test_the_last_of_several_records_with_one_id_counts() -> None:
    table = Outcome("id,title\n1,old\n2,b\n1,new\n")
    assert sorted(table.titles) == ["b", "new"]
    assert [(trouble.kind, trouble.count, trouble.example) for trouble in table.troubles] == [
        ("same id again: the last record counts", 1, "1")
    ]


def test_equal_records_without_an_id_are_told_apart() -> None:
    table = Outcome("text\ngood app\ngood  APP\ngood app\nbad app\n")
    assert len({draft.external_id for draft in table.drafts}) == 4
    assert all(draft.by_content for draft in table.drafts)


def test_a_record_that_says_nothing_is_refused_as_a_problem_and_left_out_as_evidence() -> None:
    assert [found.number for found in Outcome("id,title\n1,a\n2,\n").complaints] == [3]
    reviews = Outcome("review id,content\n1,a\n2,\n")
    assert len(reviews.drafts) == 1
    assert reviews.kinds_of_trouble == ["no text: left out"]


def test_html_becomes_markdown_and_jira_markup_does_too() -> None:
    html = Outcome('id,text\n1,"<p>Hi <b>you</b></p><ul><li>one</li></ul><script>x()</script>"\n')
    assert html.texts == ["Hi **you**\n\n- one"]
    jira = Outcome('Summary,Issue key,Status,Description\na,X-1,New,"h2. Why\n* *bold* {{code}} [x|https://a.b]"\n')
    assert jira.drafts[0].values["statement"] == "## Why\n- **bold** `code` [x](https://a.b)"


def test_a_label_is_the_files_name_without_what_changes_from_export_to_export() -> None:
    for name in (
        "feedback.csv",
        "feedback-2026-05.csv",
        "feedback (3).csv",
        "feedback_all.csv",
        "feedback-20260501.csv",
    ):
        assert Outcome("text,x\na,1\n", name).proposal.label == "feedback"


def test_an_answer_to_a_survey_is_cleaned_and_knows_its_question_and_respondent() -> None:
    survey = Outcome(
        "Timestamp,How often do you clean your home?,What hurts you the most about it?\n"
        "1/22/2026,Daily,everything takes so long\x1b[2J\n"
        "1/23/2026,Daily,nobody comes when they said\n"
        "1/24/2026,Never,\n"
    )
    assert survey.texts == ["everything takes so long\ufffd[2J", "nobody comes when they said"]
    assert {draft.custom["Question"] for draft in survey.drafts} == {"What hurts you the most about it?"}
    assert {draft.custom["How often do you clean your home?"] for draft in survey.drafts} == {"Daily"}
    assert len({draft.values["author"] for draft in survey.drafts}) == 2


def test_the_address_may_be_the_id_as_well_when_the_user_says_so() -> None:
    choices = Choices(columns={"external_id": ("Page",), "url": ("Page",)})
    table = Outcome("Page,title\nhttps://example.org/1,Slow\n", choices=choices)
    assert (table.column_of("external_id"), table.column_of("url")) == (["Page"], ["Page"])


def test_a_point_that_may_part_thousands_is_read_as_decimals_and_said() -> None:
    table = Outcome("Feature;Reach;Impact;Confidence;Effort\nA;1.500;2;80%;1\nB;1.5;2;80%;1\n", "rice.csv")
    reach = table.drafts[0].estimates["reach"]
    assert reach is not None
    assert reach.low == 1.5
    assert "a point before three digits: read as decimals, not as thousands" in table.kinds_of_trouble
