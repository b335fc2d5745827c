"""From what the author wrote as one slide to the slides it takes: what does not fit goes on, and it is said.

Of a slide's frames those that `flow` go on over several slides; the others (a source, what is said of the time) stand
on each, and its title says which of them it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from coursepack.problem import Severity
from coursepack.render.look.bidi import leads_right
from coursepack.render.slides.content import (
    ChartFigure,
    DiagramFigure,
    Equation,
    Table,
    Text,
    Timeline,
    units,
)
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.measure import diagrams, findings, shares
from coursepack.render.slides.measure.choices import ChoicesFit
from coursepack.render.slides.measure.diagrams import DiagramFit
from coursepack.render.slides.measure.eras import parted as timelines
from coursepack.render.slides.measure.fit import Fit, fit
from coursepack.render.slides.measure.flow import flow
from coursepack.render.slides.measure.formulas import FormulaFit, fitted, parted, points, roomy
from coursepack.render.slides.measure.lanes import TimelineLayout
from coursepack.render.slides.measure.setting import ChartForm
from coursepack.render.slides.measure.spreading import apart, spread
from coursepack.render.slides.measure.stacking import stacked
from coursepack.render.slides.measure.tabling import Plan, plan
from coursepack.render.slides.native.chart import canvas
from coursepack.render.slides.plots.form import formed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coursepack.problem import Problem, Span
    from coursepack.render.slides.content import Content, Slide
    from coursepack.render.slides.layouts import Design, Frame, Layout
    from coursepack.render.slides.measure.setting import Setting
    from coursepack.render.slides.native.page import Kit

    Paginated = Callable[[Slide], tuple[list["TypesetSlide"], list[Problem]]]


# The frame of a column, and that of the head above it, which stands there only as long as the column goes on.
_BODY, _HEAD = "body-", "head-"


@dataclass(frozen=True)
class TypesetSlide:
    """A slide as it is to be made, and how its texts are set, by the names of their frames."""

    slide: Slide
    settings: Mapping[str, Setting]
    # Frames that stand elsewhere than on the layout.
    frames: Mapping[str, Frame] = field(default_factory=dict)

    def on(self, layout: Layout) -> Layout:
        """Return a layout with the frames where they stand on this slide."""
        return layout.model_copy(update={"frames": {**layout.frames, **self.frames}}) if self.frames else layout


@dataclass(frozen=True)
class _Strip:
    """What goes on over several slides in one frame: its content and how it is set, slide by slide."""

    name: str
    pieces: Sequence[tuple[Content, Setting]]


def paginate(slide: Slide, layout: Layout, kit: Kit) -> tuple[list[TypesetSlide], list[Problem]]:
    """Return the slides that one of the author's takes, and what is to be said of them."""
    parts = _parts(slide)
    taller = {**_over(parts, layout), **shares.placed(slide, parts, layout, kit)}
    layout = layout.model_copy(update={"frames": {**layout.frames, **taller}})
    stack = stacked(parts, layout, kit)
    # What shares its room is set together, and stays together.
    alone = {name: content for name, content in parts.items() if name not in stack.frames}
    strips = [strip for strip in _strips(alone, layout, kit) if strip.pieces]
    count = max((len(strip.pieces) for strip in strips), default=1)
    moving = {strip.name for strip in strips}
    still: dict[str, Content] = {name: content for name, content in parts.items() if name not in moving}
    settings: dict[str, Setting] = {
        name: fit(content.paragraphs, layout.frames[name], _floor(layout.frames[name], kit), kit.faces)
        for name, content in still.items()
        if isinstance(content, Text) and name in layout.frames
    }
    settings |= stack.settings
    titles = _titles(slide, still.get("title"), count)
    if titles and slide.part[0] > 1:
        still["title"] = titles[0]
    if (count > 1 or slide.part[0] > 1) and titles:
        settings["title"] = _title(titles, layout.frames["title"], kit)
    made = [
        replace(_typeset(slide, number, strips, (still, settings), titles), frames={**taller, **stack.frames})
        for number in range(count)
    ]
    return made, list(_said(made, layout, kit))


def slides(written: Slide, design: Design, paginated: Paginated) -> Iterator[Slide]:
    """Yield the slides that one of the author's stands for; `paginated` says what one of them comes to."""
    for one in _chosen(written, paginated):
        yield from _spreads(one, design, paginated)


def _chosen(slide: Slide, paginated: Paginated) -> tuple[Slide, ...]:
    """Return a slide, or those that stand in its place where it does not hold what is on it."""
    if not slide.otherwise:
        return (slide,)
    # Before words are broken or left out in columns, these stand one after the other.
    tried = replace(slide, made=slide.made and not slide.columns)
    made, said = ([], []) if slide.figures else paginated(tried)
    is_whole = len(made) == 1 and _is_quiet(said) and not any(one.code == findings.LEFT_OUT for one in said)
    return (replace(slide, otherwise=()),) if is_whole else slide.otherwise


