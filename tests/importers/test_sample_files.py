"""Every real file gives what is in it, counted apart from our own reader."""

import csv
from collections import Counter

import pytest

from pmtui.importers import Choices
from tests.importers.reading import FILES, Outcome, sample


def test_jira_cloud_gives_its_22_issues_with_status_type_date_and_comments() -> None:
    jira = sample("jira-cloud-all-fields.csv")
    assert (jira.proposal.preset.name, jira.proposal.runner_up, jira.proposal.label) == ("jira", "generic", "Jira TES")
    assert {plan.word: plan.count for plan in jira.proposal.statuses} == {"Done": 10, "To Do": 9, "In Progress": 3}
    assert jira.count("lane") == {"Launched": 10, "Defined": 9, "Building": 3}
    assert Counter(draft.tags for draft in jira.drafts) == {("Story",): 15, ("Task",): 7}
    assert sum(1 for draft in jira.drafts if draft.values.get("finished")) == 10
    assert sum(draft.values["notes"].count("\n\n**") for draft in jira.drafts) == 17
    assert not any(draft.values["statement"] for draft in jira.drafts)
    assert len({draft.external_id for draft in jira.drafts}) == 22
    assert jira.drafts[0].values["created_at"] == "2025-09-22T09:26:00"
    assert not jira.complaints
    assert not jira.troubles


def test_a_jira_comment_stands_in_the_notes_under_its_date_without_an_account_id() -> None:
    jira = sample("jira-cloud-all-fields.csv")
    notes = next(draft.values["notes"] for draft in jira.drafts if draft.values["notes"])
    assert notes.startswith("## Comments\n\n**2025-")
    assert ";" not in notes.split("**")[1]


def test_jira_dashboard_gives_40_issues_with_their_priorities() -> None:
    jira = sample("jira-dashboard.csv")
    assert {plan.word: plan.count for plan in jira.proposal.statuses} == {"Done": 20, "To Do": 11, "In Progress": 9}
    priorities = Counter(draft.custom["Priority"][:2] for draft in jira.drafts)
    assert priorities == {"P1": 9, "P2": 17, "P3": 12, "P4": 2}
    assert jira.drafts[0].tags == ("backend", "urgent", "Authentication", "Bug")
    assert jira.drafts[0].custom["Story Points"] == "3"
    assert not jira.drafts[0].estimates


def test_github_gives_13_open_issues_without_a_body() -> None:
    github = sample("github-issues.json")
    assert github.proposal.preset.name == "github"
    assert github.proposal.label == "GitHub octokit-fixture-org/paginate-issues"
    assert github.count("lane") == {"Inbox": 13}
    assert github.count("statement") == {"": 13}
    assert github.source.left_out == ()
    assert github.drafts[0].external_id.startswith("https://github.com/octokit-fixture-org/paginate-issues/issues/")


def test_gitlab_gives_4_issues_two_of_them_with_4_labels() -> None:
    gitlab = sample("gitlab-issues.csv")
    assert gitlab.proposal.preset.name == "gitlab"
    assert [len(draft.tags or ()) for draft in gitlab.drafts] == [4, 4, 0, 0]
    assert gitlab.drafts[0].values["created_at"] == "2020-01-17T10:36:26Z"  # the header says UTC
    assert gitlab.drafts[0].external_id == "http://localhost:3000/jashkenas/underscore/issues/1"


def test_trello_gives_3_cards_and_its_5_custom_fields() -> None:
    trello = sample("trello-board.json")
    assert (trello.proposal.preset.name, trello.proposal.label) == ("trello", "Trello Project 100")
    assert trello.titles == ["Write code", "Review code", "Visualize code"]
    fields = {name for draft in trello.drafts for name in draft.custom} - {"Members", "Board Name"}
    assert fields == {"Logical Value", "Date Value", "Dropdown", "Number Value", "Text Value"}
    assert trello.count_custom("Number Value") == {"": 2, "100.32": 1}
    assert trello.count_custom("Dropdown") == {"": 2, "Down": 1}


def test_linear_gives_10_issues_two_of_them_not_to_be_done() -> None:
    linear = sample("linear-issues.csv")
    assert linear.proposal.preset.name == "linear"
    statuses = {plan.word: plan.count for plan in linear.proposal.statuses}
    assert statuses == {"Todo": 4, "Canceled": 2, "In Progress": 1, "Triage": 1, "Backlog": 1, "Done": 1}
    assert linear.count("horizon_reason") == {"": 7, "Canceled": 2, "Archived": 1}
    assert linear.count_custom("Due Date")[""] == 8
    assert linear.drafts[0].values["created_at"] == "2022-08-23T13:54:01Z"
    assert {draft.external_id for draft in linear.drafts} == {f"CLA-{number}" for number in range(1, 11)}
    people = {draft.custom["Creator"] for draft in linear.drafts}
    assert not any("@" in person for person in people)
    assert len(people) == 1


