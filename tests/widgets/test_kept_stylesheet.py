"""A style sheet that reads each of its sources once."""

from textual.css.stylesheet import Stylesheet

from pmtui.styles.kept_stylesheet import KeptStylesheet

SOURCE = "Label { color: $ours; }"


def made(variables: dict[str, str]) -> KeptStylesheet:
    sheet = KeptStylesheet(variables=variables)
    sheet.add_source(SOURCE)
    sheet.reparse()
    return sheet


def test_a_source_is_read_once_while_the_variables_stay() -> None:
    sheet = made({"ours": "red"})
    before = sheet.rules[0]
    sheet.set_variables({"ours": "red"})
    sheet.reparse()
    assert sheet.rules[0] is before


def test_other_variables_give_other_rules() -> None:
    sheet = made({"ours": "red"})
    sheet.set_variables({"ours": "blue"})
    sheet.reparse()
    plain = Stylesheet(variables={"ours": "blue"})
    plain.add_source(SOURCE)
    assert sheet.css == plain.css


def test_a_source_that_comes_later_is_read_too() -> None:
    sheet = made({"ours": "red"})
    sheet.add_source("Button { color: green; }")
    sheet.reparse()
    assert len(sheet.rules) == 2
