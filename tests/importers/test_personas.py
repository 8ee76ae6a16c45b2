"""Personas out of Markdown and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.export.personas import PersonaPage, personas_markdown
from pmtui.importers import Choices, Draft
from pmtui.importers.front_matter import split_front_matter
from tests.builders import HOSTILE
from tests.importers.reading import Outcome

ONE = """---
title: Ashleigh, screenreader user
parent: /index.html
population: 3000..5000
---

# Ashleigh

## About the persona

* 24 year old arts graduate

* uses a screen reader

## Pain points

- Forms without labels

```
# no heading
```

## Tips

Press tab.
"""


def personas(text: str, name: str = "personas.md") -> list[Draft]:
    return Outcome(text, name).drafts


def test_one_persona_takes_its_name_and_facts_from_the_front_matter_and_its_texts_from_the_sections() -> None:
    outcome = Outcome(ONE, "ashleigh.md")
    assert (outcome.proposal.preset.name, outcome.proposal.target, outcome.complaints) == ("personas", "persona", [])
    (draft,) = outcome.drafts
    assert draft.values == {
        "name": "Ashleigh, screenreader user",
        "role": "24 year old arts graduate",
        "picture": "",
        "quote": "",
        "population": "3000..5000",
        "jobs": "",
        "pains": "- Forms without labels\n\n```\n# no heading\n```",
        "gains": "",
        "notes": "## About the persona\n\n* 24 year old arts graduate\n\n* uses a screen reader\n\n"
        "## Tips\n\nPress tab.",
    }  # fmt: skip
    assert (draft.number, draft.custom) == (6, {})


def test_numbered_headings_are_personas() -> None:
    text = "# Profiles\n\nPreface.\n\n### 1. Authors\n\n#### Goals\n\nWrite\n\n### 2. Users\n\n#### 2a. Some\n\nRun\n"
    found = personas(text)
    assert [(draft.number, draft.values["name"], draft.values["jobs"]) for draft in found] == [
        (5, "Authors", "Write"),
        (11, "Users", ""),
    ]
    assert found[1].values["notes"] == "#### 2a. Some\n\nRun"


@pytest.mark.parametrize(
    "text", ["# Ann\n## Jobs\na\n# Bob\n## Jobs\nb", "# Our personas\n## Ann\n### Jobs\na\n## Bob\n### Jobs\nb"]
)
def test_top_headings_and_those_under_a_title_are_personas(text: str) -> None:
    assert [(draft.values["name"], draft.values["jobs"]) for draft in personas(text)] == [("Ann", "a"), ("Bob", "b")]


def test_of_a_report_only_the_section_of_personas_is_taken() -> None:
    text = "# Users and Personas\n## Grantees\n### Analysts\n## Personas\nTwo.\n### Grace\nHi\n### Awinita\n## After"
    assert [draft.values["name"] for draft in personas(text)] == ["Grace", "Awinita"]


def test_an_export_of_ours_comes_back_word_for_word() -> None:
    text = personas_markdown(
        "Sparkle",
        (
            PersonaPage("U-1", "Busy *parents*", "books [it]", "in a hurry", "Be on time.", "3000..5000",
                        jobs="- one\n- two", notes="Met 12."),
            PersonaPage("U-2", "Landlords", gains="Rest", heard="over-heard", population_share=0.1, evidence_share=0.4),
        ),
    )  # fmt: skip
    first, second = personas(text)
    assert first.values == {
        "name": "Busy *parents*", "role": "books [it]", "picture": "in a hurry", "quote": "Be on time.",
        "population": "3000..5000", "jobs": "- one\n- two", "pains": "", "gains": "", "notes": "Met 12.",
    }  # fmt: skip
    assert (second.values["name"], second.values["gains"], second.values["notes"]) == ("Landlords", "Rest", "")


def test_a_table_of_personas_is_known_by_its_columns() -> None:
    outcome = Outcome("persona,role,people,goals\nAnn,owner,40,Rest\nBob,guest,few,\n", "table.csv")
    assert outcome.proposal.target == "persona"
    (ann,) = outcome.drafts
    assert (ann.values["name"], ann.values["population"], ann.values["jobs"]) == ("Ann", "40", "Rest")
    (bob,) = outcome.complaints
    assert "“few” is not a number or a range" in bob.reason


def test_a_table_of_two_columns_says_what_a_persona_is_like_and_the_rest_of_it_is_noted() -> None:
    table = """| Grace | |
