"""Calls that commit behind one's back, or write where nothing is journaled, are banned from the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "pmtui"
MIGRATIONS = PACKAGE / "store" / "migrations.py"
CONNECTIONS = {"conn", "connection", "_connection", "_conn", "db", "database", "target"}


def last_name(node: ast.expr) -> str:
    """The last part of a dotted name, or ""."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def faults(tree: ast.AST, is_migration: bool = False) -> Iterator[str]:
    """What a module does that it must not do."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr="executescript" | "commit" as name):
                yield name
            case ast.With(items=items) | ast.AsyncWith(items=items):
                for item in items:
                    if last_name(item.context_expr) in CONNECTIONS:
                        yield "with connection"
            case ast.Assign(targets=targets):
                for target in targets:
                    if last_name(target) == "isolation_level":
                        yield "isolation_level"
            case ast.AugAssign(target=target) | ast.AnnAssign(target=target) if last_name(target) == "isolation_level":
                yield "isolation_level"
            case ast.Import(names=names) if not is_migration:
                if any(name.name.startswith("sqlite_utils") for name in names):
                    yield "sqlite_utils"
            case ast.ImportFrom(module=str(module)) if module.startswith("sqlite_utils") and not is_migration:
                yield "sqlite_utils"
            case ast.Constant(value=str(text)):
                if text.startswith("sqlite_utils") and not is_migration:
                    yield "sqlite_utils"
                if "RETURNING" in text.upper().split():
                    yield "returning"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_commits_behind_the_back_of_the_one_writer(path: Path) -> None:
    assert list(faults(ast.parse(path.read_text(encoding="utf-8")), path == MIGRATIONS)) == []


@pytest.mark.parametrize(
    "source",
    [
        "db.conn.executescript('x')",
        "self._connection.commit()",
        "with connection: pass",
        "with self.db.conn as c: pass",
        "connection.isolation_level = None",
        "import sqlite_utils",
        "from sqlite_utils.db import Database",
        "import_module('sqlite_utils')",
        "connection.execute('INSERT INTO tag (name) VALUES (1) RETURNING id')",
    ],
)
def test_the_rule_sees_each_of_them(source: str) -> None:
    assert list(faults(ast.parse(source)))