def _is_quiet(said: Sequence[Problem]) -> bool:
    return all(problem.severity is Severity.NOTE for problem in said)


def _spreads(slide: Slide, design: Design, paginated: Paginated) -> list[Slide]:
    """Return the slides of one with its figures, each with its number."""

    def fits(one: Slide) -> bool:
        made, said = paginated(one)
        return len(made) == 1 and _is_quiet(said)

    if slide.figures:
        found = spread(slide, design, fits)
    elif points(slide.parts) and not _holds(paginated(slide)[0]):
        found = spread(apart(slide), design, fits)
    else:
        return [slide]
    counts = [len(paginated(one)[0]) for one in found]
    firsts = accumulate(counts, initial=1)
    return [replace(one, part=(first, sum(counts))) for one, first in zip(found, firsts, strict=False)]


def _holds(made: Sequence[TypesetSlide]) -> bool:
    """Tell whether an equation has room above its points."""
    fits = [one.fits for typeset in made for one in typeset.settings.values() if isinstance(one, FormulaFit)]
    return bool(fits) and all(fits)


def _floor(frame: Frame, kit: Kit) -> float:
    return kit.floors[frame.floor]


def _over(parts: Mapping[str, Content], layout: Layout) -> dict[str, Frame]:
    """Return the frames that have the room of one below them, where that is empty."""
    return {
        name: roomy(frame, layout.frames.get(frame.over))
        for name, frame in layout.frames.items()
        if frame.over and parts.get(frame.over, Text(())) == Text(())
    }


def _parts(slide: Slide) -> Mapping[str, Content]:
    """Return what the markup has, and the unit of a chart, which the chart carries; in a column, with its side."""
    said = {name: Text((Paragraph((Run(unit),)),)) for name, unit in units(slide.parts).items()}
    return {**said, **slide.parts} if said else slide.parts


def _strips(parts: Mapping[str, Content], layout: Layout, kit: Kit) -> Iterator[_Strip]:
    """Set what goes on: texts that stand side by side together, for they share their sizes."""
    texts: list[tuple[str, tuple[Paragraph, ...], Frame]] = []
    for name, frame in layout.frames.items():
        match parts.get(name):
            case Table() as table:
                plans = plan(table, frame, _floor(frame, kit), kit.design.table, kit.faces)
                yield _Strip(name, [(one.table, one) for one in plans])
            case ChartFigure() as figure:
                yield _Strip(name, _charts(figure, frame, kit))
            case DiagramFigure() as diagram:
                yield _Strip(name, diagrams.parted(diagram, frame, kit.floors, kit.faces))
            case Equation() as equation:
                yield _Strip(name, _formula(equation, name, layout, kit, alone=not points(parts)))
            case Timeline() as timeline:
                yield _Strip(name, timelines(timeline, frame, kit.design.timeline, kit.faces))
            case Text(paragraphs=paragraphs) if paragraphs and frame.flow:
                texts.append((name, paragraphs, frame))
    if texts:
        floor = max(_floor(frame, kit) for _, _, frame in texts)
        flows = flow([(text, frame) for _, text, frame in texts], floor, kit.faces)
        for (name, _, _), found in zip(texts, flows, strict=True):
            yield _Strip(name, [(Text(piece), found.fit) for piece in found.pieces])


def _formula(
    equation: Equation, name: str, layout: Layout, kit: Kit, *, alone: bool
) -> Sequence[tuple[Content, Setting]]:
    """Set an equation: with the room below it where it is alone, over as many slides as it takes."""
    frame = layout.frames[name]
    floor = _floor(frame, kit)
    return (
        parted(equation, roomy(frame, layout.frames.get("body")), floor)
        if alone
        else [(equation, fitted(equation, frame, floor))]
    )


def _charts(figure: ChartFigure, frame: Frame, kit: Kit) -> Sequence[tuple[Content, Setting]]:
    """Give a chart its form, and the slides that its rows take."""
    found = formed(figure.chart, canvas(figure.chart, frame, kit))
    return [
        (ChartFigure(part, _counted(figure.alt, number, len(found.parts))), ChartForm(found.said))
        for number, part in enumerate(found.parts)
    ]


def _counted(alt: str, number: int, count: int) -> str:
    return f"{alt} ({number + 1}/{count})" if alt and count > 1 else alt


def _plain(slide: Slide) -> str:
    """Return the words of a slide's title."""
    title = slide.parts.get("title")
    return " ".join(paragraph.text for paragraph in title.paragraphs) if isinstance(title, Text) else ""


