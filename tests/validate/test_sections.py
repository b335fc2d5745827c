"""Headings of the same words in several units, none of which has an id of its author's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.blocks.text import TextBlock
from coursepack.build import read, ready
from coursepack.render.look.measure import measure
from coursepack.render.words.handoutwords import HandoutWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_heading_may_stand_in_every_unit(unit: Callable[..., Path]) -> None:
    again = "# Again\n\n## Exercises\n\nx\n\n## Exercises\n\nx\n\n## Index\n\nSee @section:exercises.\n"
    files = {"course.yaml": "title: R\nunits: [units/01-water.md, units/02.md]\n", "units/02.md": again}
    pack = ready(unit("## Exercises\n\nx\n", files)).pack
    ids = [[section.id for section in part.sections if section.title] for part in pack.units]
    assert ids == [["exercises"], ["02-exercises", "02-exercises-2", "02-index"]]


def test_a_section_may_have_the_id_of_a_block_or_a_unit(unit: Callable[..., Path]) -> None:
    code = "```{code}\nid: same\ntitle: Listed\nlanguage: text\ncode: x\n```"
    body = f"## Same {{#same}}\n\n{code}\n\n## Water {{#water}}\n\n"
    body += "@section:same, @code:same, @section:water, @unit:water.\n"
    made = ready(unit(body))
    pack, theme = made.pack, made.design.theme
    assert [section.id for section in pack.units[0].sections] == ["section:same", "section:water"]
    words = HandoutWords(pack, measure(theme, theme.papers["a4"]))
    # The slide that is made of it says it once more.
    texts = [item.block for item in pack.units[0].sections[1].items if isinstance(item.block, TextBlock)]
    said = "".join(words.prose(text) for block in texts for text in block.texts())
    assert re.findall(r'href="#([\w:]+)">([^<]+)<', said.replace("\N{NO-BREAK SPACE}", " ")) == [
        ("section:same", "Section 1.1"),
        ("same", "Listing 1.1"),
        ("section:water", "Section 1.2"),
        ("water", "Unit 1"),
    ]


def test_a_file_may_be_named_as_another_or_as_a_page_of_the_pack(unit: Callable[..., Path]) -> None:
    files = {f"{place}.md": "# One\n\n## Two\n\nSee @unit:index.\n" for place in ("a/index", "b/notes", "c/notes")}
    made = ready(unit("", {"course.yaml": "title: R\nunits: [a/index.md, b/notes.md, c/notes.md]\n", **files}))
    assert [part.front.id for part in made.pack.units] == ["unit:index", "notes", "notes-2"]
    twice = {name: text.replace("# One", "# One {#one}") for name, text in files.items()}
    found = read(unit("", {"course.yaml": "title: R\nunits: [b/notes.md, c/notes.md]\n", **twice})).problems
    assert "duplicate-id" in [problem.code for problem in found]
