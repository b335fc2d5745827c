"""Equations: LaTeX becomes a MathML tree, a vector drawing for paper, and a problem where it cannot be set."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib import import_module
from math import inf
from typing import TYPE_CHECKING, Any

from lxml import etree

from coursepack.blocks.callout import Callout
from coursepack.blocks.math import Math
from coursepack.blocks.text import TextBlock
from coursepack.problem import Problem, Severity
from coursepack.render.words import broken, foreign, ruled, ruling
from coursepack.render.words.latex import lines, plain, usual
from coursepack.render.words.mathml import INTEGRALS, SUMS, placed, tidied, upright
from coursepack.run.fault import working_on
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from coursepack.course import Course
    from coursepack.problem import Span
    from coursepack.render.look.measure import Measure

# Letters of a formula; a page holds fewer.
LONGEST = 1_500
# What it comes to where each row counts twice what is in it, as the library lays it out: nine fractions in each other.
_HEAVIEST = 20_000
# Sums and integrals: each works on all that follows it.
_OPERATORS = 40
_EM = 24.0  # px of a drawing that are one em of text: letters of STIX are as high as the theme's
_EDGE = 1 / _EM  # em: what the library leaves free around a drawing
_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{([^}]*)\}")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_DEFINES = re.compile(r"\\(?:re)?newcommand\b|\\x?def\b|\\newenvironment\b")
# The least share of its size that an equation is set at, where it is too wide: signs of 10 pt are 7 pt then.
_LEAST = 0.7
_ADVICE = "Write LaTeX's own commands for formulas; in YAML, quote it with '…' or begin with `|`, for the backslashes"
_WIDE = "Name a part of it by a letter of its own: no line ends in a fraction, under a root or in a matrix"


@dataclass(frozen=True)
class Drawn:
    """An equation as an SVG; its width, its height and how far it goes below the baseline, in em of the text around."""

    svg: str
    width: float
    height: float
    depth: float


@dataclass(frozen=True)
class Piece:
    """A piece of a formula in a line of text, and the blank after it, where a wide space stood."""

    drawn: Drawn
    blank: str = ""


@dataclass(frozen=True)
class Room:
    """What a formula has on a page: how wide (em) it may be, and whether its letters stand upright there."""

    most: float = inf
    upright: bool = False


@lru_cache(maxsize=4096)
def draw(latex: str, *, inline: bool, room: Room = Room()) -> Drawn:
    """Draw an equation as paths, without fonts and ids; inside a line of text it is set lower."""
    return _drawn(_lettered(latex, room), inline=inline)


@lru_cache(maxsize=1024)
def fitted(latex: str, room: Room) -> Drawn:
    """Draw an equation that stands alone, in lines no wider than its room, or as near to that as can be."""
    whole = draw(latex, inline=False, room=room)
    if whole.width <= room.most:
        return whole
    made = _drawn(
        broken.broken(_lettered(latex, room), room.most - 2 * _EDGE, partial(_width, inline=False)), inline=False
    )
    return made if made.width < whole.width else whole


@lru_cache(maxsize=1024)
def pieces(latex: str, room: Room) -> tuple[Piece, ...]:
    """Draw a formula in a line of text; one that is wider than its room, in the pieces that lines may part."""
    whole = draw(latex, inline=True, room=room)
    if whole.width <= room.most:
        return (Piece(whole),)
    found = broken.pieces(_lettered(latex, room), room.most - 2 * _EDGE, partial(_width, inline=True))
    return tuple(Piece(_drawn(one, inline=True), blank) for one, blank in found) if found[1:] else (Piece(whole),)


def widest(latex: str, room: Room, *, alone: bool = False) -> float:
    """Return how wide (em) a formula in a cell is, or its widest piece where it is not all that the cell has."""
    return max(one.drawn.width for one in pieces(latex, Room() if alone else room))


def _lettered(latex: str, room: Room) -> _Element:
    return upright(deepcopy(tree(latex))) if room.upright else tree(latex)


def _width(row: list[_Element], *, inline: bool) -> float:
    """Return how wide (em) elements are in their row, with the room beside the signs at its ends."""
    return _drawn(broken.piece(row), inline=inline).width - 2 * _EDGE


def _drawn(element: _Element, *, inline: bool) -> Drawn:
    _library("ziafont.config").config.svg2 = False  # no <use>: ids would meet those of other drawings
    element = placed(deepcopy(element), inline=inline)
    element.set("display", "inline" if inline else "block")
    made = _drawer()(etree.tostring(element, encoding="unicode"), size=_EM)
    # The library says the size of what is drawn; the drawing is that and an edge around it.
    (width, height), edge = made.getsize(), made.margin
    return Drawn(made.svg(), (width + 2 * edge) / _EM, (height + 2 * edge) / _EM, (edge - made.getyofst()) / _EM)


@lru_cache(maxsize=4096)
def tree(latex: str) -> _Element:
    """Return the MathML of an equation, for what is written and said from it."""
    # The library leaves a bare ampersand in some environments.
    source = re.sub(r"&(?!#?\w+;)", "&amp;", _library("ziamath.tex").tex2mml(plain(latex)))
    return tidied(ruled.kept(etree.fromstring(re.sub(r'\sxmlns="[^"]*"', "", source))))


def native(latex: str) -> bool:
    """Say whether Office can set an equation as its own: it has no lines between the rows of a table."""
    return ruled.is_native(tree(latex))


def said(element: _Element) -> str:
    """Return the signs inside an element."""
    return "".join(map(str, element.itertext())).strip()


def check(course: Course, page: Measure) -> Iterator[Problem]:
    """Yield a problem for every equation that cannot be set, or not in the measures of a page, at its place."""
    blocks = [block for part in course.parts() for block in part.blocks()]
    # What stands alone between paragraphs of running text, or of a theorem, may go into the outer column.
    running = {block.body for block in blocks if isinstance(block, TextBlock | Callout) and block.body}
    for text in texts(course):
        for token, span in text.marks("math"):
            is_low = not token.meta.get("display") and not token.meta.get("alone")
            yield from _judged(token.content, span, Room(page.line, page.upright), inline=is_low)
        for token, span in text.displays():
            most, least = page.line, _LEAST if token.level or text in running else 1
            if text in running and not token.level:
                most = max(page.line, page.broad)
            yield from _judged_alone(token.content, span, Room(most, page.upright), page.high, least)
    for block in blocks:
        if isinstance(block, Math):
            yield from _judged_alone(block.latex, block.at("latex"), Room(page.broad, page.upright), page.high, _LEAST)


def _judged(latex: str, at: Span, room: Room, *, inline: bool) -> Iterator[Problem]:
    """Yield what is wrong with a formula in a line."""
    with working_on(at):
        why = mistake(latex)
        is_wide = not why and _least(latex, room, inline=inline) > room.most
    if why:
        yield Problem(at, "bad-equation", why, _ADVICE)
    elif is_wide:
        yield Problem(at, "wide-equation", "this formula is wider than a line", _WIDE)


def _least(latex: str, room: Room, *, inline: bool) -> float:
    """Return how wide (em) the widest of what a formula may be parted into is."""
    return widest(latex, room) if inline else fitted(latex, room).width


def _judged_alone(latex: str, at: Span, room: Room, high: float, least: float) -> Iterator[Problem]:
    """Yield what is wrong with a formula that stands alone, where a page is `high` em.

    It may be set at a share of its size, down to `least`.
    """
    most = room.most
    with working_on(at):
        why = mistake(latex)
        drawn = None if why else fitted(latex, room)
    if drawn is None:
        yield Problem(at, "bad-equation", why, _ADVICE)
        return
    if drawn.width > most:
        message, small = "this equation is wider than a page", most / drawn.width >= least
        message += f", and is set at {most / drawn.width:.0%} of its size" if small else ""
        severity = Severity.WARNING if small else Severity.ERROR
        yield Problem(at, "wide-equation", message, _WIDE, severity)
    if drawn.height > high and any(fitted(line, room).height > high for line in _alone(latex)):
        advice = "Write it in parts: lines of `aligned` go on over pages"
        yield Problem(at, "high-equation", "this equation is higher than a page", advice)


def _alone(latex: str) -> list[str]:
    """Return each line of a formula by itself."""
    found = lines(latex)
    return found.shared(len(found.rows))


def mistake(latex: str) -> str:
    """Say what is wrong with an equation; nothing if it can be set."""
    if len(latex) > LONGEST:
        return f"a formula has at most {LONGEST:,} letters, this one {len(latex):,}"
    why = _unbalanced(latex) or _strange(usual(latex)) or _refused(latex)
    if why:
        return why
    try:
        made = tree(latex)
        drawn = draw(latex, inline=False) if _weight(made) <= _HEAVIEST else None
    except ruled.RuleError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 (what two libraries raise at bad LaTeX is no closed set)
        return f"this is not LaTeX that can be set{_named(error)}"
    if drawn is None:
        return "the parts of this formula lie too deep in each other"
    return _unset(made) or ("" if drawn.width and drawn.height and said(made) else "there is nothing to set")


def _weight(element: _Element, rows: int = 1) -> int:
    """Return what it comes to to lay an element out: each row around it asks once how high it is."""
    is_row = element.tag in {"math", "mrow", "mtd"} or (element.tag == "msqrt" and len(element) > 1)
    return rows + sum(_weight(child, rows + is_row) for child in element)


def _refused(latex: str) -> str:
    """Say what a command of chemistry or of quantities can't hold, or that there is nothing at all."""
    try:
        return "" if plain(latex).strip() else "there is nothing to set"
    except ValueError as error:
        return str(error)


