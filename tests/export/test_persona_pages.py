"""What the pages of personas hold, also when every word in them is hostile."""

import pytest
from hypothesis import given, settings

from pmtui.domain.text import with_thousands
from pmtui.export.links import LinkLine
from pmtui.export.personas import PersonaPage, PieceLine, persona_markdown, personas_markdown
from pmtui.export.user_markdown import listed
from tests.export.judge import HOSTILE, harms, headings, items, rows, shown, titles

PERSONA = PersonaPage(
    key="U-1",
    name="Busy parents",
    role="books the cleaning",
    quote="Just be on time.",
    population="3000..5000",
    population_share=0.75,
    evidence_share=0.25,
    evidence_count=2,
    heard="under-heard",
    jobs="- Keep it liveable\n\n# Every day",
    problems=(LinkLine("P-1", "Keys get lost", "50%", "4", "2", 1936.49, 15491.9), LinkLine("P-2", "Late")),
    scale=15491.9,
    evidence=(PieceLine("E-1", "I gave my key away", "quote", "Ann", "Acme", "call", "2026-01-02T10:00:00Z"),),
)


def page_of(words: str) -> PersonaPage:
    """A page with the same words wherever a user or a file may put some."""
    return PersonaPage(
        key="U-1",
        name=words,
        role=words,
        picture=words,
        quote=words,
        population=words,
        heard=words,
        jobs=words,
        pains=words,
        gains=words,
        notes=words,
        problems=(LinkLine("P-1", words, words, words, words),),
        evidence=(PieceLine("E-1", words, words, words, words, words, words),),
        custom=((words, words),),
    )


def test_the_page_of_a_persona_holds_everything_known_about_it() -> None:
    markdown = persona_markdown(PERSONA)
    assert headings(markdown) == [(1, "U-1 Busy parents"), (2, "Jobs"), (3, "Every day"), (2, "Problems"),
                                  (2, "Evidence")]  # fmt: skip
    assert "People: 3,000..5,000" in items(markdown)
    assert "Heard: under-heard: 75% of the people, 25% of the evidence" in items(markdown)
    assert rows(markdown)[1:] == [
        ["P-1", "Keys get lost", "50%", "4", "2", "1,940", "15,500"],
        ["P-2", "Late", "", "", "", "", ""],
        ["", "Together", "", "", "", "", "15,500"],
    ]
    assert "2 pieces, 1 shown." in markdown


def test_plain_lines_of_jobs_pains_and_gains_are_a_list() -> None:
    lines = "Get home in time\n\nKeep the key safe"
    markdown = persona_markdown(PersonaPage("U-1", "Ann", jobs=lines, pains=lines, gains=lines))
    assert [item for item in items(markdown) if item in lines] == ["Get home in time", "Keep the key safe"] * 3


@pytest.mark.parametrize("text", ["One line", "- a\n- b", "Such as:\n- a", "1. a\n2. b", "| a |\n|---|", "a\n==="])
def test_one_line_and_what_is_markdown_already_stay_as_they_are(text: str) -> None:
    assert listed(text) == text


def test_all_personas_stand_in_a_table_and_each_has_its_section() -> None:
    markdown = personas_markdown("Sparkle", (PERSONA, PersonaPage("U-2", "Landlords", heard="not heard")))
    assert [row[:2] for row in rows(markdown)[1:3]] == [["U-1", "Busy parents"], ["U-2", "Landlords"]]
    assert [title for level, title in headings(markdown) if level < 3] == [
        "Sparkle: personas",
        "U-1 Busy parents",
        "U-2 Landlords",
    ]
    assert "None yet." in personas_markdown("Sparkle", ())


def assert_words_stay_words(words: str) -> None:
    one, everyone = persona_markdown(page_of(words)), personas_markdown(words, (page_of(words),))
    assert headings(one)[0] == (1, shown(f"U-1 {words}"))
    assert harms(one) == harms(everyone) == []
    assert ["P-1", *[shown(words)] * 4, "", ""] in rows(one)
    assert ["U-1", *[shown(words)] * 2, shown(with_thousands(words)), "", "0", "", shown(words), "1"] in rows(everyone)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_page_full_of_hostile_words_keeps_its_shape(words: str) -> None:
    assert_words_stay_words(words)


@settings(max_examples=60, deadline=None)
@given(titles)
def test_a_page_full_of_any_words_keeps_its_shape(words: str) -> None:
    assert_words_stay_words(words)
