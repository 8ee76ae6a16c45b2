"""All differences of two portraits."""

from pmtui.domain.differences.difference import GROUPS, Difference
from pmtui.domain.differences.problems import evidence_differences, problem_differences
from pmtui.domain.differences.records import record_differences
from pmtui.domain.portrait import Portrait


def differences(before: Portrait, after: Portrait) -> tuple[Difference, ...]:
    """Everything that changed: by group in their order, within it by kind and number, evidence last."""
    found = (
        *problem_differences(before, after),
        *record_differences(before, after),
        *evidence_differences(before, after),
    )
    order = list(GROUPS)
    return tuple(sorted(found, key=lambda one: order.index(one.group)))  # sorting keeps the order within a group