def _unset(made: _Element) -> str:
    """Say what of an equation would be left out in silence."""
    many = sum((one.text or "").strip() in INTEGRALS | SUMS for one in made.iter("mo"))
    if many > _OPERATORS:
        return f"a formula has at most {_OPERATORS} sums and integrals, this one {many}"
    unknown = [text for text in map(str, made.itertext()) if text.startswith("\\")]
    if unknown:
        return f"there is no command `{unknown[0]}`"
    return "`\\not` strikes out a relation, such as `\\not=`" if "\u29f8" in said(made) else ""


def _unbalanced(latex: str) -> str:
    depth = 0
    for sign in _BRACE.findall(latex):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return "a `}` has no `{` before it"
    return "a `{` is not closed" if depth else ""


def _strange(latex: str) -> str:
    """Find environments that the library does not know, or that are not closed; it would leave them out in silence."""
    if _DEFINES.search(latex):
        return "an equation cannot define commands"
    found: list[str] = []
    for what, name in _ENVIRONMENT.findall(latex):
        if name not in _environments():
            return f"there is no environment `{name}`"
        if what == "begin":
            found.append(name)
        elif not found or found.pop() != name:
            return f"`\\end{{{name}}}` closes nothing"
    return f"`\\begin{{{found[0]}}}` is not closed" if found else ""


