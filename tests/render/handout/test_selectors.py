"""A selector that is compiled once finds what it finds when it is compiled each time."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from weasyprint import CSS, HTML

from coursepack.render.handout import selectors
from coursepack.render.handout.selectors import known_selectors

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import pytest

# Of the same words, what stands inside each other and what is asked of a place; one is wrong.
STYLE = (
    "p > b, i { color: red } p b { top: 1px } .a { & i { top: 2px } } :is(p, div) i:nth-child(2n) { left: 3px } p[ { }"
)
PAGE = "<p class=a><b>one</b> <i>two</i></p><div><i>three</i> <i>four</i></div>"


def styles(way: AbstractContextManager[None]) -> list[tuple[Any, ...]]:
    """Return what each element's style says, read twice: of the second time."""
    with way:
        CSS(string=STYLE)
        pages = HTML(string=PAGE).render(stylesheets=[CSS(string=STYLE)]).pages
    boxes = [box for page in pages for box in page._page_box.descendants()]  # noqa: SLF001 WeasyPrint shows no boxes
    return [(box.element_tag, box.style["color"], box.style["top"], box.style["left"]) for box in boxes]


def test_rules_hold_of_the_same_elements() -> None:
    found = styles(known_selectors())
    assert found == styles(nullcontext())
    assert len({said[1:] for said in found}) > 3


def test_what_was_compiled_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    original = selectors._original  # noqa: SLF001 counted
    monkeypatch.setattr(selectors, "_original", lambda prelude: asked.append(prelude) or original(prelude))
    with known_selectors():
        CSS(string="u.only-here { top: 1px }")
        CSS(string="u.only-here { top: 2px } u.only-there { top: 2px }")
    assert len(asked) == 2
