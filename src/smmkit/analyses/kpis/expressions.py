"""Formulas that stand in a file: numbers, R, T, W, the four ways to count, comparisons; nothing else."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow
from functools import lru_cache

Values = Mapping[str, Decimal | None]
"""What the letters stand for; None is missing."""

Count = Callable[[Values], Decimal | bool | None]

LETTERS = frozenset("RTW")
LONGEST = 200
COUNTS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
COMPARES = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class FormulaError(ValueError):
    """A text that says more than a formula may, or is none."""


@lru_cache(256)
def formula(text: str) -> Count:
    """What counts by a text; None where a letter in it stands for nothing, or something is divided by 0.

    Raises:
        FormulaError: it is none.
    """
    if len(text) > LONGEST:
        raise FormulaError(text)
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError(text) from error
    check(tree, text)

    def count(values: Values) -> Decimal | bool | None:
        try:
            return value_of(tree, values)
        except (DivisionByZero, InvalidOperation, Overflow, ZeroDivisionError, LookupError):
            return None

    return count


def check(node: ast.expr, text: str) -> None:
    """Let nothing through but what is known.

    Raises:
        FormulaError: there is something else.
    """
    match node:
        case ast.BinOp() if type(node.op) in COUNTS:
            check(node.left, text)
            check(node.right, text)
        case ast.UnaryOp(op=ast.USub()):
            check(node.operand, text)
        case ast.Compare(ops=[op]) if type(op) in COMPARES:
            check(node.left, text)
            check(node.comparators[0], text)
        case ast.Name(id=letter) if letter in LETTERS:
            pass
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            pass
        case _:
            raise FormulaError(text)


def value_of(node: ast.expr, values: Values) -> Decimal | bool:
    """What a checked formula comes to.

    Raises:
        LookupError: a letter stands for nothing.
        ArithmeticError: it cannot be counted.
    """
    match node:
        case ast.BinOp():
            left, right = value_of(node.left, values), value_of(node.right, values)
            return Decimal(COUNTS[type(node.op)](left, right))
        case ast.UnaryOp():
            return -Decimal(value_of(node.operand, values))
        case ast.Compare():
            left, right = value_of(node.left, values), value_of(node.comparators[0], values)
            return bool(COMPARES[type(node.ops[0])](left, right))
        case ast.Name():
            found = values[node.id]
            if found is None:
                raise LookupError(node.id)
            return found
    return Decimal(str(node.value)) if isinstance(node, ast.Constant) else Decimal(0)
