"""Variants: papers of one course, each with its key, and a sheet that says what stands where."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from string import ascii_lowercase
from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument

from casefile import lay
from conftest import COURSE
from coursepack.build import ready, variant
from coursepack.outputs import variants
from coursepack.outputs.companion import companion

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.outputs.output import Made

LETTERS = "AB"


def item(name: str, options: int) -> str:
    wrong = "\n".join(f"  - {{text: {name} wrong {ascii_lowercase[number]}}}" for number in range(1, options))
    return f"""
```{{multiple-choice}}
id: {name}
text: What of {name}?
options:
  - {{text: {name} right, right: true}}
{wrong}
```
"""


NAMES = {f"ex-{word}": count for word, count in zip(["oak", "elm", "ash", "fir", "yew"], (2, 3, 4, 5, 4), strict=True)}
BODY = "".join(item(name, count) for name, count in NAMES.items())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    head = COURSE["units/01-water.md"].partition("\n\n")[0]
    root = lay(tmp_path_factory.mktemp("variants") / "course", COURSE, {"units/01-water.md": f"{head}\n\n{BODY}"})
    return variants.make(ready(root), None, "a4", variants=len(LETTERS))


@pytest.fixture(scope="module")
def papers(made: Made) -> dict[str, str]:
    """The words of each paper."""
    return {letter: words(made.beside[f"worksheets-{letter}.pdf"]) for letter in LETTERS}


def words(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(BytesIO(data))).replace("\r", "")


def questions(paper: str) -> list[str]:
    """Return the exercises of a paper in the order in which they are printed."""
    return re.findall(r"What of (ex-\w+)\?", paper)


def keys(text: str) -> dict[str, str]:
    """Work out the key of a paper from its own print: the letter before the option that is right."""
    return {name: key for key, name in re.findall(r"\b([a-h])\s+(ex-\w+)\sright", text)}


def test_each_paper_has_all_exercises_in_an_order_of_its_own(papers: dict[str, str]) -> None:
    orders = [questions(paper) for paper in papers.values()]
    assert all(sorted(order) == sorted(NAMES) for order in orders)
    assert len({tuple(order) for order in orders}) == len(LETTERS)


def test_neighbours_share_no_letter(papers: dict[str, str]) -> None:
    found = [keys(paper) for paper in papers.values()]
    assert all(set(one) == set(NAMES) for one in found)
    for one, other in pairwise(found):
        assert all(one[name] != other[name] for name in NAMES)


def test_each_key_agrees_with_its_paper(made: Made, papers: dict[str, str]) -> None:
    for letter, paper in papers.items():
        assert keys(words(made.beside[f"key-{letter}.pdf"])) == keys(paper)


def test_the_sheet_says_where_each_stands_and_its_key(made: Made, papers: dict[str, str]) -> None:
    text = words(made.data)
    for name in NAMES:
        row = text.partition(name)[0].rpartition("Exercise")[2] + text.partition(name)[2].partition("Exercise")[0]
        for letter, paper in papers.items():
            number, key = questions(paper).index(name) + 1, keys(paper)[name]
            assert re.search(rf"\b{number}\s+{key}\b", row), (name, letter, row)


def test_each_slip_has_the_letter_and_the_order_of_its_paper(made: Made, papers: dict[str, str]) -> None:
    for letter, paper in papers.items():
        text = words(made.beside[f"slips-{letter}.pdf"])
        asked = [len(boxes.split()) for boxes in re.findall(r"^\d ((?:[a-e] )+)/", text, re.MULTILINE)]
        assert set(re.findall(r"Unit 1: Water (\w)", text)) == {letter}
        assert asked[: len(NAMES)] == [NAMES[name] for name in questions(paper)]
        assert f"slips-key-{letter}.pdf" in made.beside


def test_another_exercise_moves_no_other(papers: dict[str, str], unit: Callable[..., Path]) -> None:
    more = ready(unit(BODY + item("ex-box", 4)))
    other = words(companion(variant(more, 1), None, "a4", "worksheets", more={"variant": "B"}).data)
    assert "ex-box" in questions(other)
    assert [name for name in questions(other) if name != "ex-box"] == questions(papers["B"])
    assert {name: key for name, key in keys(other).items() if name != "ex-box"} == keys(papers["B"])


def test_the_papers_have_no_key(papers: dict[str, str]) -> None:
    """The words say which option is right in these; nothing else on the paper may."""
    for paper in papers.values():
        assert paper.count("right") == len(NAMES) + paper.count("all that are right")


@pytest.mark.usefixtures("anew")
def test_the_same_seed_gives_the_same_bytes(made: Made, unit: Callable[..., Path]) -> None:
    """However many variants there are."""
    again = variants.make(ready(unit(BODY)), None, "a4", variants=1)
    assert again.beside == {name: data for name, data in made.beside.items() if name.endswith("-A.pdf")}
