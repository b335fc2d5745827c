"""Many scripts in one course: both outputs are read back, and nothing of the machine's own faces is in them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from page import validate_pdf_bytes
from pptx import Presentation
from pypdf import PdfReader

from coursepack.build import ready
from coursepack.outputs import pdf, slides, slides_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