def _titles(slide: Slide, title: Content | None, count: int) -> list[Text]:
    """Return the title of each slide: the author's, and from the second on which of the slides it is."""
    if not isinstance(title, Text) or not title.paragraphs:
        return []
    before, _, after = slide.continued.partition("{title}")
    *rest, last = title.paragraphs
    first, total = slide.part[0], max(slide.part[1], count)
    made = [title] if first == 1 else []
    for part in range(max(first, 2), first + count):
        head, tail = (words.format(part=part, parts=total) for words in (before, after))
        # The blanks in "(2 of 3)" do not break; the one before it may.
        tail = f"{tail[:1]}{_apart(_bound(tail[1:])) if last.rtl else _bound(tail[1:])}"
        runs = (Run(head), *last.runs, Run(tail))
        made.append(Text((*rest, replace(last, runs=tuple(run for run in runs if run.text)))))
    return made


def _bound(words: str) -> str:
    return words.replace(" ", "\u00a0")


def _apart(words: str) -> str:
    """Put marks around what ends a title from right to left.

    The first (U+200F) parts it from a foreign word before it; those around (U+200E) keep its own order, where that is
    from left to right.
    """
    return f"\u200f{words}" if leads_right(words) else f"\u200f\u200e{words}\u200e"


def _title(titles: Sequence[Text], frame: Frame, kit: Kit) -> Fit:
    """Set all titles as the one that needs the smallest type."""
    found = [fit(title.paragraphs, frame, _floor(frame, kit), kit.faces) for title in titles]
    return min(found, key=lambda one: (one.fits, one.levels[0].size))


def _typeset(
    slide: Slide,
    number: int,
    strips: Sequence[_Strip],
    still: tuple[Mapping[str, Content], Mapping[str, Setting]],
    titles: Sequence[Text],
) -> TypesetSlide:
    """Return one of the slides; what leads on from the text stands on the last one alone."""
    moving = {strip.name: strip.pieces[number] for strip in strips if number < len(strip.pieces)}
    parts = {**still[0], **{name: content for name, (content, _) in moving.items()}}
    settings = {**still[1], **{name: setting for name, (_, setting) in moving.items()}}
    count = max((len(strip.pieces) for strip in strips), default=1)
    if number < count - 1:
        parts.pop("next", None)
    for strip in strips:
        if number >= len(strip.pieces) and strip.name.startswith(_BODY):
            parts.pop(strip.name.replace(_BODY, _HEAD, 1), None)
    if not number:
        return TypesetSlide(replace(slide, parts=parts), settings)
    if titles:
        parts["title"] = titles[number]
    notes = (Paragraph((Run(slide.continued_notes),)),) if slide.notes else ()
    return TypesetSlide(replace(slide, parts=parts, id="", notes=notes), settings)


def _said(made: Sequence[TypesetSlide], layout: Layout, kit: Kit) -> Iterator[Problem]:
    """Say what was set smaller, split, or does not fit; of all slides together, once each."""
    at, title, (first, parts) = made[0].slide.at, _plain(made[0].slide), made[0].slide.part
    if first == 1 and max(len(made), parts) > 1:
        yield findings.split(at, max(len(made), parts))
    seen = set()
    for typeset in made:
        for name, setting in typeset.settings.items():
            for problem in _said_of(name, setting, _sizes(layout.frames[name], kit), at, title):
                # That some text is small is said of a slide once.
                key = problem.code if problem.severity is Severity.NOTE else problem
                if key not in seen and not (name in typeset.slide.spare and problem.severity is Severity.NOTE):
                    seen.add(key)
                    yield problem


def _sizes(frame: Frame, kit: Kit) -> tuple[float, float]:
    """Return the size that a frame's text has where it has room, and the least."""
    return (frame.levels[0].size if frame.levels else 0.0), _floor(frame, kit)


def _said_of(name: str, setting: Setting, sizes: tuple[float, float], at: Span, title: str) -> Iterator[Problem]:
    match setting:
        case FormulaFit(fits=False):
            yield findings.large(at, setting.size)
        case DiagramFit():
            yield from findings.drawn(at, setting.size, setting.plain, fits=setting.fits, turned=setting.turned)
        case ChartForm():
            if setting.said:
                yield findings.formed(at, setting.said)
        case TimelineLayout():
            if not setting.whole:
                yield findings.crowded(at)
        case ChoicesFit(fits=False):
            yield findings.unchosen(at)
        case Plan(found=found) | (Fit() as found):
            if isinstance(setting, Plan) and setting.eased:
                yield findings.eased(at)
            yield from findings.of_text(at, name, title, found, sizes)
