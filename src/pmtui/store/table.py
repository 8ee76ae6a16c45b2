"""What a table of a workspace file is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column. kind: INTEGER, REAL or TEXT; links: the table whose id it holds."""

    name: str
    kind: str
    required: bool = True
    links: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One journaled table. unique: sets of columns that no two rows share. since: the format that brought it."""

    name: str
    columns: tuple[Column, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    since: int = 1

    @property
    def create_sql(self) -> str:
        """The statement that makes it. AUTOINCREMENT keeps numbers from ever being used again, even after an undo."""
        lines = ["id INTEGER PRIMARY KEY AUTOINCREMENT"]
        for column in self.columns:
            line = f"{column.name} {column.kind}" + (" NOT NULL" if column.required else "")
            lines.append(line + (f" REFERENCES {column.links}(id)" if column.links else ""))
        lines += [f"UNIQUE ({', '.join(columns)})" for columns in self.unique]
        return f"CREATE TABLE {self.name} (\n  " + ",\n  ".join(lines) + "\n) STRICT"


def texts(*names: str) -> tuple[Column, ...]:
    """Columns of text."""
    return tuple(Column(name, "TEXT") for name in names)


def number(name: str, links: str = "", required: bool = True) -> Column:
    """A column of whole numbers. links: the table whose id it holds."""
    return Column(name, "INTEGER", required, links)


def real(name: str, required: bool = True) -> Column:
    """A column of real numbers."""
    return Column(name, "REAL", required)
