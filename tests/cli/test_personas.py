"""Personas and companies on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")


def test_a_persona_is_added_listed_and_shown(pmtui: Run) -> None:
    added = pmtui("add", "persona", "Busy parents", "--population", "3000..5000", "--pains", "Keys", "--json").json
    assert added["key"] == "U-1"
    (listed,) = pmtui("list", "persona", "--json").json
    assert (listed["key"], listed["title"], listed["population"]) == ("U-1", "Busy parents", "3000..5000")
    assert (listed["evidence"], listed["evidence_share"], listed["heard"]) == (0, None, "not heard")
    shown = pmtui("show", "u1", "--json").json
    assert (shown["pains"], shown["linked_problems"], shown["scale"]) == ("Keys", [], None)
    assert "pains\nKeys" in pmtui("show", "U-1").out
    assert pmtui("list", "persona", "--filter", "landlord").out == ""


def test_its_population_has_thousands_signs_for_people_and_is_as_typed_for_programs(pmtui: Run) -> None:
    pmtui("add", "persona", "Busy parents", "--population", "3800..5200")
    for words in (("show", "U-1"), ("list", "persona"), ("export", "persona", "U-1")):
        assert "3,800..5,200" in pmtui(*words).out
    assert pmtui("show", "U-1", "--json").json["population"] == "3800..5200"


def test_a_link_gives_a_problem_its_reach_and_scale(pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("add", "persona", "Busy parents", "--population", "4000")
    linked = pmtui("link", "P-1", "U-1", "affected=50%", "frequency=4", "severity=2", "--json").json
    assert (linked["reach"], linked["scale"]) == ("2,000", 16000)
    pmtui("link", "P-1", "U-1", "severity=3")
    shown = pmtui("show", "P-1", "--json").json
    assert (shown["reach_from_personas"], shown["scale"], shown["reach_disagrees"]) == ("2,000", 24000, False)
    assert shown["personas"] == [
        {"key": "U-1", "title": "Busy parents", "affected": "50%", "frequency": "4", "severity": "3",
         "reach": 2000, "scale": 24000}
    ]  # fmt: skip
    assert pmtui("reach", "P-1").out == "Took the reach of P-1 from its personas\n"
    estimate = next(each for each in pmtui("show", "P-1", "--json").json["estimates"] if each["code"] == "reach")
    assert (estimate["value"], estimate["origin"]) == ("2,000", "personas")
    pmtui("unlink", "P-1", "U-1")
    assert pmtui("show", "P-1", "--json").json["reach_disagrees"] is True


@pytest.mark.parametrize(
    ("words", "status", "error"),
    [
        (("link", "P-1", "U-1", "often=4"), 2, "is not affected=30%"),
        (("link", "P-1", "U-1", "affected=4x"), 1, "is not a number or a range"),
        (("link", "P-1", "U-9"), 1, "There is no U-9"),
        (("link", "U-1", "P-1"), 1, "is not a problem"),
        (("reach", "P-1"), 1, "how many people P-1 reaches"),
        (("add", "persona", "x", "--population", "lots"), 1, "is not a number or a range"),
        (("add", "company", "x", "--size", "few"), 1, "is not a number"),
        (("export", "persona"), 2, "take the KEY"),
        (("export", "personas", "U-1"), 2, "take the KEY"),
        (("show", "U-9"), 1, "There is no U-9"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(pmtui: Run, words: tuple[str, ...], status: int, error: str) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("add", "persona", "Busy parents")
    ended = pmtui(*words)
    assert ended.status == status
    assert error in ended.err


def test_a_company_is_added_and_listed_with_its_evidence(pmtui: Run) -> None:
    pmtui("add", "company", "Okafor household", "--tier", "standard", "--revenue", "1,800", "--size", "5")
    pmtui("add", "evidence", "I gave my key away", "--company", "okafor household")
    (listed,) = pmtui("list", "company", "--json").json
    assert (listed["tier"], listed["revenue"], listed["size"], listed["evidence"]) == ("standard", 1800, 5, 1)


def test_personas_are_exported_as_markdown(pmtui: Run, own_folders: Path) -> None:
    pmtui("add", "persona", "Busy parents")
    assert pmtui("export", "persona", "U-1").out.startswith("# U-1 Busy parents\n")
    pmtui("export", "personas", "-o", "personas.md")
    assert "## U-1 Busy parents" in (own_folders / "personas.md").read_text(encoding="utf-8")
