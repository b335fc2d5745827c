"""A stage for every slide: the template's own form where that holds it, and step by step less of it where not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from coursepack.problem import Problem, Severity
from coursepack.render.geometry import Box, bounding_box
from coursepack.render.slides.content import Picture, Text, units
from coursepack.render.slides.measure.fit import fit, ruler_of
from coursepack.render.slides.school import frames, paint, recipe
from coursepack.render.slides.school.breaking import broken
from coursepack.render.slides.school.compose import compose
from coursepack.render.slides.school.dress import Borrowed, marks, plates, shapes
from coursepack.render.slides.school.match import ranked
from coursepack.render.slides.school.placeholders import Task, flowing
from coursepack.render.slides.school.rungs import FIRST, LADDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment

    from coursepack.course import Template
    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.content import Slide
    from coursepack.render.slides.layouts import Design, Frame, Layout
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.school.placeholders import Seat
    from coursepack.render.slides.school.recipe import Book, Recipe
    from coursepack.render.slides.school.rungs import Rung
    from coursepack.render.slides.school.survey import Native
    from coursepack.render.slides.school.twins import Families


# What stands outside the room below the title.
_FEET = frozenset({"ftr", "sldNum"})
_SOURCE = "source"
_HEAD = "head-"
_ALONE = _FEET | {"title"}


@dataclass(frozen=True)
class Lender:
    """Makes a stage for each slide, and remembers it: slides with the same frames share one."""

    template: Template
    design: Design
    theme: Theme
    templates: Environment
    language: str
    book: Book
    natives: list[Native]
    chosen: Mapping[str, Native]
    families: Families
    faces: Faces
    made: dict[tuple[str, frozenset[str], Rung, frozenset[str]], Borrowed] = field(default_factory=dict)
    said: dict[str, Problem] = field(default_factory=dict)

    def stages(self, slide: Slide) -> Iterator[tuple[Borrowed, Slide]]:
        """Yield the stages that a slide may stand on, and what of it stands there: the template's own form first."""
        for rung in (FIRST,) if self.template.strict else LADDER:
            stage = self._stage(slide, rung)
            shown = self._spared(slide, stage)
            brief = self._brief(shown, stage)
            if shown is not slide or brief:  # what is left out, or is short, leaves its room to the others
                stage = self._stage(shown, rung, brief)
            yield stage, broken(shown) if rung.breaks else shown

    def problems(self) -> list[Problem]:
        """Return what is to be said of the template, once each."""
        notes = []
        if self.families.unknown:
            listed = " and ".join(f"`{name}`" for name in self.families.unknown)
            message = f"the template's face {listed} is not known: text is measured as wide as Verdana"
            help_text = "Look whether lines could be fuller, or use a face that twins.yaml lists"
            notes.append(Problem(self.template.at, "template-face", message, help_text, Severity.NOTE))
        return [*notes, *self.said.values()]

    def _stage(self, slide: Slide, rung: Rung, brief: frozenset[str] = frozenset()) -> Borrowed:
        """Return the stage of a slide on a rung."""
        present = frozenset(_present(slide, self.design))
        key = (slide.layout, present, rung, brief)
        if key not in self.made:
            self.made[key] = self._make(slide.layout, present, rung, brief)
        return self.made[key]

    def _brief(self, slide: Slide, stage: Borrowed) -> frozenset[str]:
        """Name the source of a picture that is no longer than a line: words in a picture are as large as its room."""
        source, frame = slide.parts.get(_SOURCE), stage.layout.frames.get(_SOURCE)
        pictured = any(isinstance(part, Picture) for part in slide.parts.values())
        if not pictured or frame is None or not isinstance(source, Text):
            return frozenset()
        measured = ruler_of(frame, self.faces).measure(source.paragraphs, frame.levels)
        return frozenset({_SOURCE}) if measured.height <= frame.levels[0].leading else frozenset()

    def _spared(self, slide: Slide, stage: Borrowed) -> Slide:
        """Take away what is no author's and finds no room, and say so."""
        gone = [
            name
            for name in self.book.ours
            if isinstance(part := slide.parts.get(name), Text) and part.paragraphs and name in stage.layout.frames
            if not self._fits(part, stage.layout.frames[name], stage)
        ]
        if self.template.strict or not gone:
            return slide
        for name in gone:
            message = f"the {name} of `{slide.layout}` finds no room on the template's `{stage.native.name}`: left out"
            help_text = "Give it more room in the template, or leave it so"
            self.said[message] = Problem(self.template.at, "template-composed", message, help_text, Severity.NOTE)
        return replace(slide, parts={name: part for name, part in slide.parts.items() if name not in gone})

    def _fits(self, part: Text, frame: Frame, stage: Borrowed) -> bool:
        return fit(part.paragraphs, frame, stage.floors[frame.floor], self.faces).fits

    def _make(self, name: str, present: frozenset[str], rung: Rung, brief: frozenset[str]) -> Borrowed:
        layout = _headed(self.design.layouts[name])
        rules = self.book.layouts.get(name) or recipe.usual(layout)
        chosen = self.chosen.get(name)
        natives = [chosen] if chosen is not None else ranked(rules, self.natives, self.book)
        if not natives:  # `borrow` has seen a title
            raise LookupError(name)
        tasks = (self._task(layout, rules, native, present, rung) for native in natives)
        made = self._best(replace(task, brief=brief) for task in tasks)
        task, seats, native = made.task, made.seats, made.native
        self._say(name, native, seats, present)
        design = self._design(seats, task, paint.scheme(native, made.room))
        shown = shapes(
            seats,
            self._colours(native, seats, design, task),
            design,
            self.templates,
            (self.families.heading, self.families.body, self.language),
        )
        under = plates(made.plates, self.templates, self.language)
        light = [(Box(0, 0, 0, 0), name) for name in (paint.light(native, made.room),) if name]
        mount = next(iter(plates(light, self.templates, self.language)), None)
        placed = layout.model_copy(update={"frames": self._placed(layout, seats, frames.scale(native, self.design))})
        mapping = _mapping(native, paint.link(native, made.room))
        return Borrowed(
            native.layout,
            placed,
            design,
            task.floors,
            shown,
            marks(seats),
            mapping,
            mount,
            under,
        )

    def _placed(self, layout: Layout, seats: Mapping[str, Seat], scale: float) -> dict[str, Frame]:
        """Return the frames in their places, and how large few words may be in them: below heads of columns no more."""
        if any(name.startswith(_HEAD) for name in seats):
            return {key: seat.filled for key, seat in seats.items()}
        title = seats["title"].frame.levels[0].size
        return {key: frames.growing(seat.filled, layout.frames[key], scale, title) for key, seat in seats.items()}

    def _task(self, layout: Layout, rules: Recipe, native: Native, present: frozenset[str], rung: Rung) -> Task:
        """Return what is to be composed; the least sizes grow and shrink with the slide.

        A footer is left out rather than set smaller.
        """
        scale, left = frames.scale(native, self.design), {"title": rung.title, "footer": 1.0}
        sizes = {key: size * scale * left.get(key, rung.share) for key, size in self.theme.deck.floors.items()}
        floors = {key: ceil(size * 2) / 2 for key, size in sizes.items()}
        return Task(layout, rules, native, self.design, self.book, floors, present, rung)

    def _best(self, tasks: Iterator[Task]) -> _Composed:
        """Compose on the first layout that needs no plate, or on the first of all."""
        first = self._compose(next(tasks))
        return next((one for one in chain([first], map(self._compose, tasks)) if not one.plates), first)

    def _compose(self, task: Task) -> _Composed:
        """Give the frames their places, and lay plates where nothing could be read otherwise."""
        seats, room = compose(task)
        if task.rung.flows:
            seats = {name: flowing(seat) if name not in self.book.ours else seat for name, seat in seats.items()}
        seats = {name: seat for name, seat in seats.items() if seat.frame.type not in _FEET or self._reads(task, seat)}
        native, plates = paint.plated(task.native, list(self._grounds(task, seats)))
        return _Composed(task, seats, room, native, plates)

    def _reads(self, task: Task, seat: Seat) -> bool:
        """Say whether a text can be read where it stands, in the template's colour or another of its theme's."""
        need = _need(task, seat.frame)
        return paint.colour(task.native, seat, {}, need)[1] >= need

    def _grounds(self, task: Task, seats: Mapping[str, Seat]) -> Iterator[tuple[Box, float]]:
        """Yield where something stands that has to be read, and the contrast it needs: the title, and all below it."""
        title = seats["title"].frame
        yield title.box, _need(task, title)
        below = [seat.frame.box for seat in seats.values() if seat.frame.type not in _ALONE]
        if below:
            yield bounding_box(below), paint.USUAL

    def _design(self, seats: Mapping[str, Seat], task: Task, scheme: Mapping[str, str]) -> Design:
        """Return the design with the template's colours and sizes for what is drawn."""
        ratio, floor = frames.share(task.native, self.design, self.book), task.floors["body"]
        sizes = {
            name: max(floor, round(getattr(self.design.chart, name) * ratio)) for name in ("axis", "label", "word")
        }
        drawn = frames.drawn(self.design, frames.scale(task.native, self.design))
        update = {
            "scheme": dict(scheme),
            "bullets": {**drawn.bullets, "own": drawn.bullets["dash"]},
            "chart": drawn.chart.model_copy(update=sizes),
            "table": drawn.table.model_copy(update={"height": drawn.table.height * ratio}),
        }
        found = drawn.model_copy(update=update)
        timeline = seats.get("timeline")
        return found if timeline is None else frames.timed(found, timeline.frame)

    def _colours(self, native: Native, seats: Mapping[str, Seat], design: Design, task: Task) -> dict[str, str]:
        """Return the colours to write, by frame; what can't be read on its ground is reported."""
        found = {}
        for key, seat in seats.items():
            if seat.frame.type in {"pic", "tbl", "chart", "region"} or not seat.frame.levels:
                continue
            need = _need(task, seat.frame)
            found[key], reached = paint.colour(native, seat, design.scheme, need)
            if reached < need:
                message = (
                    f"the {key} on `{native.name}` has a contrast of {reached:.1f} to what is behind it, not {need:g}"
                )
                help_text = "Choose another layout for it in course.yaml, or a plainer ground in the template"
                self.said[message] = Problem(self.template.at, "low-contrast", message, help_text, Severity.WARNING)
        return found

    def _say(self, name: str, native: Native, seats: Mapping[str, Seat], present: frozenset[str]) -> None:
        """Note what the template has no placeholder for."""
        loose = [key for key, seat in seats.items() if seat.slot is None or seat.slot.mark is None]
        frames_of = self.design.layouts[name].frames
        gone = [key for key in frames_of if key in present and key not in seats]
        said = [f"{', '.join(loose)} beside its placeholders"] if loose else []
        said += [f"{', '.join(gone)} left out"] if gone else []
        if said:
            message = f"`{name}` is composed on the template's `{native.name}`: {'; '.join(said)}"
            help_text = (
                f"Name another layout for it in course.yaml, if there is one: `deck: {{layouts: {{{name}: …}}}}`"
            )
            self.said[f"{name}/{message}"] = Problem(
                self.template.at, "template-composed", message, help_text, Severity.NOTE
            )


