"""Expressions of numbers, as numeric exercises have them: evaluated without Python's own reach.

Everything is a floating-point number, so that no power or product grows without bound, and an expression is short, so
that none takes long.
"""

from __future__ import annotations

import ast
import math
import operator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from simpleeval import FunctionNotDefined, InvalidExpression, NameNotDefined, SimpleEval

from coursepack.languages.number import rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST = 200
_LARGEST = 1e100
_MOST_PLACES = 10


class ExpressionError(ValueError):
    """Raised where an expression has no number; the message says why, after its words."""


class FormError(ExpressionError):
    """Raised where an expression has no number for any values: it is not written as one."""


def _power(base: float, exponent: float) -> float:
    result: complex = float(base) ** float(exponent)
    if isinstance(result, complex):
        raise ExpressionError(_UNDEFINED)
    return result


def _round(value: float, places: float = 0) -> float:
    return rounded(value, max(-_MOST_PLACES, min(_MOST_PLACES, int(places))))


_UNDEFINED = "takes the root or the logarithm of a number that has none"
_TOO_LARGE = "is too large"
_OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
    ast.Pow: _power,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}
FUNCTIONS: dict[str, Callable[..., float]] = {
    "sqrt": math.sqrt,
    "exp": math.exp,
    "log": math.log,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "abs": abs,
    "round": _round,
    "floor": lambda value: float(math.floor(value)),
    "ceil": lambda value: float(math.ceil(value)),
    "min": min,
    "max": max,
}
CONSTANTS = {"pi": math.pi, "e": math.e}


def _constant(node: ast.Constant) -> float:
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        message = "holds something that is no number"
        raise FormError(message)
    return float(node.value)


def evaluate(expression: str, names: Mapping[str, float]) -> float:
    """Return the number that an expression has for these values.

    Raises:
        ExpressionError: it has none.
    """
    evaluator = SimpleEval(_OPERATORS, FUNCTIONS, {**CONSTANTS, **names})
    known = (ast.Name, ast.UnaryOp, ast.BinOp, ast.Call)
    evaluator.nodes = {kind: evaluator.nodes[kind] for kind in known} | {ast.Constant: _constant}
    try:
        return _finite(evaluator.eval(expression, _parsed(expression)))
    except ExpressionError:
        raise
    except ZeroDivisionError as error:
        message = "divides by zero"
        raise ExpressionError(message) from error
    except OverflowError as error:
        raise ExpressionError(_TOO_LARGE) from error
    except ValueError as error:
        raise ExpressionError(_UNDEFINED) from error
    except (TypeError, RecursionError, InvalidExpression) as error:
        raise FormError(_why(error)) from error


@lru_cache(maxsize=1024)
def _parsed(expression: str) -> ast.expr:
    if len(expression) > _LONGEST:
        message = f"is longer than {_LONGEST} characters"
        raise FormError(message)
    try:
        return ast.parse(expression.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        message = "is no expression"
        raise FormError(message) from error


def _finite(value: Any) -> float:  # noqa: ANN401 what an evaluator returns
    if not isinstance(value, int | float):
        message = "is no number"
        raise FormError(message)
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise ExpressionError(_TOO_LARGE)
    return float(value)


def _why(error: Exception) -> str:
    match error:
        case NameNotDefined():
            return f"names `{error.name}`, which is no parameter"
        case FunctionNotDefined():
            return f"names the function `{error.func_name}`, which there is not"
        case TypeError():
            return "gives a function what it cannot take"
    return "has a sign or a form that is not allowed"
