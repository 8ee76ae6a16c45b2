"""Rules about the source itself that no linter knows."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "pmtui"
LONGEST = 300
FORBIDDEN_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}
FORBIDDEN_TEXTS = (
    r"\.\./shared",
    r"/wor[k]/",  # spelt so that it is no such path itself
    r"/home/\w",
    r"/roo[t]/",
    r"[A-Z]:\\Users",
    r"pypi\.org",
    r"files\.pythonhosted",
    r"index-url",
)
FORBIDDEN_CALLS = (
    r"(?<![\w.])print\(",
    r"(?<![\w.])breakpoint\(",
    r"\bpdb\b",
    r"(?<![\w.])eval\(",
    r"(?<![\w.])exec\(",
)
FRAME = PACKAGE / "styles" / "frame.tcss"  # what all screens share
SCREEN = re.compile(r"[A-Z]\w*")
TEXT_FILES = {".py", ".toml", ".txt", ".md", ".tcss", ".json", ".csv", ".yml", ""}


def source_files() -> list[Path]:
    """Every Python file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def committed_files() -> Iterator[Path]:
    """Every text file of the project that is not made by a tool."""
    for top in ("src", "tests", "benchmarks", "docs", ".ci"):
        yield from (path for path in (ROOT / top).rglob("*") if path.is_file() and path.suffix in TEXT_FILES)
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXT_FILES)


def within(path: Path) -> str:
    """Its place inside the project, with slashes."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", source_files(), ids=within)
def test_a_room_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_a_room_is_named_for_what_is_in_it() -> None:
    assert [within(path) for path in PACKAGE.rglob("*") if path.stem in FORBIDDEN_NAMES] == []


@pytest.mark.parametrize("path", source_files(), ids=within)
def test_the_package_writes_only_through_its_own_ways(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [call for call in FORBIDDEN_CALLS if re.search(call, text)] == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for path in committed_files():
        if path == Path(__file__) or "__pycache__" in path.parts or within(path).startswith("benchmarks/out/"):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [(within(path), rule) for rule in FORBIDDEN_TEXTS if re.search(rule, text)]
    assert found == []


@pytest.mark.parametrize("path", sorted(set(PACKAGE.rglob("*.tcss")) - {FRAME}), ids=within)
def test_every_style_rule_stands_under_a_widget_of_ours(path: Path) -> None:
    """Textual applies a screen's stylesheet to the whole app: an unnested rule would leak."""
    assert [selector for selector in top_selectors(path.read_text(encoding="utf-8")) if not is_ours(selector)] == []


def test_the_style_check_sees_an_unnested_rule() -> None:
    assert top_selectors(
        "/* x { } */ $a: red;\nBoardScreen { Lane { color: $a; } }\n.loose, Static { color: red; }"
    ) == [
        "BoardScreen",
        ".loose",
        "Static",
    ]
    assert not is_ours("Static")
    assert not is_ours(".loose")


def top_selectors(css: str) -> list[str]:
    """The selectors outside every block, one for each comma."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    selectors, depth, text = [], 0, ""
    for sign in css:
        if sign == "{":
            if depth == 0:
                selectors += [part.strip() for part in text.split(";")[-1].split(",")]
            depth, text = depth + 1, ""
        elif sign == "}":
            depth, text = depth - 1, ""
        else:
            text += sign
    return selectors


def is_ours(selector: str) -> bool:
    """Whether the selector begins with a class of the package."""
    name = SCREEN.match(selector)
    return name is not None and re.search(rf"^class {name[0]}\b", all_source(), re.MULTILINE) is not None


def all_source() -> str:
    """The whole source of the package."""
    return "\n".join(path.read_text(encoding="utf-8") for path in source_files())
