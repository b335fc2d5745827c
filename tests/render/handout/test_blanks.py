"""A blank between two elements is in the file: it is heard, searched and copied, not only seen."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
from weasyprint.draw import text

from coursepack.build import ready
from coursepack.outputs import easy, pdf
from coursepack.render.handout import blanks
from listening import Listening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BODY = """## S

In **Kosovo** *KFOR* stood on 3\u00a0May, and **one** [two](https://example.org) `three` *four*.

| Head  | Other |
|-------|-------|
| **a** *b* | c |

: T
"""


def shown(data: bytes) -> Iterator[list[str]]:
    """Yield what is drawn inside each mark of the structure, as operators."""
    file = pikepdf.open(BytesIO(data))
    # A blank at the end of a line of the cover has no width.
    for page in file.pages[1:]:
        open_marks: list[list[str] | None] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in {"BDC", "BMC"}:
                known = isinstance(operands[-1], pikepdf.Dictionary) and "/MCID" in operands[-1]
                open_marks.append([] if known else None)
            elif str(operator) == "EMC":
                mark = open_marks.pop()
                if mark is not None:
                    yield mark
            else:
                for mark in open_marks:
                    if mark is not None:
                        mark.append(str(operator))


def test_every_mark_shows_something_a_blank_too(unit: Callable[..., Path]) -> None:
    data = pdf.make(ready(unit(BODY)), None, "a4").data
    empty = [mark for mark in shown(data) if not {"Tj", "TJ", "Do"} & {*mark}]
    assert not empty
    heard = Listening(data).heard()
    assert "In Kosovo KFOR stood on 3 May, and one two three four." in heard


def test_all_blanks_are_the_one_that_is_typed(unit: Callable[..., Path]) -> None:
    data = pdf.make(ready(unit(BODY)), None, "a4").data
    words = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    assert "3 May" in words
    assert not {"\u00a0", "\u2002"} & {*words}


def test_letters_that_stand_apart_are_words_where_a_face_has_a_narrow_blank_too(unit: Callable[..., Path]) -> None:
    body = "## A promise with a trigger\n\n**Some 31\u2009031 soldiers** stood, **and many others stood** elsewhere.\n"
    pages = pypdfium2.PdfDocument(easy.make(ready(unit(body), paper="a4-easy-full"), None, "a4").data)
    words = " ".join("".join(page.get_textpage().get_text_bounded() for page in pages).split())
    assert "A promise with a trigger" in words
    assert "and many others stood" in words


def test_the_engines_own_way_is_put_back() -> None:
    before = text.draw_first_line
    with blanks.drawn():
        assert text.draw_first_line is not before
    assert text.draw_first_line is before
