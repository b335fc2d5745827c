"""Marks inside a line: an HTML element's text as paragraphs of runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from coursepack.render.look.bidi import directions, leads_right
from coursepack.render.slides.numbering import written
from coursepack.render.words.equation import native

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

# Programs look a title up by its words.
_HEADS = frozenset({"h1", "h2", "h3"})
_LISTS = {"ul": "bullet", "ol": "number"}
# Ways of counting as HTML names them → as DrawingML does (ST_TextAutonumberScheme).
_WAYS = {"1": "arabic", "a": "alphaLc", "A": "alphaUc", "i": "romanLc", "I": "romanUc"}
_HIGHEST = 32_767  # to which DrawingML counts, from 1 (ST_TextBulletStartAtNum)
_SHIFTS: dict[str, Literal[-1, 0, 1]] = {"sup": 1, "sub": -1}
_BLOCKS = frozenset({"p", "li", "ul", "ol", "div", "h1", "h2", "h3", "h4", "dl", "dt", "dd", "blockquote", "pre"})
# Blanks that a browser would fold; a no-break space is not one of them.
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class Run:
    """Text of one look. A line break is a run of its own, whose text is a newline."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str = ""
    language: str = ""
    # A formula: `text` is its signs in a row, and `flat` says that they are what is shown; `displayed` says that it has
    # a line to itself, where Office sets it as a formula between paragraphs.
    latex: str = ""
    flat: bool = False
    displayed: bool = False
    # The name of a colour; the frame's own if there is none.
    colour: str = ""
    # Raised (1) or lowered (-1), as an exponent or index is.
    shift: Literal[-1, 0, 1] = 0
    underlined: bool = False
    struck: bool = False
    small_caps: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Runs on one level (1 is the outermost); `marker` says which list it stands in, if any.

    `rtl` says that it is read from right to left. On the slides that continue a text, `number` is its own in a numbered
    list, `last` the highest of it, `numbering` how it counts where its author says so, and `continued` says that it
    began on the slide before.
    `align` is the side that it is set to where its author says so of a cell, and the left where code stands in a deck
    that is read from right to left: in DrawingML's letters.
    """

    runs: tuple[Run, ...]
    level: int = 1
    marker: Literal["", "bullet", "number"] = ""
    rtl: bool = False
    number: int = 0
    numbering: str = ""
    continued: bool = False
    last: int = 0
    align: Literal["", "l", "ctr", "r"] = ""
    # What stands in its bullet's place: the box of a task.
    sign: str = ""

    @property
    def text(self) -> str:
        """The paragraph without its marks."""
        return "".join(run.text for run in self.runs)


def paragraphs(element: HtmlElement) -> tuple[Paragraph, ...]:
    """Read an element's blocks in order; text beside blocks is a paragraph of its own. Code is read from the left."""
    around = element.get("dir") or next(
        (one.get("dir", "") for one in element.iterancestors() if "dir" in one.attrib), ""
    )
    level, turned = 0 if element.tag in _LISTS else 1, around == "rtl"
    read = tuple(_displayed(one) for one in _blocks(element, Paragraph((), level, "", rtl=turned), Run("")))
    if element.get("data-ph", "").startswith("code"):
        return tuple(replace(one, rtl=False, align="l" if turned else "") for one in read)
    return read


def _displayed(paragraph: Paragraph) -> Paragraph:
    """Mark the formulas that stand between two ends of lines, with nothing beside them."""
    if not any(run.latex for run in paragraph.runs):
        return paragraph
    ends = [True, *(run.text == "\n" for run in paragraph.runs), True]
    runs = (
        replace(run, displayed=True) if run.latex and not run.flat and before and after else run
        for run, before, after in zip(paragraph.runs, ends, ends[2:], strict=False)
    )
    return replace(paragraph, runs=tuple(runs))


def _blocks(element: HtmlElement, like: Paragraph, run: Run) -> Iterator[Paragraph]:
    """Read `element`; `like` has the level, marker and direction of the paragraphs in it, `run` their language."""
    run = replace(run, language=element.get("lang", run.language))
    if "dir" in element.attrib:
        like = replace(like, rtl=element.get("dir") == "rtl")
    if element.tag in _LISTS:
        yield from _list(element, like, run)
        return
    line = _runs(element.text, run)
    for child in element.iterchildren(tag=None):
        if child.tag in _BLOCKS:
            yield from _finish(line, like)
            yield from _blocks(child, like, run)
            line = _runs(child.tail, run)
        else:
            line += [*_inline(child, run), *_runs(child.tail, run)]
    yield from _finish(line, like)


def _list(element: HtmlElement, like: Paragraph, run: Run) -> Iterator[Paragraph]:
    marker: Literal["bullet", "number"] = "number" if element.tag == "ol" else "bullet"
    first, numbering = _numbering(element)
    items = list(element.iterchildren("li"))
    last = first + len(items) - 1 if marker == "number" else 0
    spelt = marker == "number" and (first < 1 or last > _HIGHEST or _begins_anew(element, first))
    for count, item in enumerate(items, first):
        # The first says it, so that a list below another one begins anew.
        number = count if marker == "number" and (first > 1 or count == first) else 0
        listed = replace(like, level=like.level + 1, marker=marker, number=number, numbering=numbering, last=last)
        if spelt:
            listed = replace(like, level=like.level + 1)
        inside = list(_item(list(_blocks(item, listed, run)), listed.level))
        if "todo" in item.classes and inside and inside[0].runs and not spelt:
            inside = _boxed(inside)
        sign = written(count, numbering) if numbering and count > 0 else f"{count}."
        yield from _spelt(inside, sign, run) if spelt else inside


