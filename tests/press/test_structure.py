"""The structure of a variant, written for a copy: everything of a copy has numbers and keys of its own."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader

from coursepack.press.base import prepare
from coursepack.press.structure import Structure, read, spoken
from coursepack.stamp import Foot, Stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

# A copy whose objects begin at 100, whose keys begin at 10, in a document that is 7.
FIRST, KEY, DOCUMENT = 100, 10, 7
STAMP = Stamp((), (), "Ada, Variant A", "Ada (A)")


@pytest.fixture(scope="module")
def structure(variant: bytes) -> Structure:
    """Of two pages with a paragraph each, and the line of a name."""
    foot = Foot((10, 20), (30, 10), 24)
    base = prepare(variant, (foot, foot))
    return read(PdfReader(BytesIO(base.data)), base)


@pytest.fixture(scope="module")
def elements(structure: Structure) -> Mapping[int, bytes]:
    return structure.elements(FIRST, KEY, DOCUMENT, STAMP)


def refers(data: bytes) -> list[int]:
    return [int(number) for number in re.findall(rb"(\d+) 0 R", data)]


def test_pages_come_first_then_the_line_the_document_and_all_others(structure: Structure) -> None:
    assert (structure.line, structure.part, sorted(structure.pieces)) == (2, 3, [4, 5])
    assert structure.places == 6


def test_a_copy_takes_as_many_keys_as_its_pages_and_links_have(structure: Structure) -> None:
    assert (structure.keys, structure.span) == ({0: 0, 1: 1}, 2)


def test_what_the_document_was_is_a_part_with_the_copy_s_name(elements: Mapping[int, bytes]) -> None:
    part = elements[FIRST + 3]
    assert b"/S/Part" in part
    assert refers(part) == [DOCUMENT, FIRST + 2, FIRST + 4, FIRST + 5]
    title = pikepdf.Object.parse(re.search(rb"/T(<[0-9a-f]+>)", part)[1])  # type: ignore[index]
    assert str(title) == "Ada (A)"


def test_the_line_is_heard_first_on_the_first_page(elements: Mapping[int, bytes], structure: Structure) -> None:
    line = elements[FIRST + 2]
    assert line == spoken(FIRST + 3, FIRST, structure.mark, "Ada, Variant A")
    assert refers(line) == [FIRST + 3, FIRST]


def test_a_paragraph_belongs_to_its_copy_and_its_page(elements: Mapping[int, bytes]) -> None:
    assert [sorted(refers(elements[FIRST + place])) for place in (4, 5)] == [[FIRST, FIRST + 3], [FIRST + 1, FIRST + 3]]


def test_a_page_has_a_key_of_its_own(structure: Structure) -> None:
    assert structure.page(1, FIRST, KEY) == b"/Tabs/S/StructParents 11"


def test_the_parent_tree_of_a_copy_leads_from_its_keys_to_its_elements(structure: Structure) -> None:
    leaf = structure.leaf(FIRST, KEY)
    assert leaf.startswith(b"<</Limits[10 11]/Nums[10 ")
    assert sorted(refers(leaf)) == [FIRST + 2, FIRST + 4, FIRST + 5]
