import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmtui.environment.log import LOGGER, start_log, traceback_of, write_crash_file

CARD_TEXT = "Keys get lost between cleaners"


@pytest.fixture(autouse=True)
def quiet_after_each() -> Iterator[None]:
    yield
    for handler in LOGGER.handlers[:]:
        LOGGER.removeHandler(handler)
        handler.close()
    LOGGER.propagate = True
    LOGGER.setLevel(logging.NOTSET)


def fail(title: str) -> None:
    try:
        raise KeyError(title)
    except KeyError as error:
        raise ValueError(f"no such card: {title}") from error


def failure() -> Exception:
    try:
        fail(CARD_TEXT)
    except ValueError as error:
        return error
    raise AssertionError


def test_the_log_holds_what_its_loggers_are_told_and_is_for_its_owner_alone(home: Path) -> None:
    start_log()
    logging.getLogger("pmtui.app").info("imported %d rows", 7)
    path = home / "state" / "pmtui" / "pmtui.log"
    assert "INFO pmtui.app: imported 7 rows" in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_starting_the_log_twice_does_not_double_it(home: Path) -> None:
    start_log()
    start_log()
    LOGGER.info("once")
    assert (home / "state" / "pmtui" / "pmtui.log").read_text().count("once") == 1


def test_a_logged_exception_shows_its_place_and_not_its_message(home: Path) -> None:
    start_log()
    LOGGER.error("a change failed", exc_info=failure())
    text = (home / "state" / "pmtui" / "pmtui.log").read_text()
    assert "in fail" in text
    assert "builtins.KeyError" in text
    assert CARD_TEXT not in text


def test_a_log_that_grows_is_put_aside_and_stays_private(home: Path) -> None:
    start_log()
    for _ in range(60):
        LOGGER.info("x" * 10_000)
    logs = sorted((home / "state" / "pmtui").glob("pmtui.log*"))
    assert [path.name for path in logs] == ["pmtui.log", "pmtui.log.1"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in logs} == {0o600}


def test_without_a_place_to_write_the_program_goes_on_without_a_log(home: Path) -> None:
    (home / "state").write_text("a file stands in the way")
    start_log()
    LOGGER.error("nobody reads this")


def test_a_crash_file_tells_where_and_in_which_version_but_not_what_a_card_says(home: Path) -> None:
    path = write_crash_file(failure())
    text = path.read_text()
    assert path.parent == home / "state" / "pmtui"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "in fail" in text
    assert "Textual" in text
    assert CARD_TEXT not in text


def test_a_traceback_tells_the_first_cause_first() -> None:
    text = traceback_of(failure())
    assert text.index("builtins.KeyError") < text.index("builtins.ValueError")


def test_a_traceback_ends_when_two_exceptions_led_to_each_other() -> None:
    first, second = KeyError(), ValueError()
    first.__cause__, second.__context__ = second, first
    assert traceback_of(first) == "builtins.ValueError\n\nbuiltins.KeyError"


def test_a_traceback_tells_what_is_in_a_group() -> None:
    assert "builtins.KeyError" in traceback_of(ExceptionGroup("several", [failure()]))


def test_a_traceback_of_the_system_tells_its_reason() -> None:
    assert "No space left" in traceback_of(OSError(28, CARD_TEXT))
