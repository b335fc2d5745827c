"""Texts as HTML: paragraphs and nested lists with the sizes, hangs and marks that they have in the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from coursepack.render.slides.content import Choices, Text
from coursepack.render.slides.flat.lengths import inches, points
from coursepack.render.slides.measure.fit import hang_of, level_of, spaces
from coursepack.render.slides.measure.items import numbered
from coursepack.render.slides.numbering import written
from coursepack.render.words import drawing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.content import Slide
    from coursepack.render.slides.inline import Paragraph, Run
    from coursepack.render.slides.layouts import Bullet, Frame, Level
    from coursepack.render.slides.measure.fit import Fit
    from coursepack.render.slides.native.page import Kit

_BIG = frozenset({"title", "unit"})
_LISTS = {"bullet": "ul", "number": "ol"}
# How PDF calls what DrawingML counts in.
_COUNTED = {"alphaLc": "LowerAlpha", "alphaUc": "UpperAlpha", "romanLc": "LowerRoman", "romanUc": "UpperRoman"}
_PLAIN = Markup()


def text(name: str, slide: Slide, frame: Frame, found: Fit, kit: Kit) -> Markup:
    """Return a text in its frame; a title is a heading, and of the first level where a course or unit begins."""
    content = slide.parts.get(name)
    if not isinstance(content, Text) or not content.paragraphs:
        return Markup()
    tag = ("h1" if slide.layout in _BIG else "h2") if frame.type == "title" else ""
    inside = paragraphs(content.paragraphs, found, kit, tag=tag, build=slide.build)
    return placed(frame, inside, name, step=_step(slide) if name in slide.answers else "")


def _step(slide: Slide) -> str:
    """Return at which click the reason comes: with the answers, or after those that come one by one."""
    apart = any(isinstance(part, Choices) and part.apart for part in slide.parts.values())
    return str(sum(len(part.items) for part in slide.parts.values() if isinstance(part, Choices)) if apart else 0)


def placed(frame: Frame, inside: Markup, name: str, *, step: str = "") -> Markup:
    """Put HTML where a frame is; its text is anchored as the layout says. What has a `step` comes at that click."""
    left, top, width, height = frame.at
    level = frame.levels[0] if frame.levels else None
    styles = [f"left:{inches(left)};top:{inches(top)};width:{inches(width)};height:{inches(height)}"]
    if frame.fill:
        styles.append(f"padding:0 {inches(frame.inset)};width:{inches(width - 2 * frame.inset)}")
    if level is not None:
        styles.append(f"font-size:{points(level.size)};line-height:{points(level.leading)}")
    kind = " ".join(
        [
            f"frame ink-{frame.colour} face-{frame.face} anchor-{frame.anchor} to-{frame.align}",
            *([f"on-{frame.fill}"] if frame.fill else []),
            *(["bold"] if frame.bold else []),
            *(["italic"] if frame.italic else []),
            *(["fragment"] if step else []),
        ]
    )
    click = Markup(' data-fragment-index="{}"').format(step) if step else Markup()
    # What the foot of each slide says again is for the eye: those who listen go by titles.
    heard = Markup(' aria-hidden="true"') if frame.type == "ftr" else Markup()
    return Markup('<div class="{} f-{}" style="{}"{}{}><div class="inside">{}</div></div>').format(
        kind, name, ";".join(styles), click, heard, inside
    )


def paragraphs(given: Sequence[Paragraph], found: Fit, kit: Kit, *, tag: str = "", build: bool = False) -> Markup:
    """Write paragraphs; lists are nested by their levels. With `build`, points of the first level come one by one."""
    made: list[Markup | str] = []
    open_: list[str] = []
    outer = min((one.level for one in given if one.marker), default=1)
    # Where the items begin that are open, in inches of the frame: an item inside them is placed from there.
    starts = {0: 0.0}
    text_ = numbered(given)
    for one, gap in zip(text_, spaces(given, found.levels), strict=True):
        wanted = one.level - outer + 1 if one.marker and not tag else 0
        level = level_of(one, found.levels)
        made += _to_depth(open_, wanted, _LISTS.get(one.marker, "ul"), _counting(one, _sign(one, level, kit)))
        step = " fragment" if build and one.marker and one.level == outer else ""
        base = starts.get(wanted - 1, 0.0)
        style = _style(one, level, gap, base)
        if wanted:
            starts[wanted] = _start(one, level)
            mark = _mark(one, level, kit, base)
            item = Markup('<li class="item{}" style="{}"{}>{}{}')
            made.append(item.format(step, style, _turned(one), mark, runs(one.runs)))
        else:
            made.append(Markup('<{0} style="{1}"{2}>{3}</{0}>').format(tag or "p", style, _turned(one), runs(one.runs)))
    made += _to_depth(open_, 0, "ul")
    return Markup("").join(made)


def _counting(one: Paragraph, sign: str) -> Markup:
    """Say to those who listen how a list counts whose first item has this sign; boxes are none."""
    own = "Disc" if one.marker == "bullet" else "Decimal"
    return Markup(' data-numbering="{}"').format(_COUNTED.get(one.numbering[:7], own) if sign else "None")


def _to_depth(open_: list[str], wanted: int, kind: str, counting: Markup = _PLAIN) -> Iterator[Markup]:
    """Close and open lists until so many are open, the last of a kind; an item that goes before is closed first."""
    if open_ and (len(open_) >= wanted):
        yield Markup("</li>")
    while len(open_) > wanted or (open_ and len(open_) == wanted and open_[-1] != kind):
        yield Markup("</{}>").format(open_.pop())
        if open_ and len(open_) >= wanted:
            yield Markup("</li>")
    while len(open_) < wanted:
        open_.append(kind)
        yield Markup("<{}{}>{}").format(kind, counting, Markup("<li>") if len(open_) < wanted else "")


_SIDES = {"l": "left", "ctr": "center", "r": "right"}


def _style(one: Paragraph, level: Level, gap: float, base: float) -> str:
    hang = _hang(one, level)
    side = f";text-align:{_SIDES[one.align]}" if one.align else ""
    first = -hang if hang and not level.bullet else 0.0
    return (
        f"font-size:{points(level.size)};line-height:{points(level.leading)};margin-bottom:{points(gap)};"
        f"padding-{_lead(one)}:{inches(_start(one, level) - base)};text-indent:{inches(first)}{side}"
    )


def _start(one: Paragraph, level: Level) -> float:
    """Return where a paragraph's lines begin, in inches from the side of its frame."""
    return level.indent + (_hang(one, level) if one.marker or not level.bullet else 0.0)


