"""However the program ends, the terminal is as it was and the exit status says how it ended."""

import re
import signal
import sys
from pathlib import Path

import pytest

from tests.program.conftest import TITLES
from tests.program.terminal import Terminal, pmtui

MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
WRAPS, CURSOR_SHOWN = 7, 25  # the modes that are on in a terminal nobody has touched
BREAK_ADDING = """
import sys
from pathlib import Path
from pmtui.bootstrap import run_app
from pmtui.environment.config import Settings
from pmtui.screens.problems import ProblemsScreen

async def fail(self):
    raise RuntimeError("secret words")

async def fail_beside(self):
    self.run_worker(fail(self))

ProblemsScreen.action_add = {action}
sys.exit(run_app(Path(sys.argv[1]), Settings()))
"""


def assert_restored(raw: bytes) -> None:
    """Every terminal mode that was switched on is off again, the cursor is shown, and no colour is left on."""
    modes = {WRAPS, CURSOR_SHOWN}
    for numbers, switch in MODE.findall(raw):
        for number in map(int, numbers.split(b";")):
            (modes.add if switch == b"h" else modes.discard)(number)
    assert modes == {WRAPS, CURSOR_SHOWN}
    assert len(re.findall(rb"\x1b\[>[0-9]+u", raw)) == len(re.findall(rb"\x1b\[<[0-9]*u", raw))
    styles = re.findall(rb"\x1b\[([0-9;]*)m", raw)
    assert styles[-1:] in ([], [b""], [b"0"])


def test_q_quits(running: Terminal) -> None:
    assert b"\x1b[?1049h" in running.raw
    running.press("q")
    assert running.wait_for_exit() == 0
    assert_restored(running.raw)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_it_in_order(running: Terminal, name: str) -> None:
    number = signal.Signals[name]
    running.process.send_signal(number)
    assert running.wait_for_exit() == 128 + number
    assert_restored(running.raw)


# What the program writes while it begins, in this order.
@pytest.mark.parametrize("written", [b"\x1b[?1049h", b"\x1b[?1006h", b"\x1b[?25l", b"\x1b[?2004h", b"\x1b]22;"])
def test_a_signal_before_the_first_frame_ends_it_too(workspace: Path, written: bytes) -> None:
    with Terminal(pmtui(workspace)) as terminal:
        terminal.wait_until(lambda: written in terminal.raw, "the terminal's modes")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
        assert_restored(terminal.raw)


@pytest.mark.parametrize("action", ["fail", "fail_beside"])
def test_a_fault_of_the_program_is_told_in_one_line_and_kept_in_a_file(
    workspace: Path, tmp_path: Path, action: str
) -> None:
    program = BREAK_ADDING.format(action=action)
    with Terminal([sys.executable, "-c", program, workspace], columns=100, rows=30) as terminal:
        terminal.wait_for(TITLES[-1])
        terminal.press("a")
        assert terminal.wait_for_exit() == 1
    assert_restored(terminal.raw)
    said = terminal.raw.rpartition(b"\x1b[?1049l")[2]
    assert b"Traceback" not in said
    assert b"secret words" not in said
    crash_files = [path for path in tmp_path.rglob("*crash*") if path.is_file()]
    assert len(crash_files) == 1
    assert crash_files[0].name.encode() in re.sub(rb"\s", b"", said)
    assert crash_files[0].stat().st_mode & 0o077 == 0
    assert "in fail\n" in crash_files[0].read_text()
