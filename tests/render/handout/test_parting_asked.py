"""What is asked where a page would stay half empty. Pages are 200 by 100 pt with a margin of 10: eight lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.steps import BEGINS

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint.document import Document

    from coursepack.render.handout.laying import Laying

CSS = """p {line-height: 10pt} .question, .stem {break-inside: avoid} [data-parted] {break-inside: auto !important}
.exercise {margin-top: 4pt} .exercise[data-closer] {margin-top: 0}"""
LINE = "<p>A line</p>"


def lines(document: Document) -> list[int]:
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    return [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes]


@pytest.mark.parametrize(
    ("before", "leading", "laid"),
    [
        (4, "", [8, 2]),
        # Where pages hold few lines, half of one is no more than a question is worth.
        (4, "html {line-height: 10pt}", [4, 6]),
        (2, "html {line-height: 10pt}", [8]),
        (1, "html {line-height: 10pt}", [8, 1]),
    ],
)
def test_what_is_discussed_is_parted_only_where_whole_it_leaves_a_page_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], before: int, leading: str, laid: list[int]
) -> None:
    source = page(f'{LINE * before}<div class="question">{LINE * (6 if before > 1 else 8)}</div>')
    document, *_ = laying(f"{CSS} {leading}").bench().layout(source, "", 1)
    assert lines(document) == laid


@pytest.mark.parametrize(
    ("side", "after", "expected"),
    [
        ("left", 7, ([8, 7], ["parted", "again"])),
        # It would go on over a leaf.
        ("right", 7, ([4, 8, 3], ["parted"])),
        ("right", 1, ([8, 1], ["closer"])),
    ],
)
def test_what_is_longer_than_a_page_is_closer_where_what_it_begins_with_fits_then(
    laying: Callable[..., Laying],
    page: Callable[[str], str],
    side: str,
    after: int,
    expected: tuple[list[int], list[str]],
) -> None:
    source = page(f'{LINE * 4}<div class="exercise"><div class="stem">{LINE * 4}</div>{LINE * after}</div>')
    document, _, mended = laying(CSS).bench().layout(source, f"html {{break-before:{side}}}", 1)
    assert (lines(document), [name for _, name in mended if name != BEGINS]) == expected