@cache
def _environments() -> frozenset[str]:
    matrices = _library("latex2mathml.commands").MATRICES
    return frozenset(name.lstrip("\\") for name in matrices) | {"aligned"}


@cache
def _drawer() -> Any:  # noqa: ANN401 (a library's class)
    """Return what draws MathML, mended: tables have lines, words any script, and a row asks once for heights."""
    shapes = _library("ziamath.drawable")
    ruling.mend(_library("ziamath.nodes.mtable").Mtable, shapes)
    foreign.mend(_library("ziamath.nodes.mnumber"), shapes)
    row = _library("ziamath.nodes.mrow").Mrow
    whole = row._get_height_nostretch  # noqa: SLF001 its pass for the height, which else doubles at each depth

    def once(self: Any, line: Any, **named: Any) -> tuple[float, float]:  # noqa: ANN401 ziamath has no types
        found: tuple[float, float] = (0, 0) if named.get("nostretch") else whole(self, line, **named)
        return found

    row._get_height_nostretch = once  # noqa: SLF001 ziamath has no other way in
    return _library("ziamath.zmath").Math


def _library(name: str) -> Any:  # noqa: ANN401 (a module)
    """Load a library when an equation is first set: it takes a tenth of a second, and few courses have one."""
    return import_module(name)


def _named(error: Exception) -> str:
    """Write the name of a library's error as words: "missing super script or subscript"."""
    name = type(error).__name__.removesuffix("Error")
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f": {words}" if type(error).__module__.startswith("latex2mathml") else ""
