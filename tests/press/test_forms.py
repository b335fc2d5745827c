"""Pages of any PDF as forms: turned as they are seen, trimmed, with what is printed of their fields."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pypdf import PdfReader, Transformation

from coursepack.press.forms import Form, drawn


def form(turn: int = 0, bleed: float = 0, flags: int | None = None, lacking: str = "", **boxes: list[int]) -> Form:
    """Return a page of 200 by 100 with a trim of 10 on each side, and a field that is printed if its flags say so."""
    file = pikepdf.new()
    file.add_blank_page(page_size=(200, 100))
    page = file.pages[0]
    page.Rotate = turn
    for name, box in (boxes or {"TrimBox": [10, 10, 190, 90]}).items():
        page[Name(f"/{name}")] = Array(box)
    page.Contents = file.make_stream(b"0 0 200 100 re f")
    if flags is not None:
        look = file.make_stream(b"0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10])
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=[20, 30, 40, 50], F=flags, AP=Dictionary(N=look))
        for part in (look, field):
            if f"/{lacking}" in part:
                del part[f"/{lacking}"]
        page.Annots = Array([file.make_indirect(field), None])
    made = BytesIO()
    file.save(made)
    return drawn(PdfReader(made).pages[0], bleed)


@pytest.mark.parametrize(
    ("turn", "size", "corner"),
    [(0, (180, 80), (0, 0)), (90, (80, 180), (0, 180)), (180, (180, 80), (180, 80)), (270, (80, 180), (80, 0))],
)
def test_a_page_is_turned_as_it_is_seen(turn: int, size: tuple[float, float], corner: tuple[float, float]) -> None:
    """Turned by a quarter to the right, its lower left corner is the upper left one."""
    found = form(turn)
    assert found.size == size
    assert tuple(Transformation(found.turned).apply_on((10, 10))) == corner


@pytest.mark.parametrize(("bleed", "box"), [(0, [10, 10, 190, 90]), (5, [5, 5, 195, 95]), (50, [0, 0, 200, 100])])
def test_what_is_outside_is_kept_as_far_as_there_is_anything(bleed: float, box: list[float]) -> None:
    (_, stream), *_ = form(bleed=bleed).parts
    assert [float(edge) for edge in stream["/BBox"]] == box  # type: ignore[attr-defined]


@pytest.mark.parametrize(("flags", "shown"), [(4, True), (0, False), (6, False)])
def test_a_field_is_there_if_it_is_printed_and_not_hidden(flags: int, shown: bool) -> None:  # noqa: FBT001 a row
    parts = form(flags=flags).parts
    assert len(parts) == 1 + shown
    if shown:
        assert parts[1][0] == (2, 0, 0, 2, 20, 30)


@pytest.mark.parametrize(
    ("boxes", "size"),
    [
        ({"MediaBox": [0, 0, 100, 60], "CropBox": [0, 0, 200, 100]}, (100, 60)),
        ({"CropBox": [50, 20, 150, 80], "TrimBox": [10, 10, 190, 90]}, (100, 60)),
        ({"CropBox": [300, 300, 400, 400]}, (200, 100)),
        ({"MediaBox": [200, 100, 0, 0]}, (200, 100)),
    ],
)
def test_of_a_box_is_shown_what_lies_in_the_one_around_it(boxes: dict[str, list[int]], size: tuple[int, int]) -> None:
    """A crop larger than its paper left half of a cell empty, and one inside the trim was not heeded."""
    assert form(**boxes).size == size


@pytest.mark.parametrize("lacking", ["Rect", "BBox", "AP", "N"])
def test_a_field_that_no_reader_can_draw_is_not_drawn(lacking: str) -> None:
    assert len(form(flags=4, lacking=lacking).parts) == 1 + (lacking == "N")
