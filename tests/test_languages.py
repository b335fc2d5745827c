"""Whole courses in other languages: no English word of ours is left in what is printed and shown."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import islice
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from lxml.html import fromstring
from pptx import Presentation

from conftest import EXERCISES, GOLDEN
from coursepack.build import ready
from coursepack.load.files import OWN
from coursepack.outputs import slides
from coursepack.pack import Copy
from coursepack.problem import Span
from coursepack.render.handout.markup import companion, handout
from coursepack.render.slides.script import script
from coursepack.render.words.spoken import spoken
from coursepack.validate.labels import labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pptx.slide import Slide

    from coursepack.build import Ready

LANGUAGES = sorted({path.stem for path in (OWN / "labels").glob("*.yaml")} - {"en"})
ENGLISH = labels([OWN], "en", Span("course.yaml"), [])
# Words that no text of the two courses says by chance.
OURS = [words for words in ENGLISH.values() if isinstance(words, str) and len(words) > 10 and "{" not in words]


# The exercises have most words; the whole course is asked in three languages. Those that each run asks of differ most:
# in direction, and in what a count does to a word.
NEAR = {"ar", "pl"}
ASKED = [
    *(pytest.param(EXERCISES, tag, marks=() if tag in NEAR else pytest.mark.thorough) for tag in LANGUAGES),
    (GOLDEN, "ar"),
    *(pytest.param(GOLDEN, tag, marks=pytest.mark.thorough) for tag in ("de", "fr")),
]


@pytest.mark.parametrize(("course", "tag"), ASKED, ids=lambda one: getattr(one, "name", one))
def test_a_course_in_another_language_has_no_english_words_of_ours(tmp_path: Path, course: Path, tag: str) -> None:
    root = tmp_path / "course"
    copytree(course, root)
    file = root / "course.yaml"
    file.write_text(re.sub(r"language: \S+", f"language: {tag}", file.read_text("utf-8")), "utf-8")
    made = ready(root, Copy("teacher"))
    assert made.course.file.language == tag
    assert made.notices == ()
    shown = "".join(documents(made))
    assert [words for words in OURS if words in shown] == []
    assert f'lang="{tag}"' in shown


def documents(made: Ready) -> Iterator[str]:
    """Write the handout, the teacher's pages, the key and the deck."""
    pack, key, look = made.pack, made.copy("key"), made.design
    paper = look.theme.papers["a4"]
    printed = handout(pack, look.theme, paper, look.templates, key=key)
    yield from (printed.html, printed.css, script(pack, look.templates).markup)
    for name in ("teacher", "key", "worksheets", "slips", "cards"):
        yield companion(pack, look.theme, paper, look.templates, name=name, key=key).html


@pytest.mark.parametrize(
    ("tag", "latex", "words"),
    [
        ("de", r"\frac{a+1}{b}", "der Bruch a plus 1 durch b Ende,"),
        ("de", r"x^2 \ge \sqrt{y}", "x Quadrat größer oder gleich die Quadratwurzel aus y Ende,"),
        ("fr", r"\sum_{i=1}^{n} x_i", "la somme de i égale 1 à n de x indice i"),
        ("fr", r"\bar x^3", "x barre au cube"),
    ],
)
def test_formulas_are_read_out_in_the_language(tag: str, latex: str, words: str) -> None:
    assert spoken(latex, labels([OWN], tag, Span("course.yaml"), [])["spoken"]) == words


CHOICE = """## One

```{multiple-choice}
id: ex
text: "?"
fixed: true
options: [{text: "1"}, {text: "2", right: true}, {text: "3"}]
feedback: "{option:2}"
slide: {title: "?", notes: "!"}
```

```{multiple-choice}
id: ex-2
text: "??"
fixed: true
options: [{text: "4"}, {text: "5", right: true}]
parts: [{text: "!"}, {text: "!!"}]
slide: {title: "??", notes: "!"}
```
"""


