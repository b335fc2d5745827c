"""Code on paper and in the deck: its lines, its blanks, its face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidexml import A, slide

if TYPE_CHECKING:
    import pypdfium2

    from reading import Reading


def test_code_on_paper_keeps_its_lines_and_numbers(reading: Reading) -> None:
    page = next(page for page in reading.pages if "A sample is drawn" in page.text and "import random" in page.text)
    assert "return random.sample(people, size)" in page.text
    box, below = page.find("import random"), page.find("def sample(")
    assert box
    assert below
    assert box.bottom > below.top
    assert abs(box.left - below.left) < 1


def test_code_is_set_in_its_own_face(reading: Reading) -> None:
    assert any(name.endswith("+Code") for name, _ in reading.fonts())


def test_code_in_the_deck_is_native_text_with_its_blanks(deck: bytes) -> None:
    _, tree = slide(deck, "Twenty out of a hundred")
    lines = ["".join(one.text or "" for one in paragraph.iter(f"{A}t")) for paragraph in tree.iter(f"{A}p")]
    assert "    return random.sample(people, size)  # a comment" in lines
    runs = [run for run in tree.iter(f"{A}rPr") if run.find(f"{A}latin") is not None]
    assert runs
    assert {run.get("noProof") for run in runs} == {"1"}
    assert {run.find(f"{A}latin").get("typeface") for run in runs} == {"Courier New"}
    assert min(int(run.get("sz", "2000")) for run in runs) >= 1400


def test_eighty_columns_stay_on_one_line_each(deck: bytes, drawn: pypdfium2.PdfDocument) -> None:
    number, _ = slide(deck, "Eighty columns")
    text = drawn[number - 1].get_textpage().get_text_bounded()
    assert "household_size FROM people WHERE age >= 18 --" in text