| :--- | --- |
| Role | Data analyst |
| Age | 35 |
| Goals<br /> | 1. Sees all states<br />2. Finds errors |
| Pain Points | Reports \\| lists confuse |
| Delights | Fast reports |
| Tools | |"""
    grace, _ = personas(f"# Personas\n\n## Grace\n\nBusy.\n\n{table}\n\nCalm.\n## Ann\n")
    assert {name: value for name, value in grace.values.items() if value} == {
        "name": "Grace",
        "role": "Data analyst",
        "jobs": "1. Sees all states\n2. Finds errors",
        "pains": "Reports | lists confuse",
        "gains": "Fast reports",
        "notes": "Age: 35\n\nBusy.\n\n\nCalm.",
    }


def test_a_table_of_more_columns_stays_among_the_notes() -> None:
    table = "| Year | Users | Rest |\n| --- | --- | --- |\n| 2024 | 3 | - |"
    ann, _ = personas(f"# Personas\n\n## Ann\n\n{table}\n## Bob\n")
    assert ann.values["notes"] == table


def test_bold_names_say_facts_too() -> None:
    ann, _ = personas("# Personas\n\n## Ann\n\n**Role:** Nurse\n**Population**: 300..500\n## Bob\n")
    assert (ann.values["role"], ann.values["population"]) == ("Nurse", "300..500")


@pytest.mark.parametrize("header", ["Name,role,jobs,pains,gains,population", "name,Pains", "NAME,jobs to be done,city"])
def test_a_table_of_names_with_jobs_pains_or_gains_is_one_of_personas(header: str) -> None:
    outcome = Outcome(f"{header}\n" + ",".join(["Ann"] + ["40"] * header.count(",")) + "\n", "people.csv")
    assert (outcome.proposal.target, outcome.complaints) == ("persona", [])
    assert outcome.drafts[0].values["name"] == "Ann"


@pytest.mark.parametrize("header", ["name,goals,effort", "feature,pain points,reach", "name,status"])
def test_a_table_without_them_is_still_one_of_problems(header: str) -> None:
    assert Outcome(f"{header}\nExport to PDF,3,4\n", "table.csv").proposal.target == "problem"


def test_thousands_signs_of_a_population_are_left_out() -> None:
    assert personas('persona,people\nAnn,"3,000..5,000"\n', "people.csv")[0].values["population"] == "3000..5000"


def test_any_table_can_be_taken_as_personas() -> None:
    outcome = Outcome("name,occupation,city\nAnn,owner,Bern\n", "table.csv", Choices(target="persona"))
    (ann,) = outcome.drafts
    assert (ann.values, ann.custom) == ({"name": "Ann", "role": "owner"}, {"city": "Bern"})


def test_a_text_without_a_persona_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match="No persona, no decision and no strategy is found in notes"):
        personas("# Notes\n\nWe met.\n", "notes.md")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A post\n---\n# A post\n\nWords.\n",
        "# One\n## Goals\nx\n",
        "# One\n# Two\n## Goals\nx\n",
        "# Vision\n## 1 year\n> Grow\n## 3 years\n> Lead\n## 10 years\n> Rule\n",
        "# One\n> Said\n# Two\n> Said\n",
    ],
)
def test_what_merely_looks_a_little_like_personas_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        personas(text)


def test_html_inside_markdown_leaves_its_lines_alone() -> None:
    (ann,) = personas("# Ann\n<div><img src='x'></div>\n\n## Jobs\n\n- a\n- b <br>\n\n## Pains\nc\n")
    assert ann.values["jobs"] == "- a\n- b <br>"


@pytest.mark.parametrize(
    ("front", "values"),
    [
        ("name: no\nrole: 12:30\nid: 007", {"name": "no", "role": "12:30", "id": "007"}),
        ("tags: [a, b]\ndeep: {x: [1]}", {"tags": "a, b"}),
        ("a: &x [y, y]\nb: [*x, *x]", {"a": "y, y"}),
        ("- a\n- b", {}),
        ("name: [", {}),
    ],
)
def test_front_matter_stays_as_it_is_written_or_is_left_out(front: str, values: dict[str, str]) -> None:
    assert split_front_matter(f"---\n{front}\n---\nrest") == (values, "rest", 3 + front.count("\n") + 1)


PIECES = st.sampled_from(
    ["---\n", "# Personas\n", "## U-1 A\n", "## 1. B\n", "### Jobs\n", "* a\n", "> q\n", "```\n", "- People: 3\n", "\n",
     "name: x\n", "name: &a [*a]\n", "a: !!python/object:os.system x\n", "\t- b\n", *HOSTILE[:32]]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=12).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        outcome = Outcome(text.encode("utf-8", "replace"), "x.md")
    except Refusal:
        return
    assert all(draft.values["name"] for draft in outcome.drafts)
