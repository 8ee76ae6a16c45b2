"""Proposing how a file is to be read."""

import re
from collections import Counter
from collections.abc import Mapping

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal
from pmtui.domain.evidence import EVIDENCE_TYPES
from pmtui.domain.text import clean_line
from pmtui.importers.choices import NOTHING_CHOSEN, WORDS, Choices, Proposal, StatusPlan
from pmtui.importers.fields import DECLINED, EVIDENCE, FIELDS, NEVER_FIXED, PROBLEM, TARGETS
from pmtui.importers.mapping import Mapped, check_field, choose_columns, find_columns, map_columns
from pmtui.importers.presets import GENERIC, Preset, detect, preset_named
from pmtui.importers.scales import CRITERIA, ICE, NOT_TAKEN, SCALES, WSJF, ScalePlan
from pmtui.importers.statuses import lane_for
from pmtui.importers.study import ColumnSample, Study, sample_columns, study_file
from pmtui.importers.survey import open_questions
from pmtui.importers.table import Column, Source, normal_name, text_at

# What a program adds to a file's name that differs from export to export.
_EXPORT_MARKS = re.compile(
    r"\s*\(\d+\)$|[\s_.-]+(?:\d{4}[-_.]?\d{2}(?:[-_.]?\d{2})?|\d{1,2}|all|copy|export|refused)$", re.IGNORECASE
)
# The column that says why, in the file of records that could not be taken in.
REFUSED_BECAUSE = "Refused because"
# A text column that is known only by its length has to be this long on average.
_SURELY_TEXT = 20
# A table with this many columns of RICE ranks problems, whatever its column of names is called.
_SURELY_RANKED = 3
# Cells of a column of names are this long on average; those of running numbers are not.
_SURELY_NAMES = 5


def propose(source: Source, choices: Choices = NOTHING_CHOSEN) -> Proposal:
    """Decide how to read a file. Raises Refusal, also where a choice does not fit the file or its text is broken."""
    found, runner_up = detect(source.columns)
    preset = preset_named(choices.preset) if choices.preset else found
    target = _target(source, preset, choices)
    known = _without_stray_inputs(map_columns(source.columns, preset, target))
    mapping = choose_columns(source.columns, choices.columns, target, known)
    _leave_out(source, choices, mapping)
    notes = list(source.notes)
    if target == PROBLEM and "title" not in {**mapping, **choices.columns} and _ranks_problems(known):
        notes += _add_first_column_of_names(source, mapping)
    if preset.answers and target == EVIDENCE and "answers" not in mapping:
        _add_answers(source, preset, mapping)
    if WORDS.isdisjoint(mapping.keys() | choices.fixed.keys()) and not preset.answers:
        notes += _add_longest_column(source, mapping)
    for name in choices.fixed:
        check_field(name, target)
        if name in NEVER_FIXED:
            raise Refusal(f"“{name}” can't be the same for all records.", "Take it from a column.")
    one_of(choices.fixed.get("evidence_type", ""), EVIDENCE_TYPES, "type of evidence")
    study = study_file(source, mapping)
    if preset.name == GENERIC and "status" not in choices.columns and _is_no_status(mapping, study):
        notes.append(f"{mapping.pop('status')[0].name} is kept as a custom field: none of its words is a known status")
    scales = _plan_scales(choices, mapping, study)
    for plan in scales:
        if plan.scale == NOT_TAKEN:
            del mapping[plan.code]
            if plan.code not in choices.scales:
                name, other = CRITERIA[plan.code].name.lower(), study.scales[plan.code][1]
                words = f"{plan.column} is kept as a custom field: {other} can't be taken as {name}"
                notes.append(f"{words}, unless its scale is chosen")
    day_first = choices.day_first if choices.day_first is not None else study.day_first
    if day_first is None:
        day_first = choices.usual_day_first
    notes += _notes_on(study, choices, day_first)
    kept, dropped, empty = _remaining_columns(source, preset, choices, mapping, study)
    return Proposal(
        preset=preset,
        runner_up=runner_up if preset is found else found.name,
        target=target,
        mapping=mapping,
        fixed={name: clean_line(value) for name, value in choices.fixed.items()},
        statuses=_plan_statuses(preset, choices, study) if "status" in mapping or "status" in choices.fixed else (),
        kept=kept,
        dropped=dropped,
        empty=empty,
        records=study.records,
        label=clean_line(choices.label) or _label(source, preset, mapping),
        without=tuple(name for name in {**known, **choices.columns} if name not in mapping),
        label_chosen=bool(clean_line(choices.label)),
        markup={"json": "", "markdown": "markdown"}.get(source.format, preset.markup),
        day_first=day_first,
        keep_contacts=choices.keep_contacts,
        notes=tuple(notes),
        scales=scales,
    )


