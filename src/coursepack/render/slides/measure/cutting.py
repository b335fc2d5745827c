"""Cuts what stands as one slide into slides: all that its author wrote, and of one that nobody wrote what goes on it.

A course never stops for a slide that its author did not write: a title is cut short, words are broken where nothing
else helps, and what does not fit then is left out, which a note says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.problem import Severity
from coursepack.render.slides.content import Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.measure import findings
from coursepack.render.slides.measure.choices import ChoicesFit
from coursepack.render.slides.measure.diagrams import DiagramFit
from coursepack.render.slides.measure.fit import Fit, fit
from coursepack.render.slides.measure.formulas import FormulaFit
from coursepack.render.slides.measure.lanes import TimelineLayout
from coursepack.render.slides.measure.pagination import paginate
from coursepack.render.slides.measure.setting import ChartForm
from coursepack.render.slides.measure.tabling import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.problem import Problem
    from coursepack.render.slides.content import Content, Slide
    from coursepack.render.slides.layouts import Layout
    from coursepack.render.slides.measure.pagination import TypesetSlide
    from coursepack.render.slides.measure.setting import Setting
    from coursepack.render.slides.native.page import Kit

# What nobody wrote need not be said to be set smaller, or to go on.
_QUIET = frozenset({"slide-split", "slide-shrunk", "slide-widths", "chart-form"})
_LONG = re.compile(r"[^\s\u200b]{24,}")
# Code's blanks are bound to what follows; those that indent it stay so.
_BOUND = re.compile(r"(?<=[^\s\u200b])\u00a0+(?=[^\s\u200b])")
_EVERY = re.compile(r"(.{8})(?=.)")
_NUMBER = re.compile(r"\(.*\d\)")
# Parts that say nothing by themselves.
_AROUND = frozenset({"title", "footer", "page", "source", "unit", "tab", "time"})


def cut(slide: Slide, layout: Layout, kit: Kit) -> tuple[list[TypesetSlide], list[Problem]]:
    """Return the slides that one comes to, and what is to be said of them."""
    made, said = paginate(slide, layout, kit)
    if not slide.made:
        lost = slide.spare.intersection(_unfit(made))
        kept = replace(slide, parts={name: part for name, part in slide.parts.items() if name not in lost})
        return paginate(kept, layout, kit) if lost else (made, said)
    parts = dict(slide.parts)
    for name in _unfit(made):
        parts[name] = _eased(name, parts[name], layout, kit)
    notes = slide.notes
    if notes and parts["title"] is not slide.parts["title"]:
        notes = (*_text(slide.parts["title"]), *notes)
    eased = replace(slide, parts=parts, notes=notes)
    made, said = paginate(eased, layout, kit)
    unfit = list(_unfit(made))
    kept = replace(eased, parts={name: part for name, part in parts.items() if name not in unfit})
    if unfit:
        made, said = paginate(kept, layout, kit)
    empty = not set(kept.parts) - _AROUND and not kept.notes and set(slide.parts) - _AROUND
    noted = [findings.left_out(slide.at)] if unfit else []
    return ([] if empty else made), [*noted, *(one for one in said if _is_told(one))]


def _is_told(problem: Problem) -> bool:
    return problem.code not in _QUIET


def _unfit(made: Sequence[TypesetSlide]) -> Iterator[str]:
    """Yield the parts that no size makes fit."""
    yield from dict.fromkeys(name for one in made for name, setting in one.settings.items() if not _fits(setting))


def _fits(setting: Setting) -> bool:
    match setting:
        case ChartForm():
            return True
        case FormulaFit() | DiagramFit() | ChoicesFit():
            return setting.fits
        case TimelineLayout():
            return setting.whole
        case Plan(found=found) | (Fit() as found):
            return found.fits and not found.measured.wide


def _eased(name: str, content: Content, layout: Layout, kit: Kit) -> Content:
    if not isinstance(content, Text):
        return content
    broken = Text(tuple(map(_broken, content.paragraphs)))
    return _short(broken, layout, kit) if name == "title" else broken


def _broken(paragraph: Paragraph) -> Paragraph:
    """Let long words break anywhere, and lines of code at their blanks."""

    def pieces(word: re.Match[str]) -> str:
        return _EVERY.sub("\\1\u200b", word[0])

    def eased(run: Run) -> str:
        return _LONG.sub(pieces, _BOUND.sub("\\g<0>\u200b", run.text) if run.code else run.text)

    return replace(paragraph, runs=tuple(replace(run, text=eased(run)) for run in paragraph.runs))


def _short(title: Text, layout: Layout, kit: Kit) -> Text:
    """Cut a title after the last word with which it fits; a number in brackets at its end stays."""
    frame = layout.frames["title"]
    words = " ".join(paragraph.text for paragraph in title.paragraphs).split(" ")
    tail = f" {words.pop()}" if _NUMBER.fullmatch(words[-1]) else ""
    for count in range(len(words), 0, -1):
        made = Text((Paragraph((Run(" ".join(words[:count]).rstrip(" ,;:.") + "…" + tail),)),))
        if _fits(fit(made.paragraphs, frame, kit.floors[frame.floor], kit.faces)):
            break
    return made


def _text(content: Content) -> tuple[Paragraph, ...]:
    return content.paragraphs if isinstance(content, Text) else ()


def spared(slide: Slide, problems: Sequence[Problem]) -> list[Problem]:
    """Return what is said of a slide that is filled: nothing about one that nobody wrote stops a course."""
    if not slide.made:
        return list(problems)
    return [one if one.severity is not Severity.ERROR else findings.left_out(slide.at) for one in problems]
