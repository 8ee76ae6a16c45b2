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
        return _compile(ast.parse(self.text.strip(), mode="eval").body, {**_FUNCTIONS, **functions})


@lru_cache(maxsize=64)
def parse_formula(text: str) -> Formula:
    """Read a formula. Raises Refusal when it is anything but arithmetic over names."""
    try:
        tree = ast.parse(text.strip(), mode="eval") if len(text) <= LONGEST else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        tree = None
    if tree is None:
        raise Refusal("That is not a formula.", "Use criteria, numbers, + - * / ** ( ) min max sqrt log.")
    names = dict.fromkeys(
        node.id
        for node in sorted(
            (node for node in ast.walk(tree) if isinstance(node, ast.Name)),
            key=lambda node: (node.lineno, node.col_offset),
        )
        if node.id not in _FUNCTIONS
    )
    return Formula(text, tuple(names), _compile(tree.body, _FUNCTIONS), tuple(_factors(tree.body, 1)))


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
                raise Refusal(f"{name} takes {'one value' if name in _ONE_VALUE else 'two values or more'}.")
            if name in _ONE_VALUE:
                return lambda values: function(parts[0](values))
            return lambda values: reduce(function, (part(values) for part in parts))
    raise Refusal(
        f"“{ast.unparse(node)}” can't stand in a formula.",
        "Use criteria, numbers, + - * / ** ( ) min max sqrt log.",
    )


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