def _boxed(item: list[Paragraph]) -> list[Paragraph]:
    """Take the box before a task's words for its bullet: beside one it would be a second."""
    first, rest = item[0], item[1:]
    box, blank, words = first.runs[0].text.partition(" ")
    if len(box) != 1 or not blank or not words:
        return item
    return [replace(first, sign=box, runs=(replace(first.runs[0], text=words), *first.runs[1:])), *rest]


def _begins_anew(element: HtmlElement, first: int) -> bool:
    """Tell whether a numbered list stands right below another one, which decks would count on from."""
    above = element.getprevious()
    if above is None or above.tag != "ol" or (above.tail or "").strip():
        return False
    return first != _numbering(above)[0] + len(above.findall("li"))


def _spelt(item: list[Paragraph], sign: str, run: Run) -> Iterator[Paragraph]:
    """Write an item's number among its words: decks count from 1 and on, and not so far."""
    for place, one in enumerate(item):
        yield one if place else replace(one, runs=(replace(run, text=f"{sign} "), *one.runs))


def _item(inside: list[Paragraph], level: int) -> Iterator[Paragraph]:
    """Make one paragraph of those that an item begins with: each would have a bullet or a number of its own."""
    count = next((n for n, paragraph in enumerate(inside) if paragraph.level != level), len(inside))
    for first in inside[:1] if count else ():
        added = (run for one in inside[1:count] for run in (Run("\n"), *one.runs))
        yield replace(first, runs=(*first.runs, *added))
    yield from inside[count:]


def _numbering(element: HtmlElement) -> tuple[int, str]:
    """Return the first number of a list, and DrawingML's name for its way of counting, if it has one of its own."""
    first = element.get("start", "1")
    way = _WAYS.get(element.get("type", "1" if "brackets" in element.classes else ""), "")
    end = "ParenBoth" if "brackets" in element.classes else "Period"
    return (int(first) if first.isdecimal() else 1), f"{way}{end}" if way else ""


def _inline(element: HtmlElement, around: Run) -> list[Run]:
    """Read a mark; marks inside it add to those around it."""
    if not isinstance(element.tag, str):  # a comment
        return []
    if element.tag == "br":
        return [replace(around, text="\n")]
    inside = replace(
        around,
        bold=around.bold or element.tag in {"strong", "b"},
        italic=around.italic or element.tag in {"em", "i", "cite"},
        code=around.code or element.tag in {"code", "kbd"},
        href=element.get("href", around.href),
        language=element.get("lang", around.language),
        latex=element.get("data-latex", around.latex),
        colour=element.get("data-colour", around.colour),
        flat=around.flat or _is_flat(element),
        shift=_SHIFTS.get(element.tag, around.shift),
        underlined=around.underlined or element.tag in {"u", "mark"},
        struck=around.struck or element.tag == "s",
        small_caps=around.small_caps or "smallcaps" in element.classes,
    )
    if "data-footnote" in element.attrib:
        return [replace(inside, text=element.get("data-footnote", ""))]
    runs = _runs(element.text, inside)
    for child in element:
        runs += [*_inline(child, inside), *_runs(child.tail, inside)]
    return runs


def _is_flat(element: HtmlElement) -> bool:
    """Say whether a formula is written in a row here: no slide has a title without words, nor Office some lines."""
    latex = element.get("data-latex")
    if latex is None:
        return False
    return any(one.tag in _HEADS for one in element.iterancestors()) or not native(latex)


def _runs(text: str | None, like: Run) -> list[Run]:
    return [replace(like, text=_BLANKS.sub(" ", text))] if text else []


def _finish(runs: list[Run], like: Paragraph) -> Iterator[Paragraph]:
    """Fold the blanks between and at the ends of runs as a browser does; nothing comes of blanks alone."""
    kept: list[Run] = []
    for run in runs:
        starts = not kept or kept[-1].text.endswith((" ", "\n"))
        text = run.text.lstrip(" ") if starts else run.text
        if text:
            kept.append(replace(run, text=text))
    while kept and not kept[-1].text.strip(" \n"):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
        made = replace(like, runs=tuple(kept))
        made = replace(made, rtl=_leads_right(made.text, like))
        yield _closed(made) if made.rtl and set(directions(made.text)) == {"L"} else made


def _closed(paragraph: Paragraph) -> Paragraph:
    """Keep the sign that ends foreign words on their side, by a mark (U+200E) behind it."""
    *before, last = paragraph.runs
    if last.latex or last.text[-1:].isalnum():
        return paragraph
    return replace(paragraph, runs=(*before, replace(last, text=f"{last.text}\u200e")))


def _leads_right(text: str, like: Paragraph) -> bool:
    """Say whether a text is read from right to left: its first letter says so, or what is around it.

    What has letters of the other direction alone follows nothing around it (a quotation, code), but for an item of a
    list: its mark stands where all others do.
    """
    return leads_right(text) or (like.rtl and (bool(like.marker) or set(directions(text)) != {"L"}))
