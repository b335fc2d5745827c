"""HTML with a style of its own: what is marked as a piece is laid out once, wherever it stands."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coursepack.problem import Problem, Severity, Span
from coursepack.render.handout.bench import Bench, Laid, Wanted
from coursepack.render.handout.printing import print_html
from coursepack.render.look.fontfile import font_url
from coursepack.render.look.templates import environment
from coursepack.run import store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FACE = "coursepack:fonts/Carlito-Regular.ttf"
CSS = f"@font-face{{font-family:T;src:url({font_url(FACE)})}} p{{font:12pt T}} @page{{size:200pt 100pt;margin:10pt}}"


def printed(bodies: Sequence[str], css: str = CSS) -> tuple[list[str], list[Problem]]:
    """Print pieces; return the words of each page."""
    body = "".join(f"<!-- piece --><p>{one}</p>" for one in bodies)
    html = f'<html lang="en"><head><title>T</title></head><body>{body}</body></html>'
    data, pages, said = print_html(html, css, {}, [FACE], Span("a.md"), environment())
    found = [page.extract_text().strip() for page in PdfReader(BytesIO(data)).pages]
    assert len(found) == pages
    return found, said


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is laid out."""
    found, original = list[str](), Bench.laid

    def noted(self: Bench, wanted: Wanted, first: int) -> Laid:
        found.append(wanted.html.partition("<p>")[2].partition("</p>")[0])
        return original(self, wanted, first)

    monkeypatch.setattr(Bench, "laid", noted)
    return found


def test_only_what_changed_is_laid_out_again(tmp_path: Path, laid: list[str]) -> None:
    with store.within(tmp_path):
        assert printed(["One", "Two", "Three"]) == (["One", "Two", "Three"], [])
        assert laid == ["One", "Two", "Three"]
        assert printed(["Two", "A half", "Three", "Two"]) == (["Two", "A half", "Three", "Two"], [])
        assert laid[3:] == ["A half"]


def test_where_one_leads_to_another_there_is_a_link() -> None:
    data, _, _ = print_html(
        '<html lang="en"><head><title>T</title></head><body><!-- piece --><p><a href="#there">Go</a></p>'
        '<!-- piece --><p id="there">There</p></body></html>',
        CSS,
        {},
        [FACE],
        Span("a.md"),
        environment(),
    )
    read = PdfReader(BytesIO(data))
    (link,) = (one.get_object() for one in read.pages[0]["/Annots"])  # type: ignore[attr-defined]
    assert read.get_destination_page_number(read.named_destinations[link["/Dest"]]) == 1


def test_what_is_said_of_pieces_is_said_once() -> None:
    _, said = printed(["One", "Two"], f"{CSS} p{{color:nothing}}")
    assert [(one.code, one.severity, "nothing" in one.message) for one in said] == [("layout", Severity.WARNING, True)]


def test_a_sign_that_no_face_has_is_said_and_nothing_is_printed() -> None:
    html = '<html lang="en"><head><title>T</title></head><body><p>One ꙮ</p></body></html>'
    data, _, said = print_html(html, CSS, {}, [FACE], Span("a.md"), environment())
    assert data == b""
    assert [(one.code, one.severity, one.message[:3]) for one in said] == [("no-glyph", Severity.ERROR, "`ꙮ`")]
