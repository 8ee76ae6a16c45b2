"""How the program starts and ends: exit statuses, streams, what it loads."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from pmtui import __version__
from pmtui.cli.commands import COMMANDS
from pmtui.cli.commands import pmtui as group
from pmtui.services.example import create_example
from tests.cli.conftest import Run

INTERFACE = {"textual", "rich", "pydantic", "asyncio", "numpy"}
STORE = {"sqlite3", "pmtui.store", "pmtui.services"}
# The last line it writes to stderr are the names of all modules.
MODULES = """\
import runpy, sys
sys.argv[0] = "pmtui"
try:
    runpy.run_module("pmtui", run_name="__main__")
finally:
    sys.stderr.write("\\n" + " ".join(sys.modules))
"""


def loaded_by(*arguments: str, **variables: str) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", MODULES, *arguments],
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    return set(ended.stderr.rsplit("\n", 1)[-1].split())


def test_version_is_answered_without_loading_anything() -> None:
    loaded = loaded_by("--version")
    assert not loaded & (INTERFACE | STORE | {"click", "sqlite_utils", "json"})


def test_help_loads_no_command_and_no_store() -> None:
    loaded = loaded_by("--help")
    assert "click" in loaded
    assert not loaded & (INTERFACE | STORE | {"sqlite_utils"})
    assert not {name for name in loaded if name.startswith("pmtui.services")}


@pytest.mark.parametrize(
    "arguments",
    [["list", "problem", "--json"], ["list", "evidence"], ["rank", "--scorecard", "WSJF"], ["show", "P-12"],
     ["history"], ["move", "P-1", "Inbox"], ["add", "problem", "x"], ["undo"], ["export", "board"]],
)  # fmt: skip
def test_commands_load_neither_the_interface_nor_what_only_a_new_file_needs(
    own_folders: Path, arguments: list[str]
) -> None:
    path = own_folders / "example.pmtui"
    create_example(path)
    if arguments == ["undo"]:
        loaded_by("-w", str(path), "add", "problem", "x")
    loaded = loaded_by("-w", str(path), *arguments)
    assert "sqlite3" in loaded
    assert not loaded & (INTERFACE | {"sqlite_utils"})


def test_completion_of_a_command_loads_no_store_and_of_a_key_no_interface(workspace_file: Path) -> None:
    words = {"_PMTUI_COMPLETE": "bash_complete", "COMP_WORDS": "pmtui li", "COMP_CWORD": "1"}
    assert not loaded_by(**words) & (INTERFACE | STORE | {"sqlite_utils"})
    keys = {**words, "COMP_WORDS": "pmtui show P-", "COMP_CWORD": "2"}
    loaded = loaded_by(**keys)
    assert "sqlite3" in loaded
    assert not loaded & (INTERFACE | {"sqlite_utils"})


def test_the_version_is_the_packages(program: Run) -> None:
    for arguments in (["--version"], ["-w", "x", "--version"]):
        assert program(*arguments).out == f"pmtui {__version__}\n"


def test_every_command_has_help_with_an_example_and_every_option_is_explained(pmtui: Run) -> None:
    for name in COMMANDS:
        shown = pmtui(name, "--help")
        assert shown.status == 0
        assert f"pmtui {name}" in shown.out
        assert "Example" in shown.out
        for line in shown.out.splitlines():
            if line.startswith("  -"):
                assert len(line) > 24, line


@pytest.mark.parametrize(
    "arguments",
    [["frobnicate"], ["lst"], ["list"], ["list", "thing"], ["rank", "--nope"], ["show"], ["history", "--limit", "0"],
     ["add"], ["add", "evidence", "x", "--type", "rumour"], ["--nope"], ["completion", "tcsh"]],
)  # fmt: skip
def test_wrong_usage_ends_with_2_and_says_so_on_stderr_only(pmtui: Run, arguments: list[str]) -> None:
    ended = pmtui(*arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err


def test_a_misspelt_command_names_the_near_one(pmtui: Run) -> None:
    assert "Did you mean list" in pmtui("lst").err


def test_complaints_are_json_when_json_is_asked_for(pmtui: Run, workspace_file: Path) -> None:
    refused = pmtui("show", "P-9", "--json")
    assert refused.status == 1
    assert set(refused.error) == {"title", "hint"}
    assert "P-9" in refused.error["title"]
    assert pmtui("list", "--json", "nothing").error["title"]


def test_without_a_workspace_commands_refuse_and_name_new(pmtui: Run, own_folders: Path) -> None:
    before = sorted(own_folders.glob("*"))
    refused = pmtui("rank")
    assert refused.status == 1
    assert "pmtui new" in refused.err
    assert [path for path in sorted(own_folders.glob("*")) if path.name != "user"] == before
    assert not list(own_folders.rglob("*.pmtui"))


def test_a_named_file_that_is_not_there_is_an_error_with_near_names_and_never_made(
    pmtui: Run, workspace_file: Path
) -> None:
    refused = pmtui("-w", "wrok.pmtui", "add", "problem", "x")
    assert refused.status == 1
    assert "work.pmtui" in refused.err
    assert "pmtui new" in refused.err
    assert not Path("wrok.pmtui").exists()


def test_the_option_wins_over_the_variable(pmtui: Run, workspace_file: Path) -> None:
    pmtui("new", "other.pmtui")
    pmtui("-w", "other.pmtui", "add", "problem", "Elsewhere")
    assert pmtui("list", "problem", "--json").json == []
    assert len(pmtui("-w", "other.pmtui", "list", "problem", "--json").json) == 1


@pytest.mark.parametrize("content", [b"", b"hello\n" * 100, b"SQLite format 3\x00" + bytes(200)])
def test_a_file_that_is_no_workspace_is_refused_and_left_as_it_is(pmtui: Run, content: bytes) -> None:
    path = Path("thing.pmtui")
    path.write_bytes(content)
    assert pmtui("-w", "thing.pmtui", "rank").status == 1
    assert path.read_bytes() == content


def test_no_file_is_called_wrong_usage_before_it_was_tried() -> None:
    root = click.Context(group)
    commands = [group, *(group.get_command(root, name) for name in ("open", *COMMANDS))]
    types = [parameter.type for command in commands if command for parameter in command.params]
    files = [kind for kind in types if isinstance(kind, click.Path)]
    assert len(files) == 7
    assert not any(kind.readable or kind.writable or kind.exists for kind in files)


def test_what_looks_like_a_file_is_opened_and_a_command_stays_a_command(program: Run, workspace_file: Path) -> None:
    Path("demo").write_text("a file")
    Path("plain").write_text("a file")
    for argument in ("./demo", "plain", "work.pmtui", "missing.pmtui", "demo"):
        ended = program(argument)
        assert ended.status == 1
        assert "needs a terminal" in ended.err, argument
    assert program("nothinglikeit").status == 2


def test_output_that_nobody_reads_is_no_error(workspace_file: Path) -> None:
    for arguments in (["list", "lane"], ["list", "lane", "--json"], ["completion", "zsh"], ["--help"]):
        reading, writing = os.pipe()
        os.close(reading)
        ended = subprocess.run(
            [sys.executable, "-m", "pmtui", *arguments], stdout=writing, stderr=subprocess.PIPE, timeout=60
        )
        os.close(writing)
        assert (ended.returncode, ended.stderr) == (0, b""), arguments


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_output_that_can_not_be_written_is_refused_in_one_line(workspace_file: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "pmtui", "list", "lane"], stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert ended.returncode == 1
    assert b"No space left" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_a_terminal_without_utf8_is_no_reason_to_fail(program: Run, workspace_file: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    assert program("add", "problem", "Schlüssel “weg” 鍵 🗝", **plain).status == 0
    for arguments in (
        ["list", "problem"],
        ["show", "P-1"],
        ["export", "problems"],
        ["show", "P-99"],
        ["rank", "--json"],
    ):
        ended = program(*arguments, **plain)
        assert ended.status == (arguments[-1] == "P-99")
        assert "Traceback" not in ended.err
    assert json.loads(program("list", "problem", "--json", **plain).out)[0]["title"]


def test_closed_streams_are_no_reason_to_fail(workspace_file: Path) -> None:
    for redirection in (">&-", "2>&-", "<&-", ">&- 2>&-"):
        ended = subprocess.run(
            f'"{sys.executable}" -m pmtui add problem x {redirection}', shell=True, capture_output=True, timeout=60
        )
        assert ended.returncode == 0, redirection
    assert b"Traceback" not in ended.stderr


def test_a_signal_ends_it_with_128_and_its_number() -> None:
    code = (
        "import os, signal, pmtui.cli.program as p\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background is started without it
        "p._invoke = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        "raise SystemExit(p.run([]))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert ended.returncode == 128 + signal.SIGINT
    assert b"Traceback" not in ended.stderr


def test_a_fault_of_ours_is_one_line_and_a_crash_file_without_the_users_words(
    pmtui: Run, workspace_file: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "Secret title"

    def faulty(_: str) -> None:
        raise LookupError(title)

    pmtui("add", "problem", title)
    monkeypatch.setattr(json, "loads", faulty)
    ended = pmtui("show", "P-1")
    assert ended.status == 1
    assert "Traceback" not in ended.err
    assert "Secret" not in ended.err
    assert "bug in pmtui" in ended.err
    crash = next(own_folders.rglob("crash-*.txt"))
    assert str(crash) in ended.err.replace("\n", "")
    assert crash.stat().st_mode & 0o777 == 0o600
    assert "Secret" not in crash.read_text()


def test_the_app_is_loaded_without_encryption_for_the_network_and_it_stays_to_be_had() -> None:
    code = (
        "import sys; from pmtui.cli.in_terminal import load_without_tls; load_without_tls(); import pmtui.app\n"
        "assert 'ssl' not in sys.modules; import ssl; assert ssl.SSLContext"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
