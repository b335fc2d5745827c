"""What is laid out and let go leaves nothing behind in the libraries: a preview lays pages out all day."""

from __future__ import annotations

import ctypes
import gc
from typing import TYPE_CHECKING

import pytest
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout

from coursepack.problem import Span
from coursepack.render.handout.freeing import freed
from coursepack.render.handout.printing import print_html
from coursepack.render.look.templates import environment
from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "coursepack:fonts/Carlito-Regular.ttf"
FACE = font_path(NAME)
# Figures of the face's own kind, with more between letters and words, and words that break anywhere.
STYLE = "font-variant-numeric:oldstyle-nums;letter-spacing:.1px;word-spacing:1px;overflow-wrap:anywhere"
LINES = 40
HTML_LINES = "".join(f"<p>Line {number} of <b>many</b>.</p>" for number in range(LINES))
# Bytes that a line may leave, where the engine alone leaves some 1,000.
LITTLE = 100


class Heap(ctypes.Structure):
    """What glibc's `mallinfo2` says."""

    _fields_ = [
        *((name, ctypes.c_size_t) for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks")),
        *((name, ctypes.c_size_t) for name in ("uordblks", "fordblks", "keepcost")),
    ]


@pytest.fixture
def left() -> Callable[[Callable[[], object]], float]:
    """Return what tells how many bytes of C's memory a call leaves in use, once it was warm."""
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallinfo2"):
        pytest.skip("only glibc says what is in use")
    library.mallinfo2.restype = Heap

    def used() -> int:
        gc.collect()
        heap = library.mallinfo2()
        return int(heap.uordblks + heap.hblkhd)

    def measured(call: Callable[[], object], times: int = 6) -> float:
        for _ in range(3):
            call()
        before = used()
        for _ in range(times):
            call()
        return (used() - before) / times

    return measured


@pytest.fixture
def lines() -> Callable[[], object]:
    fonts = FontConfiguration()
    css = f"@font-face{{font-family:T;src:url({FACE.as_uri()})}} p{{font-family:T;{STYLE}}}"
    style = CSS(string=css, font_config=fonts)
    return lambda: HTML(string=HTML_LINES).render(stylesheets=[style], font_config=fonts).write_pdf()


def test_lines_with_features_leave_nothing(
    left: Callable[[Callable[[], object]], float], lines: Callable[[], object]
) -> None:
    with freed():
        assert left(lines) < LITTLE * LINES


@pytest.mark.thorough  # what another version of the engine may do
def test_the_engine_alone_still_leaves_their_lists(
    left: Callable[[Callable[[], object]], float], lines: Callable[[], object]
) -> None:
    """When this fails, WeasyPrint frees them: `freeing.py` would free them twice, and must go."""
    assert left(lines) > 3 * LITTLE * LINES


def test_pages_are_the_same_whether_their_lists_are_freed_or_not(lines: Callable[[], object]) -> None:
    alone = lines()
    with freed(), freed():
        assert lines() == alone


def test_the_engine_is_as_it_was_afterwards() -> None:
    own = Layout.setup
    with freed():
        assert Layout.setup is not own
    assert Layout.setup is own


def test_a_file_leaves_nothing_where_its_style_was_read_before(left: Callable[[Callable[[], object]], float]) -> None:
    """Nor does what joins the pages: each list of a machine's faces that is asked for costs 200 KB, for ever."""
    css = f"@font-face{{font-family:T;src:url({FACE.as_uri()})}} @page{{size:200px}} p{{font-family:T;{STYLE}}}"
    html, at, templates = "<html><body><p>Words.</p></body></html>", Span("deck.html"), environment([])
    assert left(lambda: print_html(html, css, {}, [NAME], at, templates)) < 20_000