def _plan_scales(choices: Choices, mapping: Mapped, study: Study) -> tuple[ScalePlan, ...]:
    """The scale of each column of estimates: as chosen, else ours where what it holds fits. Raises Refusal."""
    for code in choices.scales:
        if code not in SCALES:
            raise Refusal(f"“{code}” is no estimate with scales.", f"Use one of {', '.join(SCALES)}.")
    plans = []
    for code, (seen, other) in study.scales.items():
        offered = (*(scale.name for scale in SCALES[code]), NOT_TAKEN)
        scale = choices.scales.get(code) or (NOT_TAKEN if other else offered[0])
        if scale not in offered:
            raise Refusal(f"“{scale}” is no scale of {code}.", f"Use one of {', '.join(offered)}.")
        plans.append(ScalePlan(code, mapping[code][0].name, seen, scale, code in choices.scales))
    return tuple(plans)


def _without_stray_inputs(known: Mapped) -> Mapped:
    """Columns named alike in several scorecards as inputs of the one the table is about.

    Impact and confidence belong to ICE where there is ease and no reach; one column alone makes no ICE and no WSJF.
    """
    found = dict(known)
    if "ice_ease" in found and "reach" not in found:
        for name, of_ice in (("impact", "ice_impact"), ("rice_confidence", "ice_confidence")):
            if name in found and of_ice not in found:
                found[of_ice] = found.pop(name)
    for scorecard in (ICE, WSJF):
        inputs = found.keys() & set(scorecard.compiled.names)
        if len(inputs) == 1:
            del found[inputs.pop()]
    return found


def _leave_out(source: Source, choices: Choices, mapping: Mapped) -> None:
    """Take the columns that are to be left out away from the fields that were not chosen for them. Raises Refusal."""
    unwanted = {column.name for column in find_columns(source.columns, choices.drop)}
    for name in set(mapping) - choices.columns.keys():
        mapping[name] = tuple(column for column in mapping[name] if column.name not in unwanted)
        if not mapping[name]:
            del mapping[name]


def _notes_on(study: Study, choices: Choices, day_first: bool | None) -> list[str]:
    notes = []
    if choices.as_on:
        notes.append(f"read as it was on {choices.as_on}, when records of this place were last imported")
    known = {word.casefold() for word, _ in study.statuses} | {choices.fixed.get("status", "").casefold()}
    strange = [word for word in choices.lanes if word.strip().casefold() not in known]
    if strange and not choices.as_on:  # a newer file need not have all words of the one before
        notes.append("no record has the status " + ", ".join(f"“{clean_line(word)}”" for word in strange))
    if study.open_dates and study.day_first is None and day_first is not None:
        notes.append(f"dates such as 3/4/2026 are taken as {'3 April' if day_first else '4 March'}")
    if study.zoneless:
        notes.append(f"{', '.join(study.zoneless)}: no time zone given, taken as the time of this computer")
    return notes


def _is_no_status(mapping: Mapped, study: Study) -> bool:
    """Whether a column such as `state` holds something else than statuses: places, say."""
    column = mapping.get("status")
    known = any(lane_for(word, category, {}) for word, category in study.statuses)
    return column is not None and not known and "status" not in normal_name(column[0].name)


def _target(source: Source, preset: Preset, choices: Choices) -> str:
    wanted = choices.target or preset.target
    if not wanted:
        named = choices.columns.keys() | choices.fixed.keys()
        of_problem = "title" in named or not named <= set(FIELDS[EVIDENCE])
        known = map_columns(source.columns, preset, PROBLEM)
        wanted = PROBLEM if of_problem or "title" in known or _ranks_problems(known) else EVIDENCE
    if wanted not in TARGETS:
        raise Refusal(f"Records can't be imported as “{wanted}”.", "Use problem, evidence, persona or decision.")
    return wanted


