"""Words in what goes on from the line before: they are broken only where a whole line is too short for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint import CSS, HTML
from weasyprint.layout import inline
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout.linestart import true_starts
from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = font_path("coursepack:fonts/Carlito-Regular.ttf")


def lines(html: str, width: int) -> list[str]:
    fonts = FontConfiguration()
    css = f"@font-face{{font-family:T;src:url({FACE.as_uri()})}} @page{{size:600px;margin:0}} body{{margin:0}}"
    css = f"{css} p{{margin:0;font:20px T;width:{width}px;overflow-wrap:break-word}}"
    document = HTML(string=f"<p>{html}</p>").render(stylesheets=[CSS(string=css, font_config=fonts)], font_config=fonts)
    return [words.strip() for words in _lines(document.pages[0]._page_box)]  # noqa: SLF001 the boxes have no public name


def _lines(box: object) -> Iterator[str]:
    if type(box).__name__ == "LineBox":
        yield "".join(_texts(box))
    for child in getattr(box, "children", ()) or ():
        yield from _lines(child)


def _texts(box: object) -> Iterator[str]:
    yield getattr(box, "text", None) or ""
    for child in getattr(box, "children", ()) or ():
        yield from _texts(child)


# A link that begins before the line whose last words are stressed.
WHOLE = {"Rivers", "run", "from", "the", "hills", "to", "sea", "and", "carry", "water", "everywhere", "there"}
LINKED = "Rivers <a>run from the hills to the sea and <i>carry</i> water <i>everywhere</i> there</a>"


@pytest.mark.parametrize("width", range(100, 300, 7))
def test_a_word_is_whole_where_a_line_has_room_for_it(width: int) -> None:
    with true_starts():
        assert set(" ".join(lines(LINKED, width)).split()) == WHOLE


def test_it_is_needed() -> None:
    """When WeasyPrint keeps these words whole by itself, `linestart.py` can go."""
    assert any(set(" ".join(lines(LINKED, width)).split()) != WHOLE for width in range(100, 300))


def test_a_word_too_long_for_a_line_is_broken_all_the_same() -> None:
    with true_starts():
        found = lines(f"Go <a>to <i>{'w' * 40}</i> now</a>", 200)
    assert "".join(found).count("w" * 10) >= 3
    assert max(map(len, found)) < 20


def test_weasyprint_is_as_it_was_afterwards() -> None:
    before = inline.split_inline_box, inline.split_text_box
    with pytest.raises(ZeroDivisionError), true_starts():
        raise ZeroDivisionError
    assert (inline.split_inline_box, inline.split_text_box) == before