def _hang(one: Paragraph, level: Level) -> float:
    return hang_of(one, level) if level.bullet or level.hang else 0.0


def _lead(one: Paragraph) -> str:
    """Return the side that a paragraph begins at."""
    return "right" if one.rtl else "left"


def _turned(one: Paragraph) -> Markup:
    return Markup(' dir="rtl"') if one.rtl else Markup()


def _mark(one: Paragraph, level: Level, kit: Kit, base: float) -> Markup:
    """Return an item's dash, number, letter or box, in the place that its lines leave free."""
    if not level.bullet or one.continued:
        return Markup()
    box = " box" if _bullet(one, level, kit).font and not one.sign else ""
    left = f"{_lead(one)}:{inches(level.indent - base)}"
    made = Markup('<span class="mark{}" data-pdf="Lbl" style="{}">{}</span>')
    return made.format(box, left, _sign(one, level, kit))


def _sign(one: Paragraph, level: Level, kit: Kit) -> str:
    """Return what stands before an item as a sign; a box is drawn."""
    wanted = _bullet(one, level, kit) if level.bullet and not one.continued else None
    if wanted is None:
        return ""
    if one.sign or wanted.font:
        return one.sign
    return written(one.number, one.numbering) if wanted.numbering and one.numbering else wanted.sign(one.number)


def _bullet(one: Paragraph, level: Level, kit: Kit) -> Bullet:
    """Return how an item is marked: as its level says, if that is numbered as the item is."""
    wanted = kit.design.bullets[level.bullet]
    if bool(wanted.numbering) == (one.marker == "number"):
        return wanted
    return kit.design.bullets["dash" if wanted.numbering else "number"]


def runs(given: Sequence[Run]) -> Markup:
    """Write the runs of a paragraph."""
    return Markup("").join(_run(run) for run in given)


def _run(run: Run) -> Markup:
    if run.text == "\n":
        return Markup("<br>")
    if run.latex and not run.flat:
        return drawing.formula(run.latex, run.text, inline=not run.displayed)
    made: Markup = escape(run.text)
    if run.code:
        made = Markup("<code>{}</code>").format(made)
    for tag in (tag for tag, wanted in _marks(run) if wanted):
        made = Markup("<{0}>{1}</{0}>").format(tag, made)
    if run.small_caps:
        made = Markup('<span class="smallcaps">{}</span>').format(made)
    if run.italic:
        made = Markup("<em>{}</em>").format(made)
    if run.bold:
        made = Markup("<strong>{}</strong>").format(made)
    if run.colour:
        made = Markup('<span class="ink-{}">{}</span>').format(run.colour, made)
    if run.language:
        made = Markup('<span lang="{}">{}</span>').format(run.language, made)
    return Markup('<a href="{}">{}</a>').format(run.href, made) if run.href.startswith("http") else made


def _marks(run: Run) -> tuple[tuple[str, bool], ...]:
    return ("sup", run.shift > 0), ("sub", run.shift < 0), ("u", run.underlined), ("s", run.struck)


def prose(given: Sequence[Paragraph]) -> Markup:
    """Write speaker notes: paragraphs and lists without measures."""
    made: list[Markup | str] = []
    open_: list[str] = []
    outer = min((one.level for one in given if one.marker), default=1)
    for one, counted in zip(given, numbered(given), strict=True):
        wanted = one.level - outer + 1 if one.marker else 0
        made += _to_depth(open_, wanted, _LISTS.get(one.marker, "ul"))
        if wanted:
            made.append(Markup("<li{}>{}").format(_counted(one, counted.number), runs(one.runs)))
        else:
            made.append(Markup("<p>{}</p>").format(runs(one.runs)))
    made += _to_depth(open_, 0, "ul")
    return Markup("").join(made)


def _counted(one: Paragraph, number: int) -> Markup:
    """Write an item's number, where a browser or a page engine would count otherwise: not all know `value`."""
    way = one.numbering or ("arabicPeriod" if one.number else "")
    return Markup(" style=\"list-style-type:'{} '\"").format(written(number, way)) if way else Markup()
