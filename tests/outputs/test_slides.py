from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from coursepack.build import ready
from coursepack.outputs import slides
from coursepack.pack import Copy
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90">{}</svg>'
)
FIGURE = """\
## S

```{figure}
id: a
src: media/a.svg
title: T
alt: x
slide: {title: T, notes: x}
```
"""


def titles(data: bytes) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in Presentation(BytesIO(data)).slides]


def test_it_says_how_many_slides_there_are(golden_course: Ready) -> None:
    made = slides.make(golden_course, None, "")
    assert made.size.startswith(f"{len(titles(made.data))} slides ")


def test_every_slide_has_a_title_of_its_own(golden_course: Ready) -> None:
    found = titles(slides.make(golden_course, None, "").data)
    assert all(found)
    assert len(set(found)) == len(found)


def test_a_unit_alone_has_its_own_slides(golden_course: Ready) -> None:
    made = slides.make(golden_course, golden_course.unit("law"), "")
    found = titles(made.data)
    assert "Whose river is it?" in found
    assert "Where water comes from" not in found
    assert Presentation(BytesIO(made.data)).core_properties.title == "Rivers: Whose river is it?"


def test_what_is_for_the_teacher_alone_is_on_no_slide(golden_course: Ready) -> None:
    deck = Presentation(BytesIO(slides.make(golden_course, None, "").data))
    shown = " ".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)
    assert "TEACHERONLY" not in shown
    assert "MODELANSWER" not in shown


def test_a_drawing_opens_no_file_outside_the_course(unit: Callable[..., Path], tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text(SVG.format('<rect width="90" height="90" fill="#f00"/>'))
    outside = SVG.format(f'<image xlink:href="{secret}" href="{secret}" width="90" height="90"/>')
    with pytest.raises(ContentError):
        slides.make(ready(unit(FIGURE, {"media/a.svg": outside})), None, "")


def test_a_deck_template_without_slides_is_a_problem(course: Callable[..., Path]) -> None:
    with pytest.raises(ContentError):
        slides.make(ready(course({"templates/deck.html.j2": "<p>x</p>"})), None, "")


def test_stage_directions_stand_in_brackets_and_in_italics_in_the_notes(unit: Callable[..., Path]) -> None:
    slide = "```{slide}\ntitle: Two voices\npoints: [One]\nnotes: |\n  - [Ask for a vote.]{.do}\n  - Say this.\n```\n"
    made = slides.make(ready(unit(f"## S\n\n{slide}"), Copy("teacher")), None, "a4")
    notes = next(
        one.notes_slide for one in Presentation(BytesIO(made.data)).slides if one.shapes.title.text == "Two voices"
    )
    runs = [(run.text, run.font.italic) for one in notes.notes_text_frame.paragraphs for run in one.runs]
    assert runs == [("[Ask for a vote.]", True), ("Say this.", None)]
