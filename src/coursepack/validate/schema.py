"""Values become models: every mistake that pydantic finds is reported where it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from coursepack.problem import Problem, Span, did_you_mean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from pydantic_core import ErrorDetails

    from coursepack.load.values import Path, Values

M = TypeVar("M")


def model(kind: type[M], values: Values, markdown: MarkdownIt, problems: list[Problem]) -> M | None:
    """Make a model (or a list of them) of values, or report every mistake and return `None`."""
    try:
        return TypeAdapter(kind).validate_python(values.value, context={"markdown": markdown})
    except ValidationError as error:
        problems.extend(_problem(detail, kind, values) for detail in error.errors())
        return None


def _problem(detail: ErrorDetails, kind: type[Any], values: Values) -> Problem:
    path = _written(detail["loc"], values)
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    match detail["type"]:
        case "extra_forbidden":
            known = _fields(kind, detail["loc"][:-1])
            help_text = did_you_mean(name, known) or f"Use one of {', '.join(f'`{field}`' for field in known)}"
            return Problem(
                values.keys.get(path, values.at(path)), "unknown-field", f"there is no field `{name}`", help_text
            )
        case "missing":
            return Problem(values.at(path), "missing-field", f"`{name}` is missing", f"Write `{name}: …`")
        case "literal_error":
            return _literal(detail, values.at(path), name)
    message = f"`{_spell(path)}`: {detail['msg'][0].lower()}{detail['msg'][1:]}"
    code = "wrong-type" if detail["type"].endswith(("_type", "_parsing")) else "wrong-value"
    return Problem(values.at(path), code, message, _advice(detail))


def _literal(detail: ErrorDetails, at: Span, name: str) -> Problem:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    known = [word.strip("' ") for word in expected.replace(" or ", ", ").split(", ")]
    given = str(detail["input"])
    help_text = did_you_mean(given, known) or f"Use one of {', '.join(f'`{word}`' for word in known)}"
    return Problem(at, "wrong-value", f"`{given}` is no value of `{name}`", help_text)


def _written(loc: tuple[int | str, ...], values: Values) -> Path:
    """Leave out of pydantic's path what does not stand in the file (union branches, validators)."""
    path: Path = ()
    for step in loc:
        if (*path, step) in values.spans:
            path = (*path, step)
    return path


def _spell(path: Path) -> str:
    return ".".join(str(step) for step in path)


def _fields(kind: Any, loc: tuple[int | str, ...]) -> list[str]:  # noqa: ANN401 any annotation
    """List the fields of the model that `loc` leads to, from pydantic's own schema."""
    schema = TypeAdapter(kind).json_schema(by_alias=True)
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


_ADVICE = {
    "int_parsing": "Write a whole number, without quotes or units",
    "int_type": "Write a whole number, without quotes or units",
    "int_from_float": "Write a whole number",
    "float_parsing": "Write a number, without quotes or units",
    "float_type": "Write a number, without quotes or units",
    "list_type": "Write a list: one item a line, each after `- `",
    "tuple_type": "Write a list: one item a line, each after `- `",
    "string_type": "Write a text; quote it if YAML takes it for something else",
    "model_type": "Write fields, one a line, as `name: value`",
    "dict_type": "Write fields, one a line, as `name: value`",
    "string_too_short": "Write it",
}


def _advice(detail: ErrorDetails) -> str:
    if detail["type"] == "string_pattern_mismatch":
        return f"Write it in the form {detail.get('ctx', {}).get('pattern', '')}"
    return _ADVICE.get(detail["type"], "See AUTHORING.md for this field")


def schema_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401 a model or a list of models
    """Return the JSON Schema of a kind of file."""
    return dict(TypeAdapter(kind).json_schema(by_alias=True))
