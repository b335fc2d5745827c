"""Imposed files, read back with tools that are not ours: PDFium says what stands where, pikepdf what the file says."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from coursepack.press.impose import impose
from coursepack.press.orders import Grid, Sheet
from coursepack.press.scheme import Wish
from coursepack.problem import ContentError, Span
from folding import cut, folded, signatures

if TYPE_CHECKING:
    from collections.abc import Iterator

MM = 72 / 25.4
A5 = (148 * MM, 210 * MM)
AT = Span("any.pdf")
# Every size up to five sheets of four pages, then some around what is folded together, and the largest.
# Each rest of a sheet's four pages, a signature that is just full and one page more, and several.
FEW = {1, 2, 3, 4, 5, 17, 79, 80, 81, 161}
SIZES = [
    size if size in FEW else pytest.param(size, marks=pytest.mark.thorough)
    for size in (*range(1, 21), 79, 80, 81, 99, 160, 161, 200)
]


def numbered(pages: int, size: tuple[float, float] = A5, **more: object) -> bytes:
    """Write a PDF whose pages have their numbers in the lower left corner."""
    file = pikepdf.new()
    font = file.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number in range(1, pages + 1):
        page = file.add_blank_page(page_size=size)
        page.Resources = Dictionary(Font=Dictionary(F=font))
        page.Contents = file.make_stream(b"BT /F 20 Tf 20 20 Td (%d) Tj ET" % number)
        for name, value in more.items():
            page[Name(f"/{name}")] = value
    return saved(file)


def saved(file: pikepdf.Pdf) -> bytes:
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def imposed(pages: int, wish: Wish, size: tuple[float, float] = A5, **more: object) -> bytes:
    return impose(numbered(pages, size, **more), wish, AT).data


def sides(data: bytes, grid: Grid) -> Iterator[tuple[int, ...]]:
    """Yield the numbers (from 0) in the cells of every side; an empty cell has a number that no page has."""
    for page in pypdfium2.PdfDocument(data):
        text, (width, height) = page.get_textpage(), page.get_size()
        across, down = width / grid.columns, height / grid.rows
        yield tuple(
            int(text.get_text_bounded(column * across, height - (row + 1) * down, (column + 1) * across,
                                      height - row * down) or 1_000) - 1
            for row in range(grid.rows) for column in range(grid.columns)
        )  # fmt: skip


def sheets(data: bytes, grid: Grid, within: list[int] | None = None) -> list[Sheet]:
    read = list(sides(data, grid))
    depths = within or [0] * (len(read) // 2)
    return [Sheet(*pair, depth) for *pair, depth in zip(read[::2], read[1::2], depths, strict=True)]


def boxes(page: pypdfium2.PdfPage) -> dict[str, tuple[float, ...]]:
    """Return where each figure on a page stands."""
    text = page.get_textpage()
    return {text.get_text_range(place, 1): text.get_charbox(place) for place in range(text.count_chars())}


def inked(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """Return where a page is dark, in pt from its lower left corner."""
    picture = page.render(scale=2, grayscale=True).to_pil()
    dark = [place for place, grey in enumerate(picture.tobytes()) if grey < 128]
    return [(place % picture.width / 2, page.get_size()[1] - place // picture.width / 2) for place in dark]


def first(data: bytes, place: int = 0) -> pypdfium2.PdfPage:
    return pypdfium2.PdfDocument(data)[place]


@pytest.mark.parametrize("pages", SIZES)
def test_a_folded_booklet_is_read_in_order(pages: int) -> None:
    data = imposed(pages, Wish(signature=20))
    count = -(-pages // 4)
    groups = -(-count // 20)
    depths = [depth for group in range(groups) for depth in range(count // groups + (group < count % groups))]
    made = signatures(sheets(data, Grid(2, 1), depths))
    assert [page for signature in made for page in folded(signature) if page < pages] == list(range(pages))


@pytest.mark.parametrize("pages", SIZES)
def test_a_cut_pile_is_read_in_order(pages: int) -> None:
    grid = Grid(2, 2)
    data = imposed(pages, Wish("stack", up=4))
    assert [page for page in cut(sheets(data, grid), grid) if page < pages] == list(range(pages))


@pytest.mark.parametrize(("up", "grid"), [(1, Grid(1, 1)), (2, Grid(2, 1)), (4, Grid(2, 2)), (6, Grid(3, 2))])
def test_several_a_side_stand_along_the_rows(up: int, grid: Grid) -> None:
    read = [page for side in sides(imposed(13, Wish("n-up", up=up)), grid) for page in side if page < 13]
    assert read == list(range(13))


def test_two_of_a_paper_are_as_large_as_they_are_on_a_sheet_of_twice_its_size() -> None:
    made = impose(numbered(8), Wish(sheet=(210, 297)), AT)
    assert made.size == (
        "8 pages on 2 sheets in 1 signature; print on both sides, flipped on the short edge, at actual size"
    )
    page = first(made.data)
    assert page.get_size() == pytest.approx((297 * MM, 210 * MM), abs=0.1)
    found = boxes(page)
    left, right = (297 * MM - 2 * A5[0]) / 2, 297 * MM / 2
    before = [boxes(first(numbered(8), place)) for place in (0, 7)]
    assert found["1"] == pytest.approx([before[0]["1"][0] + right, *before[0]["1"][1:2], before[0]["1"][2] + right,
                                        before[0]["1"][3]], abs=0.1)  # fmt: skip
    assert found["8"][0] == pytest.approx(before[1]["8"][0] + left, abs=0.1)


def test_what_a_sheet_does_not_hold_is_scaled_and_said() -> None:
    made = impose(numbered(4), Wish("n-up", up=4), AT)
    assert "4 pages on 1 sheet at 50%;" in made.size
    assert first(made.data).get_size() == pytest.approx(A5, abs=0.1)


def test_inner_sheets_stand_nearer_to_the_fold() -> None:
    apart = []
    for creep in (0, 0.5):
        data = imposed(8, Wish(creep=creep))
        outer, inner = boxes(first(data)), boxes(first(data, 2))
        apart.append((outer["1"][0], inner["3"][0], inner["6"][0]))
    assert apart[1][0] == pytest.approx(apart[0][0], abs=0.01)
    assert apart[0][1] - apart[1][1] == pytest.approx(0.5 * MM, abs=0.01)
    assert apart[1][2] - apart[0][2] == pytest.approx(0.5 * MM, abs=0.01)


@pytest.mark.parametrize(("flip", "usual"), [("", True), ("short", True), ("long", False)])
def test_a_back_is_turned_where_the_printer_flips_on_the_other_edge(flip: str, *, usual: bool) -> None:
    data = imposed(4, Wish(flip=flip))
    two = boxes(first(data, 1))["2"]
    across, up = (two[0] + two[2]) / 2, (two[1] + two[3]) / 2
    assert (across < A5[0], up < A5[1] / 2) == (usual, usual)
    with pikepdf.open(BytesIO(data)) as file:
        assert file.Root.ViewerPreferences.PrintScaling == "/None"
        assert file.Root.ViewerPreferences.Duplex == ("/DuplexFlipShortEdge" if usual else "/DuplexFlipLongEdge")


def test_what_is_read_from_right_to_left_is_bound_at_the_right() -> None:
    with pikepdf.open(BytesIO(numbered(4))) as file:
        file.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
        data = impose(saved(file), Wish(), AT).data
    assert list(sides(data, Grid(2, 1))) == [(0, 3), (2, 1)]


@pytest.mark.parametrize(("turned", "corner"), [(0, (20, 20)), (90, (20, 275)), (180, (275, 375)), (270, (375, 20))])
def test_a_page_that_is_turned_is_turned(turned: int, corner: tuple[float, float]) -> None:
    """A number in the lower left corner is turned with the hands of a clock."""
    size = (300, 400)
    data = imposed(1, Wish("n-up", up=1), size, Rotate=turned)
    page = first(data)
    assert page.get_size() == (size if turned % 180 == 0 else size[::-1])
    box = boxes(page)["1"]
    near = [
        min(abs(edge - wanted) for edge in edges) for edges, wanted in zip((box[::2], box[1::2]), corner, strict=True)
    ]
    assert max(near) < 8


def test_only_what_lies_inside_the_trim_and_the_bleed_is_printed() -> None:
    size, trim = (300, 400), Array([50, 50, 250, 350])
    assert inked(first(imposed(1, Wish("n-up", up=1), size, TrimBox=trim))) == []
    bled = imposed(1, Wish("n-up", up=1, bleed=12), size, TrimBox=trim)
    assert inked(first(bled))
    with pikepdf.open(BytesIO(bled)) as file:
        around = 12 * MM
        assert [float(edge) for edge in file.pages[0].TrimBox] == pytest.approx(
            [around, around, around + 200, around + 300], abs=0.01
        )


def test_marks_stand_outside_of_the_pages() -> None:
    data = imposed(4, Wish(marks=True))
    page = first(data)
    with pikepdf.open(BytesIO(data)) as file:
        left, bottom, right, top = (float(edge) for edge in file.pages[0].TrimBox)
    outside = [(x, y) for x, y in inked(page) if not (left < x < right and bottom < y < top)]
    assert outside
    upright = sorted({round(x) for x, y in outside if y > top})
    # At both cuts and at the fold.
    assert [any(abs(x - wanted) <= 1 for x in upright) for wanted in (left, (left + right) / 2, right)] == [True] * 3
    assert all(x < left - 8 or x > right + 8 or y < bottom - 8 or y > top + 8 for x, y in outside)


def test_what_a_field_has_is_printed() -> None:
    with pikepdf.open(BytesIO(numbered(1))) as file:
        font = file.pages[0].Resources.Font.F
        look = file.make_stream(
            b"BT /F 10 Tf 0 0 Td (9) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 20, 20],
            Resources=Dictionary(Font=Dictionary(F=font)),
        )  # fmt: skip
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, F=4, Rect=[100, 200, 120, 220], AP=Dictionary(N=look))
        hidden = Dictionary(Type=Name.Annot, Subtype=Name.Widget, F=6, Rect=[0, 0, 9, 9], AP=Dictionary(N=look))
        file.pages[0].Annots = Array([file.make_indirect(field), file.make_indirect(hidden)])
        file.Root.AcroForm = Dictionary(Fields=file.pages[0].Annots)
        data = impose(saved(file), Wish("n-up", up=1), AT).data
    found = [char for char in boxes(first(data)).items() if char[0] == "9"]
    assert [(round(box[0]), round(box[1])) for _, box in found] == [(100, 200)]
    assert first(data).get_textpage().get_text_range().count("9") == 1


def test_what_pages_share_is_there_once() -> None:
    with pikepdf.open(BytesIO(imposed(22, Wish("n-up")))) as file:
        forms = [form for page in file.pages for form in page.Resources.XObject.values()]
        assert len(forms) == 22
        fonts = {form.Resources.Font.F.objgen for form in forms}
    assert len(fonts) == 1


def test_the_same_pages_make_the_same_bytes() -> None:
    assert imposed(9, Wish()) == imposed(9, Wish())


def test_no_stream_ends_with_half_the_end_of_a_line() -> None:
    file = pikepdf.open(BytesIO(numbered(1)))
    whole = b"% Nothing.\r"
    file.pages[0].Resources.Properties = Dictionary(Any=file.make_indirect(file.make_stream(whole)))
    data = BytesIO()
    file.save(data, compress_streams=False)
    assert whole in data.getvalue()
    made = impose(data.getvalue(), Wish(), AT).data
    assert whole + b"\n\nendstream" in made


def test_title_and_language_stay() -> None:
    with pikepdf.open(BytesIO(numbered(1))) as file:
        file.Root.Lang = "fr"
        file.docinfo["/Title"] = "Le pain"
        data = impose(saved(file), Wish(), AT).data
    with pikepdf.open(BytesIO(data)) as made:
        assert (str(made.Root.Lang), str(made.docinfo["/Title"])) == ("fr", "Le pain")


@pytest.mark.parametrize(
    ("data", "wish", "code"),
    [
        (b"no PDF", Wish(), "bad-pdf"),
        (b"%PDF-1.7\n", Wish(), "bad-pdf"),
        (saved(pikepdf.new()), Wish(), "bad-pdf"),
        (numbered(1), Wish(up=4), "bad-option"),
        (numbered(1), Wish(sheet=(10, 10), marks=True), "small-sheet"),
        (numbered(1, MediaBox=Array([0, 0, 0, 0])), Wish(), "bad-pdf"),
        (numbered(1, Rotate=45), Wish(), "bad-pdf"),
    ],
)
def test_what_cannot_be_imposed_is_said(data: bytes, wish: Wish, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        impose(data, wish, AT)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(("user", "said"), [("b", "this PDF asks for a password"), ("", "")])
def test_a_pdf_is_imposed_if_it_opens_without_a_password(user: str, said: str) -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(numbered(3))) as file:
        file.save(made, encryption=pikepdf.Encryption(owner="a", user=user))
    try:
        assert list(sides(impose(made.getvalue(), Wish(), AT).data, Grid(2, 1))) == [(999, 0), (1, 2)]
    except ContentError as error:
        assert error.problems[0].message == said  # noqa: PT017 one of two ends
    else:
        assert not said


def test_a_damaged_pdf_is_imposed_if_a_reader_shows_it() -> None:
    torn = numbered(3)
    torn = torn[: torn.rindex(b"startxref")]
    assert list(sides(impose(torn, Wish(), AT).data, Grid(2, 1))) == [(999, 0), (1, 2)]
