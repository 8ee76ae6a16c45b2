"""What enter does on a line of the import dialog."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from textual.app import App
from textual.screen import ModalScreen

from pmtui.importers import Choices, all_presets
from pmtui.importers.fields import DECLINED, GATHERED, NEVER_FIXED
from pmtui.importers.scales import NOT_TAKEN, NOT_TAKEN_LABEL, SCALES
from pmtui.screens.dialogs.choose import Choice, Choose, ChooseMany
from pmtui.screens.dialogs.import_rows import (
    NOT_WANTED,
    Row,
    Topic,
    all_toggled,
    field_label,
    next_day_order,
    other_target,
    toggled,
    with_column,
    with_lane,
    with_scale,
    with_value,
)
from pmtui.screens.dialogs.text_input import TextInput
from pmtui.screens.host import Host
from pmtui.services.board_lists import board_view
from pmtui.services.imports import ReadFile

T = TypeVar("T")
# No column has an empty name.
ONE_VALUE = ("",)


class Deciding(Protocol):
    """What a change needs of the dialog."""

    @property
    def app(self) -> App[object]:
        """The app, which shows further dialogs."""

    @property
    def host(self) -> Host:
        """The app, as far as screens know it."""

    def decide(self, choices: Choices) -> None:
        """Take other choices."""

    def toggle_good_rows(self) -> None:
        """Import the good records although some are refused, or not."""

    def say(self, *sentences: str) -> None:
        """Show a message."""


async def change_row(dialog: Deciding, row: Row, file: ReadFile, choices: Choices) -> None:
    """Change what a line is about, asking where there is more than one other way."""
    proposal = file.proposal
    match row.topic:
        case Topic.REFUSED:
            dialog.toggle_good_rows()
        case Topic.TARGET:
            dialog.decide(other_target(proposal, choices))
        case Topic.DATES:
            dialog.decide(next_day_order(proposal, choices))
        case Topic.CONTACTS:
            dialog.decide(replace(choices, keep_contacts=not proposal.keep_contacts))
        case Topic.COLUMNS:
            dialog.decide(all_toggled(proposal, choices))
        case Topic.COLUMN if row.value == NOT_WANTED:
            dialog.say(f"{row.name} holds nothing that is of use here.")
        case Topic.COLUMN:
            dialog.decide(toggled(choices, row.name))
        case _:
            changed = await _asked(dialog, row, file, choices)
            if changed is not None:
                dialog.decide(changed)


async def _asked(dialog: Deciding, row: Row, file: ReadFile, choices: Choices) -> Choices | None:
    match row.topic:
        case Topic.FORMAT:
            preset = await _answer(dialog, Choose("The file is from", _formats(file)))
            chosen = Choices(preset=preset or "", label=choices.label, usual_day_first=choices.usual_day_first)
            return chosen if preset is not None else None
        case Topic.LABEL:
            label = await _answer(
                dialog, TextInput("Comes from", row.value, "Files of the same place update what came from it before.")
            )
            return replace(choices, label=label) if label is not None else None
        case Topic.SCALE:
            offered = [
                *(Choice(scale.name, scale.label) for scale in SCALES[row.name]),
                Choice(NOT_TAKEN, NOT_TAKEN_LABEL),
            ]
            scale = await _answer(dialog, Choose(f"{_begun(field_label(row.name))} is on the scale", offered))
            return with_scale(choices, row.name, scale) if scale is not None else None
        case Topic.STATUS:
            board = await dialog.host.workspace.ask(board_view)
            lanes = [*(lane.name for lane in board.lanes), DECLINED]
            lane = await _answer(dialog, Choose(f"“{row.name}” becomes", [Choice(name, name) for name in lanes]))
            return with_lane(choices, row.name, lane) if lane is not None else None
        case _:
            columns = await _columns(dialog, row.name, file)
            if columns != ONE_VALUE:
                return with_column(choices, row.name, columns) if columns is not None else None
            value = file.proposal.fixed.get(row.name, "")
            line = await _answer(dialog, TextInput(f"{_begun(field_label(row.name))} of all records", value))
            return with_value(choices, row.name, line) if line else None


async def _columns(dialog: Deciding, field: str, file: ReadFile) -> tuple[str, ...] | None:
    names = [column.name for column in file.source.columns]
    title = f"{_begun(field_label(field))} is taken from"
    if field in GATHERED:
        taken = [column.name for column in file.proposal.mapping.get(field, ())]
        return await _answer(dialog, ChooseMany(title, names, taken))
    choices: list[Choice[tuple[str, ...]]] = [Choice((), "– no column")]
    choices += [Choice((name,), name) for name in names]
    if field not in NEVER_FIXED:
        choices.append(Choice(ONE_VALUE, "= one value for all records", "asked for next"))
    return await _answer(dialog, Choose(title, choices))


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _formats(file: ReadFile) -> Sequence[Choice[str]]:
    first = (file.proposal.preset.name, file.proposal.runner_up)
    presets = sorted(all_presets().values(), key=lambda preset: preset.name not in first)
    return [Choice(preset.name, preset.label or preset.name) for preset in presets]


async def _answer(dialog: Deciding, question: ModalScreen[T | None]) -> T | None:
    return await dialog.app.push_screen_wait(question)
