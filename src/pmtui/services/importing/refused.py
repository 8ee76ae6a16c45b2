"""Where the records go that an import had to leave behind."""

from itertools import count
from pathlib import Path

from pmtui.domain.errors import Refusal
from pmtui.environment.files import write_text
from pmtui.importers import Complaint, Proposal, Source, Troubles, convert
from pmtui.importers.refused import refused_as_text


def write_refused(source: Source, proposal: Proposal, original: Path) -> Path:
    """Write the records of a file that are refused beside it, as a file that can be corrected and imported.

    Returns the new file, whose name is that of the original with `-refused`. Raises Refusal when it can't be written.
    """
    found = convert(source, proposal, Troubles())
    text = refused_as_text(source, (each for each in found if isinstance(each, Complaint)))
    stem, suffix = original.stem, ".csv" if source.format == "markdown" else original.suffix
    names = (f"{stem}-refused{f'-{number}' if number > 1 else ''}{suffix}" for number in count(1))
    path = next(path for name in names if not (path := original.with_name(name)).exists())
    try:
        write_text(path, text, overwrite=False)
    except Refusal as refusal:
        refusal.hint = "The other records were imported. Copy the file to a folder of your own to get those refused."
        raise
    return path
