import ast
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.formula import Formula, FormulaRefusal, formula_in_words, parse_formula

ALLOWED = (
    ast.Expression,
    ast.BinOp,
    ast.UnaryOp,
    ast.USub,
    ast.Call,
    ast.Name,
    ast.Load,
    ast.Constant,
    ast.operator,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b * 2", 8),
        ("(a + b) * 2", 10),
        ("-a + b", 1),
        ("b ** 2 / a", 4.5),
        ("min(a, b, 1)", 1),
        ("max(a, b)", 3),
        ("sqrt(a * 8)", 4),
        ("log(1) + 1.5e1", 15),
    ],
)
def test_arithmetic_is_arithmetic(text: str, value: float) -> None:
    assert parse_formula(text).evaluate({"a": 2, "b": 3}) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a b",
        "__import__('os').system('x')",
        "a.b",
        "a[0]",
        "a if b else c",
        "lambda: 1",
        "[a for a in b]",
        "a and b",
        "a < b",
        "a // b",
        "a % b",
        "a @ b",
        "a | b",
        "~a",
        "not a",
        "+a",
        "True",
        "None",
        "'text'",
        "f'{a}'",
        "1j",
        "...",
        "(a, b)",
        "{a}",
        "(a := 1)",
        "min",
        "min(a)",
        "min(*a)",
        "max(a, b, key=c)",
        "sqrt(a, b)",
        "sqrt()",
        "abs(a)",
        "eval(a)",
        "print(a, b)",
        "a; b",
        "a = 1",
        "import os",
        "a\x00b",
        "\ud800",
        "1e999",
        "9" * 400,
        "(" * 400,
        "a" * 501,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        parse_formula(text)


@pytest.mark.parametrize(
    ("text", "marked", "words"),
    [
        ("value *", "", "something is missing at the end"),
        ("value * (fit", "(fit", "is never closed"),
        ("  a)", ")", "was never opened"),
        ("a +* b", "* b", "“*” can't stand here"),
        ("é + abs(b)", "abs(b)", "“abs(b)”"),
        ("min(a,\n [b])", "[b])", "“[b]”"),
        ("1 + max(a)", "max(a)", "two values or more"),
        ("1,5 * a", "1,5 * a", "write decimals as 1.5"),
        ("a" * 501, "a", "at most 500"),
    ],
)
def test_the_place_of_an_error_is_told(text: str, marked: str, words: str) -> None:
    with pytest.raises(FormulaRefusal, match=re.escape(words)) as caught:
        parse_formula(text)
    assert text[caught.value.at :] == marked
    assert caught.value.title.startswith(f"At character {caught.value.at + 1}: ")


@given(
    st.text("ab0123456789.+-*/() ,minaxsqrtlog_[]{}'\"=<>:;|&^%!@#~\\\n\x00é\ud800", max_size=40)
    | st.lists(
        st.sampled_from(["a", "b", "2", "+", "-", "**", "/", "(", ")", "min(", "sqrt(", "log(", ",", ".", "[", "0"]),
        max_size=20,
    ).map("".join)
)
@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
def test_what_is_accepted_holds_arithmetic_alone_and_gives_a_finite_number_or_none(text: str) -> None:
    try:
        formula = parse_formula(text)
    except FormulaRefusal:
        return
    assert all(isinstance(node, ALLOWED) for node in ast.walk(ast.parse(text.strip(), mode="eval")))
    for value in (0.0, -2.0, 0.5, 1e300):
        result = formula.evaluate(dict.fromkeys(formula.names, value))
        assert result is None or math.isfinite(result)


@pytest.mark.parametrize(
    "text", ["1 / a", "log(a)", "sqrt(a - 1)", "(a - 1) ** 0.5", "max((a - 1) ** 0.5, 1)", "10 ** (10 ** (a + 9))"]
)
def test_where_a_formula_is_not_defined_it_gives_none(text: str) -> None:
    assert parse_formula(text).evaluate({"a": 0.0}) is None


def test_names_come_in_the_order_of_their_appearance() -> None:
    assert parse_formula("(c - a) * b / max(a, d)").names == ("c", "a", "b", "d")


@given(st.text("ab01.+-*/(), min[]{}'\"=<:;^\\\n\x00é\ud800"), st.sampled_from([")", "*", "$", "é.b"]))
@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
def test_the_place_of_an_error_is_always_in_the_text_or_at_its_end(text: str, broken: str) -> None:
    with pytest.raises(FormulaRefusal) as caught:
        parse_formula(f"{text}){broken}")
    assert 0 <= caught.value.at <= len(text) + 1 + len(broken)


@given(st.floats(0.1, 1e3), st.floats(0.1, 1e3), st.floats(0.1, 1e3))
def test_a_product_is_the_product_of_its_factors(a: float, b: float, c: float) -> None:
    formula: Formula = parse_formula("2 * a / (b / max(c, 0.5)) * sqrt(a)")
    values = {"a": a, "b": b, "c": c}
    product = math.prod(factor.part(values) ** factor.exponent for factor in formula.factors)
    result = formula.evaluate(values)
    assert result is not None
    assert math.isclose(product, result, rel_tol=1e-12)


def test_a_formula_is_written_with_the_names_that_people_read() -> None:
    names = {"rice_confidence": "Confidence", "effort": "Effort"}
    assert formula_in_words("rice_confidence ** 2 / max(effort, 0.5)", names) == "confidence ^ 2 ÷ max(effort, 0.5)"
