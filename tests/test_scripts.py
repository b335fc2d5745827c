"""Many scripts in one course: both outputs are read back, and nothing of the machine's own faces is in them."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from page import validate_pdf_bytes
from pptx import Presentation
from pypdf import PdfReader

from coursepack.build import ready
from coursepack.outputs import key, pdf, slides, slides_pdf
from coursepack.outputs.companion import paper_of
from coursepack.problem import Span
from coursepack.render.handout.markup import handout
from coursepack.render.handout.printing import print_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PIL.Image import Image

WORDS = "λόγος **Русский** **שלום** हिन्दी ภาษาไทย ˈwɔːtə ♭ ☐ ⇒ ″ 🌊"  # noqa: RUF001 phonetic signs
BLOCKS = """## S

{words}

```{{chart}}
id: rain
kind: bar
title: Rain
data: data/rain.csv
x: month
y: mm
unit: mm
alt: Rain.
```

```{{slide}}
title: Безопасность, λόγος, 5″
points: [שלום, हिन्दी, ภาษาไทย, ♭ 🌊]
notes: Said.
```
"""


def test_a_course_in_many_scripts_has_its_faces_on_paper_and_on_slides(unit: Callable[..., Path]) -> None:
    root = unit(BLOCKS.format(words=WORDS), {"data/rain.csv": "month,mm\nمطر غزير,5\nहिन्दी,3\n"})
    own = ready(root)
    made = pdf.make(own, None, "a4").data
    assert validate_pdf_bytes(made, profile="ua1").is_compliant
    pages = PdfReader(BytesIO(made)).pages
    said = "".join(page.extract_text() for page in pages)
    assert set("λόγοςРусскийשלוםภาษาไทยहनदə♭🌊") <= set(said)
    fonts = {font["/BaseFont"].partition("+")[2] for page in pages for font in _fonts(page)}
    assert {"Both-hebrew-Bold", "Both-devanagari", "Both-thai", "Both-emoji"} <= fonts
    deck = Presentation(BytesIO(slides.make(own, None, "a4").data))
    runs = [run for slide in deck.slides for run in slide.element.iter("{*}r")]
    faces = {run.findtext("{*}t"): [one.get("typeface") for one in run.iter("{*}cs")] for run in runs}
    assert faces["हिन्दी"] == ["Nirmala UI"]
    assert faces["Безопасность, λόγος, 5″"] == []


def test_a_deck_on_paper_has_the_signs_of_formulas_in_headings_and_the_letters_of_comments_in_code(
    unit: Callable[..., Path],
) -> None:
    # What only a face of the machine has is a problem, and nothing is made.
    own = ready(unit("## $A \\wedge B$ is true {#and}\n\n```python\nx = 1  # שלום\n```\n"))
    made = slides_pdf.make(own, None, "a4").data
    fonts = {font["/BaseFont"].partition("+")[2] for page in PdfReader(BytesIO(made)).pages for font in _fonts(page)}
    assert "Both-signs-Bold" in fonts


def _fonts(page: object) -> list[dict[str, str]]:
    return [one.get_object() for one in page["/Resources"]["/Font"].values()]  # type: ignore[index]


# Its first letters end in a tail that is as deep as any in Arabic.
JUDGED = """# الماء

```{true-false}
id: end
text: احكم على كل جملة.
statements: [{text: البئر عميق., answer: true}, {text: الجبل عال., answer: true}]
```
"""


@pytest.mark.parametrize("paper", ["a4", pytest.param("thrifty", marks=pytest.mark.thorough)])
def test_tails_of_a_question_that_comes_closer_stand_off_the_rule_of_its_table(paper: str, tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("title: مياه\nlanguage: ar\nunits: [one.md]\n", "utf-8")
    (tmp_path / "one.md").write_text(JUDGED, "utf-8")
    own = ready(tmp_path, None, paper)
    theme, templates = own.design.theme, own.design.templates
    made = handout(own.pack, theme, paper_of(own, paper), templates)
    closer = made.html.replace('id="end"', 'id="end" data-closer')
    # As on a page that has no room to give back what white it lacks.
    css = re.sub("--(above|below)", "--none", made.css)
    data, _, _ = print_html(closer, css, {}, [face.file for face in theme.faces], Span("one.md"), templates)
    assert min(_offs(data, "احكم")) >= 0.5


# Pixels of a point.
SCALE = 6


def _offs(data: bytes, word: str) -> Iterator[float]:
    """Yield how much white (pt) is between a word, wherever it stands, and the rule below it."""
    for page in pypdfium2.PdfDocument(data):
        texts = page.get_textpage()
        found = texts.search(word)
        while place := found.get_next():
            (start, count), shown = place, page.render(scale=SCALE).to_pil().convert("L")
            lefts, bottoms, rights, tops = zip(*(texts.get_charbox(start + at) for at in range(count)), strict=True)
            top = page.get_height() - (max(tops) + min(bottoms)) / 2
            place = (min(lefts), top, max(rights), top + 20)
            yield _white(shown.crop(tuple(round(at * SCALE) for at in place)))


def _white(picture: Image) -> float:
    """Return how much white (pt) is above the first line that goes all through a picture."""
    wide, inked = picture.width, picture.point(lambda shade: 255 * (shade < 128))
    rows = [inked.crop((0, at, wide, at + 1)).tobytes().count(255) for at in range(picture.height)]
    above = rows[: next(at for at, count in enumerate(rows) if count == wide)]
    return next((at for at, count in enumerate(reversed(above)) if count), len(above)) / SCALE


def test_the_teachers_label_is_white_on_black_up_to_the_top_of_its_marks(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("title: مياه\nlanguage: ar\nunits: [one.md]\n", "utf-8")
    (tmp_path / "one.md").write_text(JUDGED, "utf-8")
    page = pypdfium2.PdfDocument(key.make(ready(tmp_path), None, "a4").data)[0]
    shown = page.render(scale=SCALE * 2).to_pil().convert("L").point(lambda shade: 255 * (shade < 128))
    _, top, *_ = shown.getbbox() or (0, 0)
    left, _, right, _ = shown.crop((0, top, shown.width, top + 1)).getbbox() or (0, 0, 0, 0)
    assert right - left > 60 * SCALE
    assert shown.crop((left, top, right, top + SCALE // 2)).getextrema() == (255, 255)
