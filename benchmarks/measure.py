"""Ways to measure a program from outside: in a terminal of its own, or as a plain command."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.program.terminal import Terminal

ROOT = Path(__file__).parents[1]
COLUMNS, ROWS = 140, 45
QUIET = 0.25  # seconds without output after which nothing more comes
# A child's peak begins at that of the process that starts it, so a process with next to nothing in it does that.
WATCHER = """
import os, resource, sys, time
nowhere = os.open(os.devnull, os.O_WRONLY)
began = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)])
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""
FRAME_END = b"\x1b[?2026l"
HELD_RATE, HELD_SECONDS = 30, 2
Command = Sequence[str | Path]
Shown = Callable[[str], bool]


class Press(NamedTuple):
    """What a key press brought: milliseconds to the end of the first and of the last frame, and their bytes."""

    first: float
    last: float
    first_bytes: int
    all_bytes: int


def app(workspace: Path) -> Command:
    """The command that opens a workspace."""
    return [sys.executable, "-m", "pmtui", workspace]


def floor_app() -> Command:
    """The command that runs the empty app."""
    return [sys.executable, "-m", "benchmarks.floor_app"]


def bare_list(rows: int, lists: int) -> Command:
    """The command that runs the bare lists."""
    return [sys.executable, "-m", "benchmarks.bare_list", str(rows), str(lists)]


def open_terminal(command: Command) -> Terminal:
    """Run a command in a terminal of the size all figures are taken at."""
    return Terminal(command, columns=COLUMNS, rows=ROWS, folder=ROOT, environment={"COLORTERM": "truecolor"})


def topics(count: int) -> Shown:
    """Whether so many generated problems are on the screen."""
    return lambda text: text.count("Topic ") >= count


def start_seconds(command: Command, shown: Shown, typed: str = "") -> float:
    """From starting a program to the first frame that shows what is asked for. typed: keys sent at once."""
    with open_terminal(command) as terminal:
        if typed:
            terminal.press(typed)
        terminal.wait_until(lambda: bool(terminal.chunks), "any output", 60)
        while (seen := terminal.first_time(shown)) is None:
            if not settle(terminal, 0.3) and terminal.process.poll() is not None:
                raise RuntimeError("ended before it showed anything:\n" + terminal.text)
            if time.perf_counter() - terminal.started > 120:
                raise RuntimeError("never showed what was waited for:\n" + terminal.text)
        return seen - terminal.started


def opened(command: Command, shown: Shown, *keys: str) -> Terminal:
    """A program in a terminal, started, sent some keys, and come to rest."""
    terminal = open_terminal(command)
    terminal.wait_until(lambda: "Topic" in terminal.text or "Ready" in terminal.text, "the first frame", 120)
    for key in keys:
        terminal.press(key)
        settle(terminal, 0.5)
    terminal.wait_until(lambda: shown(terminal.text), "a full screen", 120)
    settle(terminal, 1.2)
    return terminal


def settle(terminal: Terminal, seconds: float = QUIET) -> bool:
    """Read until nothing has come for so long. Returns whether anything came."""
    before = len(terminal.chunks)
    terminal.wait_quiet(seconds)
    return len(terminal.chunks) > before


def press(terminal: Terminal, key: str) -> Press:
    """Press a key and wait until all that follows from it has been painted."""
    settle(terminal, QUIET / 2)
    before = len(terminal.chunks)
    sent = time.perf_counter()
    terminal.press(key)
    terminal.wait_until(lambda: len(terminal.chunks) > before, f"an answer to {key}", 120)
    settle(terminal)
    painted = terminal.chunks[before:]
    end = next((place for place, (_, data) in enumerate(painted) if FRAME_END in data), len(painted) - 1)
    sizes = [len(data) for _, data in painted]
    first, last = ((painted[place][0] - sent) * 1000 for place in (end, -1))
    return Press(first, last, sum(sizes[: end + 1]), sum(sizes))


def held_lag(terminal: Terminal, keys: str) -> float:
    """Send keys at the rate of a held one for two seconds. Returns the seconds from the last one to the last paint."""
    settle(terminal)
    began = time.perf_counter()
    for repeat in range(HELD_RATE * HELD_SECONDS):
        while (left := began + repeat / HELD_RATE - time.perf_counter()) > 0:
            terminal.read(left)
        terminal.press(keys[repeat % len(keys)])
    sent = time.perf_counter()
    settle(terminal)
    return max(0.0, terminal.chunks[-1][0] - sent)


def resident_mebibytes(terminal: Terminal) -> float:
    """The memory a program in a terminal holds. Linux only."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def run_command(command: Command, environment: Mapping[str, str] | None = None) -> tuple[float, float]:
    """Run a command to its end. Returns its seconds and the mebibytes it held at most. Raises when it fails."""
    watched = [sys.executable, "-S", "-c", WATCHER, *(str(word) for word in command)]
    done = subprocess.run(
        watched, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, **(environment or {})}
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(watched[4:])} ended with {done.returncode}: {done.stderr}")
    seconds, kibibytes = done.stdout.split()
    return float(seconds), float(kibibytes) / 1024