def _headed(layout: Layout) -> Layout:
    """Give a title the least size of titles, also where ours is a small one: the template's own stands there."""
    titles = {name: frame for name, frame in layout.frames.items() if frame.type == "title"}
    changed = {name: frame.model_copy(update={"floor": "title"}) for name, frame in titles.items()}
    return layout.model_copy(update={"frames": {**layout.frames, **changed}})


def _need(task: Task, frame: Frame) -> float:
    """Return the contrast that a frame's text needs."""
    return paint.least(frame, task.floors[frame.floor], frames.scale(task.native, task.design))


@dataclass(frozen=True)
class _Composed:
    """Frames in their places on a layout, the room below the title, and the plates that were laid there.

    The layout (`native`) has the plates among what stands behind its text.
    """

    task: Task
    seats: Mapping[str, Seat]
    room: Box
    native: Native
    plates: tuple[tuple[Box, str], ...]


def _mapping(native: Native, link: str) -> dict[str, str] | None:
    """Return a slide's own mapping of colours: where its layout has one, or where links can't be read otherwise."""
    own = next(native.layout.element.iter(qn("a:overrideClrMapping")), None)
    if own is None and not link:
        return None
    found = dict((native.layout.slide_master.element.find(qn("p:clrMap")) if own is None else own).attrib)
    return {**found, "hlink": link, "folHlink": link} if link else found


def _present(slide: Slide, design: Design) -> set[str]:
    """Return the frames that a slide has something for; its number, if its layout shows one; units of its charts."""
    layout = design.layouts[slide.layout]
    found = {name for name, content in slide.parts.items() if name in layout.frames and content != Text(())}
    found |= units(slide.parts).keys() & layout.frames.keys()
    return found | {name for name, frame in layout.frames.items() if frame.type == "sldNum"}
