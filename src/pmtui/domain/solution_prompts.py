"""Questions that lead from a problem to one more solution, in the problem's own words.

How might we: Basadur; inversion: after Jacobi and Munger; analogy: Gordon's synectics; leaving a step out: Osborn's
checklist. Which of them are asked is the product's own choice.
"""

from pmtui.domain.statement import Statement, read_statement

ENOUGH = 3
"""So many solutions are worth comparing before one is chosen."""


def solution_prompts(title: str, statement: str) -> tuple[tuple[str, str], ...]:
    """The name and the words of each question. statement: of the problem, in any form."""
    said = read_statement(statement)
    plainly = title.strip().rstrip(" .!?")
    return (
        ("How might we", _how_might_we(plainly, said)),
        ("Inversion", f"What would make it certain that “{plainly}” happens every time? Turn one of these round."),
        ("Analogy", _analogy(plainly, said)),
        ("Remove a step", _remove_a_step(plainly, said)),
    )


def _how_might_we(title: str, said: Statement) -> str:
    who, need, so_that = (part.rstrip(" .;,") for part in (said.who, said.need, said.so_that))
    if need:
        to = "" if need.casefold().startswith("to ") else "get "
        return f"How might we help {who or 'people'} {to}{need}{f', so that {so_that}' if so_that else ''}?"
    if who:
        return f"How might we spare {who} that “{title}”?"
    return f"How might we make it so that nobody says “{title}” any more?"


def _analogy(title: str, said: Statement) -> str:
    need = said.need.rstrip(" .;,")
    trouble = f"has customers who need {need}" if need else f"hears “{title}”"
    return f"Which other trade, such as hotels, couriers or hospitals, {trouble}, and what does it do about it?"


def _remove_a_step(title: str, said: Statement) -> str:
    because = said.because.rstrip(" .;,")
    if because:
        return f"What if the step where {because} were left out altogether? What would do its work?"
    return f"Which step comes just before “{title}”? What if it were left out altogether?"
