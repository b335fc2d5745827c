"""The short way to what a style says gives what WeasyPrint gives, of every property."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from weasyprint import CSS, HTML
from weasyprint.css import ComputedStyle
from weasyprint.css.properties import INITIAL_VALUES

from coursepack.render.handout import usualstyle
from coursepack.render.handout.usualstyle import usual_styles

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import pytest

# What hangs on other properties, on logical sides, on variables and on what is around it.
STYLE = """
@page { size: 300px; margin: 10px; padding-inline-start: 3px }
p { padding-inline-start: 1.5em; margin-block-end: 7px; color: rgb(1 2 3); border-inline-end: 2px solid }
.turned { direction: rtl; inset-inline-start: 4px; position: relative }
.own { --wide: 9px; padding-left: var(--wide); width: calc(1em + 2px); text-decoration: underline; page: wide }
i { float: left; border-start-start-radius: 3px }
b { font: inherit; margin-top: 10%; text-indent: calc(10% + 1px) }
b u { letter-spacing: normal }
"""
PAGE = "<p>one <b>two <u>three</u></b></p><p class=turned>four <i>five</i></p><div class=own><p>six</p><hr></div>"


def styles(way: AbstractContextManager[None]) -> list[dict[str, str]]:
    """Return what the style of each element says of each property that there is."""
    with way:
        pages = HTML(string=PAGE).render(stylesheets=[CSS(string=STYLE)]).pages
        boxes = [box for page in pages for box in page._page_box.descendants()]  # noqa: SLF001 WeasyPrint shows no boxes
        own = [box.style for box in boxes if type(box.style) is ComputedStyle]
        return [{name: repr(style[name]) for name in INITIAL_VALUES} for style in own]


def test_every_property_is_what_it_is_without() -> None:
    theirs = styles(nullcontext())
    assert len(theirs) > 10
    assert styles(usual_styles()) == theirs


def test_what_no_rule_names_takes_no_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    original = usualstyle._original  # noqa: SLF001 counted
    monkeypatch.setattr(usualstyle, "_original", lambda style, key: asked.append(key) or original(style, key))
    found = styles(usual_styles())
    assert "text_decoration_line" in asked
    assert len(asked) < len(found) * len(INITIAL_VALUES) / 4
