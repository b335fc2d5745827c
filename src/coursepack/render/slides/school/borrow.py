"""A school's template becomes the base of a deck: opened, surveyed, matched, and a stage made for every slide."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from coursepack.problem import Problem, Severity
from coursepack.render.slides.base import Base
from coursepack.render.slides.markup import ChartFigure, Text
from coursepack.render.slides.measure import faces
from coursepack.render.slides.school import frames, paint, recipe
from coursepack.render.slides.school.compose import compose
from coursepack.render.slides.school.dress import Borrowed, marks, shapes
from coursepack.render.slides.school.match import choose, named
from coursepack.render.slides.school.opening import TemplateError, open_empty
from coursepack.render.slides.school.placeholders import Task
from coursepack.render.slides.school.survey import survey
from coursepack.render.slides.school.twins import families

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from coursepack.course import Template
    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.markup import Slide
    from coursepack.render.slides.school.placeholders import Seat
    from coursepack.render.slides.school.recipe import Book
    from coursepack.render.slides.school.survey import Native
    from coursepack.render.slides.school.twins import Families


def borrow(
    template: Template, design: Design, theme: Theme, templates: Environment, language: str
) -> tuple[Base | None, list[Problem]]:
    """Build on a school's template; no base where that can't serve, and then an error that says why."""
    try:
        deck = open_empty(template.data, design, templates, language)
    except TemplateError as error:
        return None, [Problem(template.at, "template-unfit", str(error), error.advice)]
    masters = survey(deck)
    serving = next((number for number, natives in enumerate(masters) if any(one.title for one in natives)), None)
    if serving is None:
        message = "no layout of the template has a title, nor has its master"
        return None, [Problem(template.at, "template-unfit", message, "Give a layout a title in the master's view")]
    chosen, problems = named(template, design.layouts, masters)
    if problems:
        return None, problems
    book = recipe.load(templates)
    found = families(deck.slide_masters[serving], theme, templates)
    lender = _Lender(template, design, theme, templates, language, book, masters[serving], chosen, found)
    measured = faces.load(found.theme, design.code.advance)
    return Base(deck, found.theme, measured, lender.stage, lender.problems), []


@dataclass(frozen=True)
class _Lender:
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
    stages: dict[tuple[str, frozenset[str]], Borrowed] = field(default_factory=dict)
    said: dict[str, Problem] = field(default_factory=dict)

    def stage(self, slide: Slide) -> Borrowed:
        """Return the stage of a slide."""
        present = frozenset(_present(slide, self.design))
        key = (slide.layout, present)
        if key not in self.stages:
            self.stages[key] = self._make(slide.layout, present)
        return self.stages[key]

    def problems(self) -> list[Problem]:
        """Return what is to be said of the template, once each."""
        notes = []
        if self.families.unknown:
            listed = " and ".join(f"`{name}`" for name in self.families.unknown)
            message = f"the template's face {listed} is not known: text is measured as wide as Verdana"
            help_text = "Look whether lines could be fuller, or use a face that twins.yaml lists"
            notes.append(Problem(self.template.at, "template-face", message, help_text, Severity.NOTE))
        return [*notes, *self.said.values()]

    def _make(self, name: str, present: frozenset[str]) -> Borrowed:
        layout = self.design.layouts[name]
        rules = self.book.layouts.get(name) or recipe.usual(layout)
        native = self.chosen.get(name) or choose(rules, self.natives, self.book)
        if native is None:  # `borrow` has seen a title
            raise LookupError(name)
        floors: dict[str, float] = dict(self.theme.deck.floors.items())
        task = Task(layout, rules, native, self.design, self.book, floors, present)
        seats, room = compose(task)
        self._say(name, native, seats, present)
        design = self._design(seats, frames.share(native, self.design, self.book), paint.scheme(native, room))
        colours = self._colours(native, seats, design)
        made = shapes(
            seats, colours, design, self.templates, (self.families.heading, self.families.body, self.language)
        )
        placed = layout.model_copy(update={"frames": {key: seat.frame for key, seat in seats.items()}})
        light = paint.light(native, room)
        return Borrowed(
            native.layout, placed, design, made, marks(seats), _mapping(native, paint.link(native, room)), light
        )

    def _design(self, seats: Mapping[str, Seat], ratio: float, scheme: Mapping[str, str]) -> Design:
        """Return the design with the template's colours and sizes for what is drawn."""
        floor = self.theme.deck.floors["body"]
        sizes = {
            name: max(floor, round(getattr(self.design.chart, name) * ratio)) for name in ("axis", "label", "word")
        }
        update = {
            "scheme": dict(scheme),
            "bullets": {**self.design.bullets, "own": self.design.bullets["dash"]},
            "chart": self.design.chart.model_copy(update=sizes),
            "table": self.design.table.model_copy(update={"height": self.design.table.height * ratio}),
        }
        found = self.design.model_copy(update=update)
        drawn = seats.get("timeline")
        return found if drawn is None else frames.timed(found, drawn.frame)

    def _colours(self, native: Native, seats: Mapping[str, Seat], design: Design) -> dict[str, str]:
        """Return the colours to write, by frame; what can't be read on its ground is reported."""
        found = {}
        for key, seat in seats.items():
            if seat.frame.type in {"pic", "tbl", "chart", "region"} or not seat.frame.levels:
                continue
            need = paint.least(seat.frame, self.theme.deck.floors[seat.frame.floor])
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


def _mapping(native: Native, link: str) -> dict[str, str] | None:
    """Return a slide's own mapping of colours: where its layout has one, or where links can't be read otherwise."""
    own = next(native.layout.element.iter(qn("a:overrideClrMapping")), None)
    if own is None and not link:
        return None
    found = dict((native.layout.slide_master.element.find(qn("p:clrMap")) if own is None else own).attrib)
    return {**found, "hlink": link, "folHlink": link} if link else found


def _present(slide: Slide, design: Design) -> set[str]:
    """Return the frames that a slide has something for; its number, if its layout shows one."""
    layout = design.layouts[slide.layout]
    found = {name for name, content in slide.parts.items() if name in layout.frames and content != Text(())}
    figure = slide.parts.get("chart")
    if isinstance(figure, ChartFigure) and figure.chart.unit:
        found |= {"unit"} & set(layout.frames)
    return found | {name for name, frame in layout.frames.items() if frame.type == "sldNum"}
