"""Equations: LaTeX becomes a MathML tree, a vector drawing for paper, and a problem where it cannot be set."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lxml import etree

from coursepack.blocks.math import Math
from coursepack.problem import Problem
from coursepack.render.words.latex import lines, plain, usual
from coursepack.render.words.mathml import placed, tidied
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from coursepack.course import Course
    from coursepack.render.look.measure import Measure

# Letters of a formula; a page holds fewer.
LONGEST = 1_500
_SIZE = 24.0  # px: the size that equations are drawn at
_EM = 21.0  # px of a drawing that are one em of text: the small letters are then as high as the theme's
_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{([^}]*)\}")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_DEFINES = re.compile(r"\\(?:re)?newcommand\b|\\x?def\b|\\newenvironment\b")
_ADVICE = "Write LaTeX's own commands for formulas; in YAML, quote it with '…' or begin with `|`, for the backslashes"


@dataclass(frozen=True)
class Drawn:
    """An equation as an SVG; its width, its height and how far it goes below the baseline, in em of the text around."""

    svg: str
    width: float
    height: float
    depth: float


@lru_cache(maxsize=4096)
def draw(latex: str, *, inline: bool) -> Drawn:
    """Draw an equation as paths, without fonts and ids; inside a line of text it is set lower."""
    _library("ziafont.config").config.svg2 = False  # no <use>: ids would meet those of other drawings
    element = placed(deepcopy(tree(latex)), inline=inline)
    element.set("display", "inline" if inline else "block")
    made = _library("ziamath.zmath").Math(etree.tostring(element, encoding="unicode"), size=_SIZE)
    width, height = made.getsize()
    return Drawn(made.svg(), width / _EM, height / _EM, -made.getyofst() / _EM)


@lru_cache(maxsize=4096)
def tree(latex: str) -> _Element:
    """Return the MathML of an equation, for what is written and said from it."""
    # The library leaves a bare ampersand in some environments.
    source = re.sub(r"&(?!#?\w+;)", "&amp;", _library("ziamath.tex").tex2mml(plain(latex)))
    return tidied(etree.fromstring(re.sub(r'\sxmlns="[^"]*"', "", source)))


def said(element: _Element) -> str:
    """Return the signs inside an element."""
    return "".join(map(str, element.itertext())).strip()


def check(course: Course, page: Measure) -> Iterator[Problem]:
    """Yield a problem for every equation that cannot be set, or not in the measures of a page, at its place."""
    for text in texts(course):
        for token, span in (*text.marks("math"), *text.displays()):
            why = mistake(token.content)
            if why:
                yield Problem(span, "bad-equation", why, _ADVICE)
            elif draw(token.content, inline=True).width > page.line:
                said = "this formula is wider than a line"
                yield Problem(span, "wide-equation", said, "Give it a block of its own: `{math}`")
    for block in (block for part in course.parts() for block in part.blocks()):
        if isinstance(block, Math):
            yield from _block(block, page.broad, page.high)


def _block(block: Math, most: float, high: float) -> Iterator[Problem]:
    why = mistake(block.latex)
    if why:
        yield Problem(block.at("latex"), "bad-equation", why, _ADVICE)
        return
    drawn = draw(block.latex, inline=False)
    if drawn.width > most:
        advice = "Break it: `aligned` has lines"
        yield Problem(block.at("latex"), "wide-equation", "this equation is wider than a page", advice)
    if drawn.height > high and any(draw(line, inline=False).height > high for line in _alone(block.latex)):
        advice = "Write it in parts: lines of `aligned` go on over pages"
        yield Problem(block.at("latex"), "high-equation", "this equation is higher than a page", advice)


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
        made, drawn = tree(latex), draw(latex, inline=False)
    except Exception as error:  # noqa: BLE001 (what two libraries raise at bad LaTeX is no closed set)
        return f"this is not LaTeX that can be set{_named(error)}"
    return _unset(made) or ("" if drawn.width and drawn.height and said(made) else "there is nothing to set")


def _refused(latex: str) -> str:
    """Say what a command of chemistry or of quantities can't hold, or that there is nothing at all."""
    try:
        return "" if plain(latex).strip() else "there is nothing to set"
    except ValueError as error:
        return str(error)


def _unset(made: _Element) -> str:
    """Say what of an equation would be left out in silence."""
    unknown = [text for text in map(str, made.itertext()) if text.startswith("\\")]
    if unknown:
        return f"there is no command `{unknown[0]}`"
    if "\u29f8" in said(made):
        return "`\\not` strikes out a relation, such as `\\not=`"
    ruled = any(table.get("columnlines") or table.get("rowlines") for table in made.iter("mtable"))
    return "lines inside an array can't be drawn: leave `|` and `\\hline` out, or write a {table}" if ruled else ""


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


def _library(name: str) -> Any:  # noqa: ANN401 (a module)
    """Load a library when an equation is first set: it takes a tenth of a second, and few courses have one."""
    return import_module(name)


def _named(error: Exception) -> str:
    """Write the name of a library's error as words: "missing super script or subscript"."""
    name = type(error).__name__.removesuffix("Error")
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f": {words}" if type(error).__module__.startswith("latex2mathml") else ""
