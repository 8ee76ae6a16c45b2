"""The command that writes Markdown."""

import sys
from functools import partial
from pathlib import Path

import click

from pmtui.cli.completing import complete_key
from pmtui.cli.options import FILE_PATH, filter_of, opened, problem_filter
from pmtui.cli.output import say
from pmtui.domain.brief import AUDIENCES

PAGES = (
    "problems",
    "ranking",
    "board",
    "personas",
    "bias",
    "strategy",
    "tree",
    "roadmap",
    "decisions",
    "problem",
    "evidence",
    "brief",
    "persona",
    "decision",
    "all",
)
_OF_ONE = ("problem", "evidence", "brief", "persona", "decision")


@click.command(
    "export",
    epilog="""\b
Examples:
  pmtui export problems
  pmtui export problems --tag access -o access.md
  pmtui export ranking -o ranking.md
  pmtui export board -o board.md
  pmtui export problem P-12
  pmtui export evidence P-12
  pmtui export brief P-12 --for sales
  pmtui export bias -o bias.md
  pmtui export personas -o personas.md
  pmtui export persona U-3
  pmtui export strategy -o strategy.md
  pmtui export tree -o opportunity-tree.md
  pmtui export roadmap -o roadmap.md
  pmtui export decisions -o decisions.md
  pmtui export decision D-5
  pmtui export all -o sparkle-pages""",
)
@click.argument("page", metavar="|".join(PAGES), type=click.Choice(PAGES))
@click.argument("key", required=False, default=None, shell_complete=complete_key)
@problem_filter
@click.option("--for", "audience", type=click.Choice(AUDIENCES), default=None, help="Whom a brief is for.")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=FILE_PATH,
    default=None,
    help="Write into this file, or with all into this folder.",
)
@click.pass_context
def export_command(
    context: click.Context,
    /,
    page: str,
    key: str | None,
    words: str,
    audience: str | None,
    output: Path | None,
    **for_problems: str,
) -> None:
    """Write problems, the board, personas, the strategy, decisions or who is heard (bias) as Markdown; a KEY names one.

    ranking is the order with all it rests on: how sure each place is, what is too close to call or decided, what
    would change it, and what to find out next.

    tree is the opportunity tree: objectives, the problems that serve them, and what may solve these.

    roadmap is what comes now, next and later with why, for whom and how sure; what does not, and the releases.

    evidence takes the key of a problem, and writes its evidence with quotes and sources. brief takes it too, and
    writes what one audience needs to know, every claim with what supports it.

    all writes everything into a folder as pages that lead to one another: a new folder, or one it was written into
    before.

    Without -o it is printed. --filter and --tag also choose the cards of the board; --lane, --moscow, --kano,
    --state and --order are for problems.
    """
    from pmtui.domain.keys import Key, Kind
    from pmtui.services import (
        bias,
        briefs,
        decision_pages,
        evidence_pages,
        pages,
        persona_pages,
        ranking_pages,
        roadmap_pages,
        strategy_pages,
        tree_pages,
    )

    if (page in _OF_ONE) != (key is not None):
        raise click.UsageError(f"{', '.join(_OF_ONE)} take the KEY of one, and nothing else does.", context)
    if (page == "brief") != (audience is not None):
        raise click.UsageError(f"A brief is --for one of {', '.join(AUDIENCES)}, and nothing else is.", context)
    if page == "all":
        if output is None:
            raise click.UsageError("Name the folder for all of it: -o FOLDER.", context)
        _export_all(context, output)
        return
    with opened(context) as workspace:
        if key is not None and audience is not None:
            text = workspace.ask(briefs.brief_markdown, Key.parse(key, Kind.PROBLEM).number, audience)
        elif page == "persona" and key is not None:
            text = workspace.ask(persona_pages.persona_markdown, Key.parse(key, Kind.PERSONA).number)
        elif page == "ranking":
            text = workspace.ask(ranking_pages.ranking_markdown)
        elif page == "personas":
            text = workspace.ask(persona_pages.personas_markdown)
        elif page == "strategy":
            text = workspace.ask(strategy_pages.strategy_markdown)
        elif page == "tree":
            text = workspace.ask(tree_pages.tree_markdown)
        elif page == "roadmap":
            text = workspace.ask(roadmap_pages.roadmap_markdown)
        elif page == "bias":
            text = workspace.ask(bias.bias_markdown)
        elif page == "evidence" and key is not None:
            text = workspace.ask(evidence_pages.evidence_markdown, Key.parse(key, Kind.PROBLEM).number)
        elif page == "decision" and key is not None:
            text = workspace.ask(decision_pages.decision_markdown, Key.parse(key, Kind.DECISION).number)
        elif page == "decisions":
            text = workspace.ask(decision_pages.decisions_markdown)
        elif key is not None:
            text = workspace.ask(pages.problem_markdown, Key.parse(key, Kind.PROBLEM).number)
        elif page == "board":
            text = workspace.ask(pages.board_markdown, words=words, tag=for_problems["tag"])
        else:
            text = workspace.ask(pages.problems_markdown, filter_of(workspace, words, **for_problems))
    if output is None:
        say(text.removesuffix("\n"))
    else:
        from pmtui.environment.files import write_text

        write_text(output, text)
        say(f"Wrote {output}")


def _export_all(context: click.Context, output: Path) -> None:
    from pmtui.environment.folders import write_pages
    from pmtui.services.folder import workspace_folder

    with opened(context) as workspace:
        # From a copy in memory: while pages are made and written, other programs may write to the file.
        made = workspace.snapshot().ask(workspace_folder, partial(_show_share, "Making pages"))
    write_pages(output, made.workspace, made.pages, partial(_show_share, "Writing pages"))
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    say(f"Wrote {len(made.pages):,} pages into {output}")


def _show_share(what: str, share: float) -> bool:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{what}: {share:4.0%} ")
        sys.stderr.flush()
    return True
