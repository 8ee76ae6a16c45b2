"""Bytes in, drafts and complaints out: read_file, then propose, then convert."""

from pmtui.importers.choices import NOTHING_CHOSEN, Choices, Proposal, StatusPlan
from pmtui.importers.conversion import convert
from pmtui.importers.drafts import NO_TEXT, SAME_ID, Complaint, Draft, Trouble, Troubles
from pmtui.importers.presets import all_presets
from pmtui.importers.proposal import propose
from pmtui.importers.reading import read_bytes, read_file
from pmtui.importers.table import Column, OpenFile, Source

__all__ = [
    "NOTHING_CHOSEN",
    "NO_TEXT",
    "SAME_ID",
    "Choices",
    "Column",
    "Complaint",
    "Draft",
    "OpenFile",
    "Proposal",
    "Source",
    "StatusPlan",
    "Trouble",
    "Troubles",
    "all_presets",
    "convert",
    "propose",
    "read_bytes",
    "read_file",
]
