"""Linking problems and the objectives they serve, for the commands `link` and `unlink`."""

import click

from pmtui.cli.options import opened
from pmtui.cli.output import report


def link_objective(context: click.Context, problem: str, objective: str, words: tuple[str, ...], as_json: bool) -> None:
    """Say that a problem serves an objective. words: fit=partly or fit=strongly, or nothing. Raises Refusal."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.domain.links import FITS
    from pmtui.services.fits import fit_in_words
    from pmtui.services.objectives import LinkObjective

    fits = {f"fit={word}": fit for fit, word in FITS.items()}
    unknown = next((each for each in words if each.casefold() not in fits), None)
    if unknown is not None:
        raise click.UsageError(f"“{unknown}” is not {' or '.join(fits)}.", context)
    found = Key.parse(problem, Kind.PROBLEM), Key.parse(objective, Kind.OBJECTIVE)
    fit = fits[words[-1].casefold()] if words else max(FITS)
    with opened(context) as workspace:
        change = workspace.run(LinkObjective((found[0].number,), found[1].number, fit))
        now = workspace.ask(fit_in_words, found[0].number)
    report(change, as_json, key=str(found[0]), objective=str(found[1]), strategic_fit=now)


def unlink_objective(context: click.Context, problem: str, objective: str, as_json: bool) -> None:
    """Take the link between a problem and an objective off. Raises Refusal."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.objectives import UnlinkObjective

    found = Key.parse(problem, Kind.PROBLEM), Key.parse(objective, Kind.OBJECTIVE)
    with opened(context) as workspace:
        change = workspace.run(UnlinkObjective((found[0].number,), found[1].number))
    report(change, as_json, key=str(found[0]), objective=str(found[1]))
