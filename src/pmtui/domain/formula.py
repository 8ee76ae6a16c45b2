"""Formulas over criteria: `+ - * / **`, parentheses, min, max, sqrt and log, and nothing else."""

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Any

from pmtui.domain.errors import Refusal

Values = Mapping[str, float]
_Part = Callable[[Values], float]
_Functions = Mapping[str, Callable[..., Any]]
_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}
_FUNCTIONS: _Functions = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": math.pow,  # Python's own ** would make complex numbers of negative ones
    "min": min,
    "max": max,
    "sqrt": math.sqrt,
    "log": math.log,
}
_ONE_VALUE = ("sqrt", "log")
LONGEST = 500
LARGEST = 1e100
_ALLOWED = "Use criteria, numbers, + - * / ** ( ) min max sqrt log."


class FormulaRefusal(Refusal):
    """A formula can't be read. at: the place in its text where that is so, from 0; its length for the end."""

    def __init__(self, at: int, title: str, hint: str = _ALLOWED) -> None:
        super().__init__(f"At character {at + 1}: {title}", hint)
        self.at = at


def formula_in_words(formula: str, names: Mapping[str, str]) -> str:
    """A formula as people write it: reach × impact × confidence ÷ effort. names: those of the criteria, by code."""
    words = re.sub(r"[a-z]\w*", lambda code: names.get(code[0], code[0]).lower(), formula)
    return words.replace(" ** ", " ^ ").replace("*", "×").replace("/", "÷")


@dataclass(frozen=True, slots=True)
class FormulaFactor:
    """One factor of a product: its value, its criteria, and its exponent: 1 above the line, -1 below it."""

    part: _Part
    names: tuple[str, ...]
    exponent: float


@dataclass(frozen=True, slots=True)
class Formula:
    """A checked formula. names: its criteria in order of appearance. factors: the product it is, from left to right."""

    text: str
    names: tuple[str, ...]
    part: _Part
    factors: tuple[FormulaFactor, ...]

    def evaluate(self, values: Values) -> float | None:
        """The value for these inputs, or None where it is not defined (by zero, of a negative, too large)."""
        try:
            result = self.part(values)
        except (ZeroDivisionError, ValueError, OverflowError):
            return None
        return result if isinstance(result, float | int) and math.isfinite(result) else None

    def over(self, functions: Mapping[str, Callable[..., Any]]) -> Callable[[Mapping[str, Any]], Any]:
        """The same formula over other values than numbers.

        functions: what min, max (of two), sqrt, log and ** do with them; + - * / are those of the values.
        """
        return _compiled(_tree(self.text), self.text, {**_FUNCTIONS, **functions})


@lru_cache(maxsize=64)
def parse_formula(text: str) -> Formula:
    """Read a formula. Raises FormulaRefusal when it is anything but arithmetic over names."""
    tree = _tree(text)
    names = dict.fromkeys(
        node.id
        for node in sorted(
            (node for node in ast.walk(tree) if isinstance(node, ast.Name)),
            key=lambda node: (node.lineno, node.col_offset),
        )
        if node.id not in _FUNCTIONS
    )
    return Formula(text, tuple(names), _compiled(tree, text, _FUNCTIONS), tuple(_factors(tree.body, 1)))


def _tree(text: str) -> ast.Expression:
    if len(text) > LONGEST:
        raise FormulaRefusal(LONGEST, f"a formula has at most {LONGEST} characters.")
    blank = len(text) - len(text.lstrip())
    try:
        return ast.parse(text.strip(), mode="eval")
    except SyntaxError as error:
        if not error.offset:
            raise FormulaRefusal(len(text.rstrip()), "something is missing at the end.") from None
        at = _place(text, error.lineno or 1, error.offset - 1)
        raise FormulaRefusal(at, _complaint(error.msg, text[at : at + 1])) from None
    except UnicodeEncodeError as error:
        raise FormulaRefusal(blank + error.start, "this character can't stand in a formula.") from None
    except (ValueError, RecursionError, MemoryError):
        at = max(0, text.find("\0"))
        raise FormulaRefusal(at, "that is no formula.") from None


def _complaint(message: str, character: str) -> str:
    if message.endswith("was never closed"):
        return "this parenthesis is never closed."
    if message.startswith("unmatched"):
        return "this parenthesis was never opened."
    return f"“{character}” can't stand here."


def _place(text: str, line: int, column: int) -> int:
    """The place in a text of a line (from 1) and a column (from 0) of the text without the blanks around it."""
    before = text.strip().split("\n")[: line - 1]
    return len(text) - len(text.lstrip()) + sum(len(one) + 1 for one in before) + column


class _Unfit(Exception):  # noqa: N818 - becomes a refusal as soon as the text is at hand
    """A part of a formula that can't be in it."""

    def __init__(self, node: ast.expr, title: str) -> None:
        super().__init__(title)
        self.node = node


def _compiled(tree: ast.Expression, text: str, functions: _Functions) -> _Part:
    try:
        return _compile(tree.body, functions)
    except _Unfit as unfit:
        node, line = unfit.node, text.strip().split("\n")[unfit.node.lineno - 1]
        column = len(line.encode()[: node.col_offset].decode())  # ast counts bytes
        raise FormulaRefusal(_place(text, node.lineno, column), str(unfit)) from None


def _compile(node: ast.expr, functions: _Functions) -> _Part:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool) and number < LARGEST:
            constant = float(number)
            return lambda _values: constant
        case ast.Name(id=name) if name not in functions:
            return lambda values: values[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _compile(operand, functions)
            return lambda values: -inner(values)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            first, second = _compile(left, functions), _compile(right, functions)
            apply = functions[_OPERATORS[type(sign)]]
            return lambda values: apply(first(values), second(values))
        case ast.Call(func=ast.Name(id=name), args=[_, *_] as arguments, keywords=[]) if name in functions:
            parts, function = [_compile(argument, functions) for argument in arguments], functions[name]
            if (name in _ONE_VALUE) != (len(parts) == 1):
                raise _Unfit(node, f"{name} takes {'one value' if name in _ONE_VALUE else 'two values or more'}.")
            if name in _ONE_VALUE:
                return lambda values: function(parts[0](values))
            return lambda values: reduce(function, (part(values) for part in parts))
    if isinstance(node, ast.Tuple):
        raise _Unfit(node, "a comma stands between the values of min and max only; write decimals as 1.5.")
    raise _Unfit(node, f"“{ast.unparse(node)}” can't stand in a formula.")


def _factors(node: ast.expr, exponent: float) -> list[FormulaFactor]:
    match node:
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as sign, right=right):
            other = exponent if isinstance(sign, ast.Mult) else -exponent
            return [*_factors(left, exponent), *_factors(right, other)]
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int() | float() as power)):
            return _factors(left, exponent * power)
    names = dict.fromkeys(
        inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and inner.id not in _FUNCTIONS
    )
    return [FormulaFactor(_compile(node, _FUNCTIONS), tuple(names), exponent)]
