"""Values become models: every mistake that pydantic finds is reported where it was written."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from coursepack.problem import Problem, Span, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from pydantic_core import ErrorDetails

    from coursepack.text import Rich
    from coursepack.values import Path, Values

    Fill = Callable[[Rich], Rich]

M = TypeVar("M")

# What authors try first, and what says it here.
_INSTEAD = {
    "pick": "Write a `{pool}` with `pick: 2` before the exercises, in the same section",
    "picture": "Write `![what is seen](media/file.png)` in the text, where the picture is to stand",
}


# What checks a kind: to make it takes longer than most of its checks.
_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def model(
    kind: type[M], values: Values, markdown: MarkdownIt, problems: list[Problem], fill: Fill | None = None
) -> M | None:
    """Make a model (or a list of them) of values, or report every mistake and return `None`.

    `fill` makes the blocks inside its texts.
    """
    try:
        made: M = _adapter(kind).validate_python(values.value, context={"markdown": markdown, "fill": fill})
    except ValidationError as error:
        problems.extend(_problem(detail, kind, values) for detail in _first_hand(error.errors()))
        return None
    return made


# What stands in for a field that is wrong: the first of these that it takes. Nothing is said of them.
WORDS, NAME = "…", "stand-in-for-what-is-wrong"
_STAND_INS: tuple[object, ...] = (WORDS, NAME, 1, [WORDS])


def remainder(kind: type[M], values: Values, markdown: MarkdownIt, fill: Fill | None = None) -> M | None:
    """Make a model of values with mistakes, so that what is right in them is judged too; `None` if that cannot be.

    Fields that are wrong are left out, and have a stand-in where the model cannot be without them.
    """
    if not isinstance(values.value, dict):
        return None
    adapter, left = _adapter(kind), dict(values.value)
    wrong = _wrong(adapter, left, markdown)
    left = {name: value for name, value in left.items() if name not in wrong}
    needed = _wrong(adapter, left, markdown)
    for stand_in in _STAND_INS:
        left |= dict.fromkeys(needed, stand_in)
        needed = _wrong(adapter, left, markdown)
    return None if needed else adapter.validate_python(left, context={"markdown": markdown, "fill": fill})


def _wrong(adapter: TypeAdapter[M], value: dict[str, object], markdown: MarkdownIt) -> list[str]:
    """Return the fields in which pydantic finds a mistake."""
    try:
        adapter.validate_python(value, context={"markdown": markdown})
    except ValidationError as error:
        return list(dict.fromkeys(str(detail["loc"][0]) for detail in error.errors() if detail["loc"]))
    return []


def _first_hand(details: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Leave out a list that is too short only because some of its items are wrong: those are reported themselves."""
    for detail in details:
        items = detail["input"]
        enough = isinstance(items, list) and len(items) >= detail.get("ctx", {}).get("min_length", 0)
        if not (detail["type"] == "too_short" and enough):
            yield detail


def _problem(detail: ErrorDetails, kind: type[Any], values: Values) -> Problem:
    path = _written(detail["loc"], values)
    at = values.at(path)
    name = next((str(step) for step in reversed(detail["loc"]) if isinstance(step, str)), "")
    match detail["type"]:
        case "extra_forbidden":
            known = _fields(kind, detail["loc"][:-1])
            help_text = _INSTEAD.get(name) or did_you_mean(name, known) or f"Use one of {_listed(known)}"
            return Problem(values.keys.get(path, at), "unknown-field", f"there is no field `{name}`", help_text)
        case "missing":
            return Problem(at, "missing-field", f"`{name}` is missing", f"Write `{name}: …`")
        case "literal_error":
            return _literal(detail, at, name)
    code = "wrong-type" if detail["type"] in _TYPES else "wrong-value"
    said, help_text = _said(detail)
    own = detail["type"] not in _TYPES and detail["type"] not in _VALUES
    field = next((str(step) for step in reversed(path) if isinstance(step, str)), name)
    return Problem(at, code, said if own or not path else f"`{field}`: {said}", help_text)


