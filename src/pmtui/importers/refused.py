"""Records that could not be taken in, as a file of the format they came in, each with the reason."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from pmtui.importers.drafts import Complaint
from pmtui.importers.proposal import REFUSED_BECAUSE
from pmtui.importers.table import Cell, Source


def refused_as_text(source: Source, complaints: Iterable[Complaint]) -> str:
    """A CSV, TSV or JSON text of the refused records of a file, so that they can be corrected and imported.

    The reason comes first: a record may have more cells than there are columns.
    """
    names = [REFUSED_BECAUSE, *_names_by_place(source)]
    if source.format == "json":
        records = (dict(zip(names, (found.reason, *found.cells), strict=False)) for found in complaints)
        kept = [{name: value for name, value in record.items() if value is not None} for record in records]
        return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t" if source.format == "tsv" else ",")
    writer.writerow(names)
    writer.writerows([found.reason, *map(_text, found.cells)] for found in complaints)
    return text.getvalue()


def _names_by_place(source: Source) -> Sequence[str]:
    names = {place: column.name for column in source.columns for place in column.places}
    return [names[place] for place in sorted(names)]


def _text(cell: Cell) -> str:
    return ", ".join(cell) if isinstance(cell, tuple) else cell or ""
