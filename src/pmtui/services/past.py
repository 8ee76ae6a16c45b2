"""Points of the past of a workspace, found in its history."""

from datetime import UTC, date, datetime, time, timedelta

from pmtui.domain.errors import Refusal
from pmtui.domain.past import Past, read_past
from pmtui.environment.local_time import local_day
from pmtui.store import journal
from pmtui.store.unit_of_work import UnitOfWork


def find_past(uow: UnitOfWork, text: str) -> Past:
    """The point of the past that is meant by a day (its end, on the clock here) or by a step.

    Raises Refusal when it is neither, lies before the workspace began, or its step is not known.
    """
    wanted = read_past(text, uow.today)
    return _after_step(uow, wanted) if isinstance(wanted, int) else _end_of(uow, wanted)


def _after_step(uow: UnitOfWork, number: int) -> Past:
    newest = next((step.id for step in journal.newest_steps(uow.connection, 1)), 0)
    if number > newest:
        raise Refusal(f"There is no step {number}.", "pmtui history, or U, shows the steps and their numbers.")
    step = next(iter(journal.newest_steps(uow.connection, 1, before=number + 1)), None)
    return Past(number, uow.settings.created_at if step is None else step.at, f"step {number}")


def _end_of(uow: UnitOfWork, day: date) -> Past:
    began = _day_of(uow.settings.created_at)
    if began is not None and day < began:
        raise Refusal(f"This workspace began on {began}.", "Nothing is known of the days before.")
    end = _in_utc(day + timedelta(days=1))
    return Past(journal.newest_step_before(uow.connection, end), min(end, uow.now), str(day))


def _day_of(moment: str) -> date | None:
    try:
        return local_day(moment)
    except (ValueError, OverflowError):  # another program wrote what is no moment
        return None


def _in_utc(day: date) -> str:
    """The beginning of a day here, as moments are kept."""
    return datetime.combine(day, time()).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
