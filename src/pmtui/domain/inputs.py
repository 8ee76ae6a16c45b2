"""The inputs a problem is scored with: its estimates, and what is worked out from them and from its personas."""

from collections.abc import Mapping

from pmtui.domain.criteria import NO_FIT, SCALE, STRATEGIC_FIT, VALUE_PARTS, VALUE_PER_MONTH

CONFIDENCES = ("rice_confidence", "ice_confidence")
"""The criteria that hold doubt themselves."""


def complete_inputs(
    estimates: Mapping[str, float],
    scale: float | None = None,
    doubt_in_ranges: bool = False,
    fit: float | None = None,
) -> dict[str, float]:
    """Central values by criterion code, with the scale, the value a month and the strategic fit.

    estimates: those that were made. scale: from the personas, None when unknown. doubt_in_ranges: whether ranges come
    from evidence; the confidences then count as 1, so that doubt is not counted twice. fit: the largest of the linked
    objectives, None without any; one that was estimated stands before it.
    """
    inputs = dict(estimates)
    if scale is not None:
        inputs[SCALE] = scale
    parts = [estimates[part.code] for part in VALUE_PARTS if part.code in estimates]
    if parts:
        inputs[VALUE_PER_MONTH] = sum(parts)
    inputs.setdefault(STRATEGIC_FIT, NO_FIT if fit is None else fit)
    return inputs | dict.fromkeys(CONFIDENCES, 1.0) if doubt_in_ranges else inputs


def typed_codes(names: tuple[str, ...]) -> tuple[str, ...]:
    """The criteria to type for a formula over these: the parts in place of the value a month, and no scale."""
    codes: list[str] = []
    for name in names:
        if name == VALUE_PER_MONTH:
            codes += (part.code for part in VALUE_PARTS)
        elif name != SCALE:
            codes.append(name)
    return tuple(codes)
