from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.press.laid import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


BODY = """## Springs {#springs}

A brook is *small*, and H~2~O: see @table:lengths.

```{table}
id: lengths
title: Lengths
columns: [River, km]
rows: [[Rhine, 1233]]
```

```{question}
text: Why?
lines: 3
```
"""
MM = 72 / 25.4


def test_pages_are_read_back_with_their_elements(unit: Callable[..., Path]) -> None:
    bare = {"course.yaml": "title: Rivers\nnotes-page: false\n"}
    pages = read(pdf.make(ready(unit(BODY, bare)), None, "a4").data)
    page = pages.pages[pages.anchors["springs"].page - 1]
    roles = {" ".join(line.words.split()): line.role for line in page.lines}
    assert roles["1.1 Springs"] == "H2"
    # What is raised, lowered or slanted is of its line.
    (first,) = [line for line in page.lines if line.words.startswith("A brook")]
    assert first.words.strip() == "A brook is small, and H2O: see Table 1.1."
    assert (first.role, first.open) == ("P", False)
    assert roles["Rhine"] == "TH"
    # The running head and the folio are nothing that is said.
    assert {line.words for line in page.lines if not line.role} >= {str(page.number)}
    assert len(page.rows) == 3
    assert all(row.right - row.left == pytest.approx(120 * MM, abs=1) for row in page.rows)


def test_anchors_and_links_have_their_places(unit: Callable[..., Path]) -> None:
    pages = read(pdf.make(ready(unit(BODY)), None, "a4").data)
    springs, table = pages.anchors["springs"], pages.anchors["lengths"]
    assert springs.page == table.page
    assert springs.height > table.height > 0
    ((start, _),) = [(at, name) for at, name in pages.links if name == "lengths" and at.page == table.page]
    assert springs.height > start.height > table.height


def test_a_sign_of_two_halves_in_a_text_from_the_right_is_read_too(unit: Callable[..., Path]) -> None:
    own = ready(unit("## شمس {#fire}\n\nشمس 🔥\n", {"course.yaml": "title: شمس\nlanguage: ar\n"}))
    pages = read(pdf.make(own, None, "a4").data)
    page = pages.pages[pages.anchors["fire"].page - 1]
    assert [line.words for line in page.lines if "\ufffd" in line.words or "🔥" in line.words]


def test_what_goes_on_over_a_page_is_open_on_both(unit: Callable[..., Path]) -> None:
    body = "## Springs {#springs}\n\n" + "Water runs downhill. " * 400
    pages = read(pdf.make(ready(unit(body)), None, "a4").data)
    start = pages.anchors["springs"].page
    first, second = pages.pages[start - 1], pages.pages[start]
    assert (first.said[-1].open, second.said[0].open) == (True, True)
    assert not first.said[0].open