def test_azure_devops_gives_117_items_with_german_dates() -> None:
    azure = sample("azure-devops-work-items.csv")
    statuses = {plan.word: plan.count for plan in azure.proposal.statuses}
    assert statuses == {"Closed": 88, "New": 19, "Removed": 6, "Planned": 2, "Active": 1, "Resolved": 1}
    assert azure.count("horizon") == {"": 111, "declined": 6}
    assert azure.drafts[0].values["started"] == "2025-06-07T14:59:28"
    assert not azure.troubles


def test_app_reviews_give_1250_pieces_of_evidence_each_with_an_id_of_its_own() -> None:
    reviews = sample("evernote-reviews.csv")
    assert (reviews.proposal.preset.name, reviews.proposal.target) == ("app-reviews", "evidence")
    assert len({draft.external_id for draft in reviews.drafts}) == 1250
    assert reviews.count("kind") == {"review": 1250}
    assert reviews.count("evidence_type") == {"anecdote": 1250}


def test_annotated_reviews_give_2062_sentences_of_999_reviews() -> None:
    reviews = sample("annotated-features-ground-truth.csv")
    assert len(reviews.drafts) == 2062
    assert len({draft.external_id.split("/")[1] for draft in reviews.drafts}) == 999
    assert 2062 - reviews.count_custom("Feature (Positive)")[""] == 291
    assert 2062 - reviews.count_custom("Feature (Negative)")[""] == 110


def test_google_forms_give_an_answer_for_each_open_question() -> None:
    forms = sample("google-forms-education-pain-points.csv")
    assert forms.proposal.preset.name == "google-forms"
    assert forms.proposal.records == 125
    questions = forms.count_custom("Question")
    pains = sorted((count for question, count in questions.items() if "pain points" in question), reverse=True)
    assert pains == [99, 59]
    assert forms.count("kind") == {"survey answer": len(forms.drafts)}
    assert forms.drafts[0].values["occurred_on"] == "2016-04-22T19:57:50"  # months first: a later cell says so
    assert not forms.troubles


def test_surveygizmo_joins_the_three_places_for_an_answer_to_one_question() -> None:
    survey = sample("surveygizmo-notebook-ux-2015.csv")
    assert survey.proposal.records == 1706
    questions = survey.count_custom("Question")
    found = {
        words: sum(count for question, count in questions.items() if words in question)
        for words in ("hinders you", "not address", "new features")
    }
    assert found == {"hinders you": 764, "not address": 978, "new features": 1147}


def test_surveymonkey_has_two_header_rows_and_is_no_utf_8() -> None:
    survey = sample("surveymonkey-two-header-rows-latin1.csv")
    assert survey.proposal.preset.name == "surveymonkey"
    assert len(survey.drafts) == survey.proposal.records == 1186
    assert len({draft.external_id for draft in survey.drafts}) == 1186
    assert any("Windows-1252" in note for note in survey.source.notes)
    names = [column.name for column in survey.source.columns]
    assert "Please rank the Star Wars films" in names[9]
    assert names[9].endswith("– Star Wars: Episode I The Phantom Menace")


def test_usability_notes_have_their_header_on_line_2() -> None:
    notes = sample("usability-test-notes-jupyterlab.csv")
    assert notes.source.columns[0].name == "Code Name"
    assert notes.proposal.records == 1581
    assert len(notes.drafts) == 268
    assert [(trouble.kind, trouble.count) for trouble in notes.troubles] == [("no text: left out", 1313)]
    assert not notes.complaints
    assert notes.drafts[0].number == 4  # the header takes two lines


def test_banking77_gives_10003_questions_of_77_categories() -> None:
    questions = sample("banking77-support-questions-10k.csv")
    assert questions.proposal.target == "evidence"
    assert len({draft.external_id for draft in questions.drafts}) == 10_003
    assert len({draft.tags for draft in questions.drafts}) == 77
    assert len({text.casefold() for text in questions.texts}) == 9_999


def test_as_evidence_a_tracker_gives_evidence() -> None:
    gitlab = sample("gitlab-issues.csv", Choices(target="evidence"))
    assert gitlab.texts[1].startswith("Nihil impedit")
    assert gitlab.drafts[1].values["author"] == "Marybeth Goodwin"


@pytest.mark.parametrize(("mark", "codec"), [(";", "cp1252"), ("\t", "utf-16"), ("|", "utf-8-sig")])
def test_a_file_and_its_twin_in_another_dialect_give_the_same_items(mark: str, codec: str) -> None:
    name = "jira-cloud-all-fields.csv"
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    # Windows-1252 has no capital sigma, which some headers begin with.
    lines = [mark.join('"' + cell.replace('"', '""').replace("Σ", "Sum") + '"' for cell in row) for row in rows]
    twin = Outcome("\r\n".join(lines).encode(codec), name)
    assert twin.drafts == sample(name).drafts