def _ranks_problems(known: Mapped) -> bool:
    return len(known.keys() & CRITERIA.keys()) >= _SURELY_RANKED


def _add_answers(source: Source, preset: Preset, mapping: Mapped) -> None:
    taken = {column.name for columns in mapping.values() for column in columns}
    free = [
        column for column in source.columns if column.name not in taken and normal_name(column.name) not in preset.drop
    ]
    if answers := open_questions(free, sample_columns(source)):
        mapping["answers"] = answers


def _add_first_column_of_names(source: Source, mapping: Mapped) -> list[str]:
    """Take the first column that may hold names as the titles."""
    samples = sample_columns(source)
    for column in _free_columns(source, mapping, samples):
        if samples[column.name].length >= _SURELY_NAMES:
            mapping["title"] = (column,)
            return [f"{column.name} is taken as the title: the table ranks what stands there"]
    return []


def _add_longest_column(source: Source, mapping: Mapped) -> list[str]:
    """Take the column of texts, where no name tells which one holds them but their length does."""
    samples = sample_columns(source)
    free = _free_columns(source, mapping, samples)
    longest = max(free, key=lambda column: samples[column.name].length, default=None)
    is_only = len(source.columns) == 1
    if longest is None or (samples[longest.name].length < _SURELY_TEXT and not is_only):
        return []
    mapping["text"] = (longest,)
    return [f"{longest.name} is taken as the text: it has the longest cells"]


def _free_columns(source: Source, mapping: Mapped, samples: Mapping[str, ColumnSample]) -> list[Column]:
    """The columns without a field that hold no dates."""
    taken = {column.name for columns in mapping.values() for column in columns}
    return [column for column in source.columns if column.name not in taken and not samples[column.name].is_date]


def _remaining_columns(
    source: Source, preset: Preset, choices: Choices, mapping: Mapped, study: Study
) -> tuple[tuple[Column, ...], ...]:
    """The columns without a field: those kept as custom fields, those dropped, those empty in the whole file."""
    taken = {column.name for columns in mapping.values() for column in columns}
    unwanted = {normal_name(name) for name in (*choices.drop, REFUSED_BECAUSE)} | set(preset.drop)
    kept: list[Column] = []
    dropped: list[Column] = []
    empty: list[Column] = []
    for column in source.columns:
        if column.name in taken:
            continue
        if normal_name(column.name) in unwanted:
            dropped.append(column)
        else:
            (empty if study.filled.isdisjoint(column.places) else kept).append(column)
    return tuple(kept), tuple(dropped), tuple(empty)


def _plan_statuses(preset: Preset, choices: Choices, study: Study) -> tuple[StatusPlan, ...]:
    """One plan for each status, however it is spelt; the commonest first."""
    chosen = {
        word.strip().casefold(): DECLINED if lane.casefold() == DECLINED else lane
        for word, lane in choices.lanes.items()
    }
    words = study.statuses or Counter({(choices.fixed.get("status", ""), ""): study.records})
    counts: dict[str, int] = {}
    spelt: dict[str, str] = {}
    lanes: dict[str, str] = {}
    for (word, category), count in words.items():
        same = word.casefold()
        counts[same] = counts.get(same, 0) + count
        spelt.setdefault(same, clean_line(word))
        lanes[same] = lanes.get(same) or chosen.get(same) or lane_for(word, category, preset.statuses)
    commonest = sorted(counts, key=lambda same: -counts[same])
    return tuple(StatusPlan(spelt[same], counts[same], lanes[same]) for same in commonest)


def _label(source: Source, preset: Preset, mapping: Mapped) -> str:
    if preset.label_pattern and (identity := mapping.get("external_id")):
        first = next((text for _, cells in source.rows() if (text := text_at(cells, identity[0].places))), "")
        match = re.match(preset.label_pattern, first.strip())
        return f"{preset.label} {clean_line(match[1])}" if match else preset.label
    if preset.distinct_ids:
        return f"{preset.label} {source.label}".strip()
    stem = bare_name(source.file_name)
    return stem if not preset.target else f"{preset.label}: {stem}"


def bare_name(file_name: str) -> str:
    """A file's name without what differs from export to export: dates, numbers of copies, its ending."""
    stem = file_name.rpartition(".")[0] or file_name
    while (shorter := _EXPORT_MARKS.sub("", stem)) and shorter != stem:
        stem = shorter
    return clean_line(stem)
