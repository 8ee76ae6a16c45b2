"""Kano answers on the command line."""

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def keys(pmtui: Run) -> None:
    pmtui("new", "kano.pmtui")
    pmtui("-w", "kano.pmtui", "add", "problem", "Keys get lost")


@pytest.mark.usefixtures("keys")
def test_an_answer_is_added_and_the_class_said_with_its_coefficients(pmtui: Run) -> None:
    answer = (
        "-w",
        "kano.pmtui",
        "add",
        "kano",
        "P-1",
        "--functional",
        "like it",
        "--dysfunctional",
        "5",
        "--by",
        "Ann",
    )
    ended = pmtui(*answer)
    assert ended.out == "Added a Kano answer to P-1\n"
    assert "one-dimensional (1 answer), satisfaction 1.00, dissatisfaction -1.00" in ended.err
    assert "one-dimensional (2 answers)" in pmtui(*answer, "--json").json["kano"]
    assert "kano: one-dimensional (2 answers)" in pmtui("-w", "kano.pmtui", "show", "P-1").out
    assert "P-1" in pmtui("-w", "kano.pmtui", "list", "problem", "--kano", "one-dimensional").out
    assert "P-1" not in pmtui("-w", "kano.pmtui", "list", "problem", "--kano", "attractive").out


@pytest.mark.usefixtures("keys")
def test_an_answer_that_is_none_is_refused_with_those_there_are(pmtui: Run) -> None:
    refused = pmtui("-w", "kano.pmtui", "add", "kano", "P-1", "--functional", "9", "--dysfunctional", "5")
    assert refused.status == 1
    assert "1 like it" in refused.err
