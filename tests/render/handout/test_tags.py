"""What WeasyPrint's tags leave open, and the writing that authors may use: each must pass PDF/UA-1."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from page import validate_pdf_bytes

from coursepack.build import ready
from coursepack.outputs import pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready

WRITING = {
    "lists": "- one\n- two\n\n  1. three\n  2. four\n",
    "items of two paragraphs": "1. one\n\n   more\n\n2. two\n",
    "a quotation": "> one\n>\n> two\n",
    "code": "```\nx = 1\n```\n\nand `y`\n",
    "a rule": "one\n\n---\n\ntwo\n",
    "links": "[a **b** `c` *d*](https://example.org/a) and <https://example.org/b>\n",
    "a hard break": "one\\\ntwo\n",
    "sub-headings": "### a\n\nx\n\n#### b\n\ny\n\n### c\n\nz\n",
    "a table with an empty corner": '```{table}\nid: t\ntitle: T\ncolumns: ["", b]\nrows:\n  - [c, ""]\n```\n',
    "a table with an empty row head": '```{table}\nid: t\ntitle: T\ncolumns: [a, b]\nrows:\n  - ["", d]\n```\n',
    "every callout": "".join(
        f"```{{callout}}\nkind: {kind}\ntitle: T\nbody: x\n```\n\n" for kind in ("key-idea", "case", "caution", "task")
    ),
    "a question without lines": "```{question}\ntext: x\nlines: 0\n```\n",
}


@pytest.mark.parametrize("what", WRITING)
def test_what_authors_may_write_is_pdf_ua_1(unit: Callable[..., Path], what: str) -> None:
    made = ready(unit(f"## One\n\nText.\n\n{WRITING[what]}"))
    report = validate_pdf_bytes(pdf.make(made, None, "a4").data, profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]


@pytest.fixture(scope="module")
def file(golden_course: Ready) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf.make(golden_course, golden_course.unit("1"), "a4").data))


def tagged(file: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    return [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == kind]


def test_header_cells_say_what_they_head(file: pikepdf.Pdf) -> None:
    assert [str(cell.A.Scope) for cell in tagged(file, "/TH")] == ["/Column"] * 3 + ["/Row"] * 2


def test_links_say_in_words_where_they_lead_and_are_printed(file: pikepdf.Pdf) -> None:
    links = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Link"]
    said = {str(link.Contents) for link in links}
    assert {"Figure 1.2", "Table 1.1", "Murray 1999"} <= said
    assert all(int(link.F) & 4 for link in links)


def test_running_heads_are_no_part_of_the_text(file: pikepdf.Pdf) -> None:
    for page in list(file.pages)[1:]:
        marks = [
            (str(operands[0]), operands[1])
            for operands, name in pikepdf.parse_content_stream(page)
            if str(name) == "BDC"
        ]
        artifacts = [what for kind, what in marks if kind == "/Artifact"]
        assert len(artifacts) >= 2  # the head or folio, and the foot
        assert {str(what.Type) for what in artifacts} == {"/Pagination"}