@pytest.mark.parametrize(
    ("tag", "letters", "parts"),
    [
        pytest.param("ru", "\u0430\u0431\u0432", "12", marks=pytest.mark.thorough),
        pytest.param("ar", "أبج", "12", marks=pytest.mark.thorough),
        ("zh", "ABC", "12"),
        ("fr", "abc", ["i", "ii"]),
        # Languages that have no labels yet.
        ("el", "\u03b1\u03b2\u03b3", ["i", "ii"]),
        pytest.param("he", "אבג", "12", marks=pytest.mark.thorough),
        pytest.param("uk-UA", "\u0410\u0411\u0412", "12", marks=pytest.mark.thorough),
        ("fa", ["الف", "ب", "ج"], "12"),
    ],
)
def test_options_have_the_letters_of_the_languages_exams(
    unit: Callable[..., Path], tag: str, letters: Sequence[str], parts: Sequence[str]
) -> None:
    """On paper, in the key, in words that name an option, and on slides: in boxes and in lists."""
    course = f"title: T\nlanguage: {tag}\nunits: [units/01-water.md]\n"
    made = ready(unit(CHOICE, {"course.yaml": course}), Copy("teacher"))
    paper, _, _, _, key = islice(documents(made), 5)
    named = [one.text for one in fromstring(paper).find_class("letter")]
    assert named == [*letters, *letters[:2], *parts]
    assert f"<b>{letters[1]}</b>" in key
    assert f"<p>{letters[1]}</p>" in key
    counted = [_signs(slide) for slide in Presentation(BytesIO(slides.make(made, None, "a4").data)).slides]
    boxes, lists = ["alphaLcPeriod"] * 3 if tag == "fr" else [*letters], [] if tag == "fr" else [*letters[:2]]
    assert [one for one in counted if one and one != [*parts]] == [boxes, *([lists] * 2 if lists else [])]


def test_a_page_is_named_where_its_number_goes_in_the_language(unit: Callable[..., Path]) -> None:
    """Chinese has a word before the number and one after it."""
    made = ready(unit(CHOICE, {"course.yaml": "title: T\nlanguage: zh\nunits: [units/01-water.md]\n"}), Copy("teacher"))
    task = next(item.block for item in made.pack.units[0].items() if item.kind == "multiple-choice")
    paper, look = made.design.theme.papers["a4"], made.design
    printed = handout(made.pack, look.theme, paper, look.templates, key=None).css
    assert '.at.see::before { content: "第 " target-counter(attr(data-to), page) " 页"; }' in printed
    back = companion(
        made.pack, look.theme, paper, look.templates, name="teacher", key=made.copy("key"), pages={task.anchor: 7}
    )
    assert "第 7 页" in back.html


def test_what_is_set_between_chinese_words_is_chinese(unit: Callable[..., Path]) -> None:
    table = (
        "```{table}\nid: t\ntitle: 水\nmeasure: 升\ncolumns: [甲, 乙]\nrows:\n  - [一, 二]\nsource: '[@a; @b]'\n```\n"
    )
    works = "".join(f"- {{id: {name}, type: book, title: 雨, author: [{{literal: 水会{name}}}]}}\n" for name in "ab")
    course = "title: T\nlanguage: zh\nunits: [units/01-water.md]\n"
    made = ready(unit(f"## S\n\n{table}", {"course.yaml": course, "references.yaml": works}))
    look = made.design
    printed = handout(made.pack, look.theme, look.theme.papers["a4"], look.templates, key=None).html
    words = "".join(fromstring(printed).itertext())
    assert "水。升" in words
    assert "资料：（水会a；水会b）" in words


def _signs(slide: Slide) -> list[str]:
    """Return what the items of lists have, as it is written or as PowerPoint counts."""
    found = [one for tag in ("buChar", "buAutoNum") for one in slide.element.iter(f"{{*}}{tag}")]
    return [one.get("char") or one.get("type") for one in found]
