"""What a page would open: a course's own templates may name its pictures and the theme's faces, and nothing else.

The page engine is refused the rest when it asks; this finds it before, for a check that waits for no page engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import tinycss2
from lxml import html as markup

from coursepack.load import gate
from coursepack.problem import Problem, Span
from coursepack.render.look.templates import OWN, where

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from jinja2 import Environment

_SOURCES = ("src", "data", "poster")


def check(html: str, css: str, known: Container[str], templates: Environment) -> Iterator[Problem]:
    """Yield what a page would open that is not `known`, in the line of the template that names it."""
    named = dict.fromkeys([*_of_style(tinycss2.parse_stylesheet(css, skip_comments=True)), *_of_page(html)])
    for url in named:
        if not url.startswith(("data:", "#")) and url not in known and unquote(url) not in known:
            yield refused(url, templates)


def refused(url: str, templates: Environment) -> Problem:
    """Say that an address may not be opened."""
    said, advice = f"`{url}` may not be opened", "Name a picture of the course, or a face of theme.yaml"
    return Problem(_naming(url, templates), "outside-course", said, advice)


def _of_style(found: Iterable[Any]) -> Iterator[str]:
    """Yield the addresses in rules of a style sheet, or in a part of one."""
    for one in found:
        if one.type == "url":
            yield str(one.value)
        elif one.type == "function" and one.lower_name == "url":
            yield from (str(part.value) for part in one.arguments if part.type == "string")
        elif one.type == "at-rule" and one.lower_at_keyword == "import":
            yield from (str(part.value) for part in one.prelude if part.type in {"string", "url"})
        for inside in ("prelude", "content", "arguments"):
            yield from _of_style(getattr(one, inside, None) or ())


def _of_page(html: str) -> Iterator[str]:
    for element in markup.fromstring(html).iter(markup.etree.Element):
        yield from (str(element.get(name)) for name in _SOURCES if element.get(name))
        if element.get("href") and (element.tag == "link" or "attachment" in (element.get("rel") or "").split()):
            yield str(element.get("href"))
        yield from _of_style(tinycss2.parse_component_value_list(element.get("style") or ""))


def _naming(url: str, templates: Environment) -> Span:
    """Find the line of a course's own template that names an address."""
    searched = where(templates)
    for folder in (one for one in searched.folders if one != OWN):
        for file in sorted(folder.rglob("*.j2")):
            if not gate.real(file, searched.roots):
                continue
            before, found, _ = gate.read(file, gate.TEXT).decode("utf-8", "replace").partition(url)
            if found:
                return Span(str(file), before.count("\n") + 1, len(before) - before.rfind("\n"), len(url))
    return Span("templates")
