"""Formulas over criteria: `+ - * / **`, parentheses, min, max, sqrt and log, and nothing else."""

import ast
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pmtui.domain.errors import Refusal

Values = Mapping[str, float]
_Part = Callable[[Values], float]
_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: lambda left, right: left / right,
    ast.Pow: math.pow,  # ** would make complex numbers of negative ones
}
_FUNCTIONS: dict[str, Callable[..., float]] = {"min": min, "max": max, "sqrt": math.sqrt, "log": math.log}
LONGEST = 500
LARGEST = 1e100


@dataclass(frozen=True, slots=True)
class FormulaFactor:
    """One factor of a product: its value, its criteria, and whether it stands above (1) or below (-1) the line."""

    part: _Part
    names: tuple[str, ...]
    side: int


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
    return Formula(text, tuple(names), _compile(tree.body), tuple(_factors(tree.body, 1)))


def _compile(node: ast.expr) -> _Part:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool) and number < LARGEST:
            constant = float(number)
            return lambda _values: constant
        case ast.Name(id=name) if name not in _FUNCTIONS:
            return lambda values: values[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _compile(operand)
            return lambda values: -inner(values)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            first, second, apply = _compile(left), _compile(right), _OPERATORS[type(operator)]
            return lambda values: apply(first(values), second(values))
        case ast.Call(func=ast.Name(id=name), args=[_, *_] as arguments, keywords=[]) if name in _FUNCTIONS:
            parts, function = [_compile(argument) for argument in arguments], _FUNCTIONS[name]
            if (name in ("sqrt", "log")) != (len(parts) == 1):
                raise Refusal(f"{name} takes {'one value' if name in ('sqrt', 'log') else 'two values or more'}.")
            return lambda values: function(*(part(values) for part in parts))
    raise Refusal(
        f"“{ast.unparse(node)}” can't stand in a formula.",
        "Use criteria, numbers, + - * / ** ( ) min max sqrt log.",
    )


def _factors(node: ast.expr, side: int) -> list[FormulaFactor]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
        right_side = side if isinstance(node.op, ast.Mult) else -side
        return [*_factors(node.left, side), *_factors(node.right, right_side)]
    names = dict.fromkeys(
        inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and inner.id not in _FUNCTIONS
    )
    return [FormulaFactor(_compile(node), tuple(names), side)]