def _literal(detail: ErrorDetails, at: Span, name: str) -> Problem:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    known = [word.strip("' ") for word in expected.replace(" or ", ", ").split(", ")]
    given = str(detail["input"])
    help_text = did_you_mean(given, known) or f"Use one of {_listed(known)}"
    return Problem(at, "wrong-value", f"`{given}` is no value of `{name}`", help_text)


_WHOLE = ("a whole number is wanted here", "Write a whole number, without quotes or units")
_NUMBER = ("a number is wanted here", "Write a number, without quotes or units")
_LIST = ("a list is wanted here", "Write a list: one item a line, each after `- `")
_FIELDS = ("fields are wanted here", "Write fields, one a line, as `name: value`")
_TEXT = ("a text is wanted here", "Write a text; quote it if YAML takes it for something else")
_TYPES = {
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _FIELDS,
    "model_type": _FIELDS,
    "model_attributes_type": _FIELDS,
    "string_type": _TEXT,
}
_VALUES = {
    "string_too_short",
    "string_too_long",
    "too_short",
    "too_long",
    "greater_than",
    "greater_than_equal",
    "less_than_equal",
    "multiple_of",
}


def _said(detail: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong in an author's words, and what helps."""
    limits = detail.get("ctx", {})
    match detail["type"]:
        case kind if kind in _TYPES:
            said = _TYPES[kind]
        case "string_too_short":
            said = "a text is wanted here", "Write it"
        case "string_too_long":
            most, has = limits["max_length"], len(detail["input"])
            said = f"at most {most} letters are wanted, not {has}", "Write fewer words"
        case "too_short" | "too_long":
            # pydantic counts the items that are right; an author sees those that are written.
            said = _length({**limits, "actual_length": len(detail["input"])})
        case "greater_than":
            said = f"more than {limits['gt']:g} is wanted", "Write a greater number"
        case "greater_than_equal":
            said = f"at least {limits['ge']} is wanted", "Write a greater number"
        case "finite_number":
            said = "a finite number is wanted here", "Write digits"
        case "less_than_equal":
            said = f"at most {limits['le']} is wanted", "Write a smaller number"
        case "multiple_of":
            said = f"a multiple of {limits['multiple_of']:g} is wanted", "Write a half or a quarter: 0.5, 1.25"
        case _:
            said = detail["msg"], str(limits.get("help", "See AUTHORING.md for this field"))
    return said


def _length(limits: dict[str, Any]) -> tuple[str, str]:
    least, most, has = limits.get("min_length"), limits.get("max_length"), limits.get("actual_length")
    if most is not None:
        return f"at most {most} are wanted, not {has}", f"Write {most} of them, or fewer"
    if least == 1:
        return "at least 1 is wanted", "Write one a line, each after `- `"
    return f"{least} are wanted, not {has}", f"Write {least} of them"


def _written(loc: tuple[int | str, ...], values: Values) -> Path:
    """Leave out of pydantic's path what does not stand in the file (union branches, validators)."""
    path: Path = ()
    for step in loc:
        if (*path, step) in values.spans:
            path = (*path, step)
    return path


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _fields(kind: Any, loc: tuple[int | str, ...]) -> list[str]:  # noqa: ANN401 any annotation
    """List the fields of the model that `loc` leads to, from pydantic's own schema."""
    schema = schema_of(kind)
    definitions = schema.get("$defs", {})
    here = schema
    for step in loc:
        here = _enter(here, step, definitions)
    return sorted(_resolve(here, definitions).get("properties", {}))


def _resolve(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return _resolve(definitions[schema["$ref"].rsplit("/", 1)[-1]], definitions)
    for branch in schema.get("anyOf", []):
        if "$ref" in branch or "properties" in branch or branch.get("type") == "array":
            return _resolve(branch, definitions)
    return schema


def _enter(schema: dict[str, Any], step: int | str, definitions: dict[str, Any]) -> dict[str, Any]:
    here = _resolve(schema, definitions)
    if isinstance(step, int):
        return dict(here.get("items", {}))
    return dict(here.get("properties", {}).get(step, here))


def schema_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401 a model or a list of models
    """Return the JSON Schema of a kind of file."""
    return dict(_adapter(kind).json_schema(by_alias=True))
