from __future__ import annotations

import json

from coursepack.blocks import KINDS
from coursepack.validate.schemas import schemas


def test_there_is_a_schema_for_every_file_and_every_block() -> None:
    assert schemas().keys() == {
        "course",
        "glossary",
        "index",
        "references",
        "unit",
        "page",
        *(f"block-{kind}" for kind in KINDS),
    }


def test_schemas_are_plain_json() -> None:
    for name, schema in schemas().items():
        assert json.loads(json.dumps(schema)) == schema, name


def test_a_schema_names_fields_as_authors_write_them() -> None:
    fields = schemas()["block-callout"]["properties"]
    assert {"kind", "for", "on", "sides", "slide"} <= fields.keys()
    assert not {"type_", "audience"} & fields.keys()


def test_a_schema_says_what_is_needed_and_refuses_the_rest() -> None:
    source = schemas()["block-source"]
    assert set(source["required"]) == {"id", "title", "text"}
    assert source["additionalProperties"] is False


def test_a_schema_says_what_a_field_is_for() -> None:
    assert "picture" in schemas()["block-figure"]["properties"]["src"]["description"]
