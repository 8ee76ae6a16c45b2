"""JSON of trackers: small made-up files of the same form as theirs."""

import json
from typing import Any

from tests.importers.reading import Outcome

TRELLO: dict[str, Any] = {
    "name": "Cleaning",
    "lists": [
        {"id": "l1", "name": "To do", "closed": False},
        {"id": "l2", "name": "Wishes", "closed": False},
        {"id": "l3", "name": "Done", "closed": True},
    ],
    "cards": [
        {
            "id": "5583efc5e400a960320e5ff2",
            "name": "Keys get lost",
            "desc": "Again",
            "idList": "l1",
            "closed": False,
            "labels": [{"name": "Ops", "color": "red"}, {"name": "", "color": "blue"}],
            "badges": {"votes": 3},
        },
        {"id": "5583efc5e400a960320e5ff3", "name": "Old wish", "idList": "l2", "closed": True},
        {"id": "5583efc5e400a960320e5ff4", "name": "Paid late", "idList": "l3", "closed": False},
    ],
    "actions": [
        {
            "type": "commentCard",
            "date": "2015-06-19T10:43:07.215Z",
            "data": {"text": "second; really", "card": {"id": "5583efc5e400a960320e5ff2"}},
            "memberCreator": {"fullName": "Ann; B."},
        },
        {
            "type": "commentCard",
            "date": "2015-06-18T10:43:07.215Z",
            "data": {"text": "first", "card": {"id": "5583efc5e400a960320e5ff2"}},
            "memberCreator": {"fullName": "Bob"},
        },
        {"type": "updateCard", "data": {}},
    ],
    "checklists": [
        {
            "idCard": "5583efc5e400a960320e5ff2",
            "name": "Steps",
            "checkItems": [{"name": "ask", "state": "complete"}, {"name": "tell", "state": "incomplete"}],
        }
    ],
}


def outcome(value: Any, name: str = "export.json") -> Outcome:
    return Outcome(json.dumps(value), name)


def test_a_trello_card_keeps_its_comments_checklists_labels_and_birthday() -> None:
    trello = outcome(TRELLO)
    card = trello.drafts[0]
    assert trello.proposal.label == "Trello Cleaning"
    assert card.tags == ("Ops", "blue")
    assert card.values["created_at"] == "2015-06-19T10:32:37Z"
    assert card.values["lane"] == "Defined"
    assert card.custom["Votes"] == "3"
    assert card.values["notes"] == (
        "**Steps**\n\n- [x] ask\n- [ ] tell\n\n## Comments\n\n"
        "**2015-06-18T10:43:07Z, Bob**\n\nfirst\n\n**2015-06-19T10:43:07Z, Ann, B.**\n\nsecond; really"
    )


def test_an_archived_trello_card_is_declined_unless_it_was_done() -> None:
    archived, done = outcome(TRELLO).drafts[1:]
    assert (archived.values["horizon"], archived.values["horizon_reason"]) == ("declined", "Archived")
    assert archived.tags == ("Wishes",)
    assert (done.values["horizon"], done.values["lane"]) == ("", "Launched")


def test_pull_requests_in_a_list_of_github_issues_are_left_out_and_counted() -> None:
    issue = {
        "number": 1,
        "title": "Slow",
        "body": None,
        "state": "closed",
        "state_reason": "not_planned",
        "html_url": "https://github.com/a/b/issues/1",
        "labels": [{"name": "bug"}],
        "user": {"login": "ann"},
        "reactions": {"+1": 4},
        "created_at": "2024-01-01T00:00:00Z",
    }
    pull = {**issue, "number": 2, "html_url": "https://github.com/a/b/pull/2", "pull_request": {"url": "x"}}
    for value in ([issue, pull], {"total_count": 2, "items": [issue, pull]}):
        github = outcome(value)
        assert github.proposal.label == "GitHub a/b"
        assert github.source.left_out == (("pull request", 1),)
        assert [draft.values["horizon_reason"] for draft in github.drafts] == ["not_planned"]
        assert github.drafts[0].tags == ("bug",)
        assert github.drafts[0].custom["Votes"] == "4"


def test_what_gh_writes_is_read_as_well() -> None:
    github = outcome(
        [
            {
                "number": 7,
                "title": "Slow",
                "body": "It is",
                "state": "OPEN",
                "labels": [],
                "author": {"login": "ann"},
                "url": "https://github.com/a/b/issues/7",
                "createdAt": "2024-01-01T00:00:00Z",
                "comments": [{"author": {"login": "bob"}, "body": "Yes", "createdAt": "2024-01-02T00:00:00Z"}],
                "reactionGroups": [{"content": "THUMBS_UP", "users": {"totalCount": 2}}],
            }
        ]
    )
    draft = github.drafts[0]
    assert draft.external_id == "https://github.com/a/b/issues/7"
    assert draft.values["lane"] == "Inbox"
    assert draft.values["notes"] == "## Comments\n\n**2024-01-02T00:00:00Z, bob**\n\nYes"
    assert draft.custom["Votes"] == "2"


def test_jira_rest_gives_what_its_csv_gives() -> None:
    fields = {
        "summary": "Slow",
        "status": {"name": "Gorp", "statusCategory": {"key": "indeterminate", "name": "In Progress"}},
        "issuetype": {"name": "Story"},
        "labels": ["app"],
        "components": [{"name": "Web"}],
        "reporter": {"displayName": "Ann"},
        "created": "2018-05-14T23:54:10.593+0200",
        "description": {
            "type": "doc",
            "content": [
                {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Why"}]},
                {
                    "type": "bulletList",
                    "content": [
                        {
                            "type": "listItem",
                            "content": [
                                {
                                    "type": "paragraph",
                                    "content": [
                                        {"type": "text", "text": "it ", "marks": []},
                                        {"type": "text", "text": "hurts", "marks": [{"type": "strong"}]},
                                    ],
                                }
                            ],
                        }
                    ],
                },
            ],
        },
        "comment": {"comments": [{"author": {"displayName": "Bob"}, "created": "2018-05-15", "body": "h1. Me too"}]},
    }
    item = {"key": "AB-1", "self": "https://x.example/rest/api/2/issue/1", "fields": fields}
    for value in ([item], {"issues": [item], "total": 1}):
        jira = outcome(value)
        draft = jira.drafts[0]
        assert (jira.proposal.preset.name, jira.proposal.label, draft.external_id) == ("jira", "Jira AB", "AB-1")
        assert draft.values["statement"] == "## Why\n\n- it **hurts**"
        assert draft.values["lane"] == "Building"
        assert draft.values["created_at"] == "2018-05-14T21:54:10Z"
        assert draft.values["url"] == "https://x.example/browse/AB-1"
        assert draft.values["notes"] == "## Comments\n\n**2018-05-15, Bob**\n\n# Me too"
        assert draft.tags == ("app", "Web", "Story")
        assert draft.custom["Reporter"] == "Ann"


def test_a_list_of_objects_is_a_table() -> None:
    table = outcome({"meta": 1, "records": [{"id": 1, "title": "a", "tags": ["x", "y"]}, {"id": 2, "title": "b"}]})
    assert table.titles == ["a", "b"]
    assert [draft.tags for draft in table.drafts] == [("x", "y"), ()]
    assert table.drafts[1].number == 2
