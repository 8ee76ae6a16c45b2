"""Garbage among all there is waits for quiet keys, and doesn't wait longer."""

import gc
import weakref

from pmtui.environment.garbage import GarbageWhenQuiet


class Knot:
    """Something that holds itself, and so is freed only by looking for garbage."""

    def __init__(self) -> None:
        self.itself = self


def old_garbage() -> "weakref.ref[Knot]":
    knot = Knot()
    gc.collect()  # it is among the old things now
    return weakref.ref(knot)


def test_a_tick_right_after_a_key_looks_for_nothing() -> None:
    garbage, left = GarbageWhenQuiet(), old_garbage()
    garbage.busy()
    garbage.tick()
    assert left() is not None


def test_the_tick_after_a_quiet_time_frees_what_is_no_longer_used() -> None:
    garbage, left = GarbageWhenQuiet(), old_garbage()
    garbage.busy()
    garbage.tick()
    garbage.tick()
    assert left() is None


def test_while_nothing_was_done_nothing_is_looked_for() -> None:
    garbage, left = GarbageWhenQuiet(), old_garbage()
    garbage.tick()
    garbage.tick()
    assert left() is not None
