"""Makes one copy's pack of a course."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coursepack.pack import Copy, Pack, PackPart
from coursepack.resolve import citations, copied, footnotes, numbers, slides
from coursepack.resolve.titles import Titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from coursepack.course import Course, PageFront, Part, UnitFront
    from coursepack.coursefile import CourseFile
    from coursepack.languages.labels import Labels
    from coursepack.pack import PackSection, Target
    from coursepack.problem import Span
    from coursepack.text import Rich


def pack(course: Course, labels: Labels, style: Path, copy: Copy | None = None) -> Pack:
    """Number, filter and connect a course for one copy."""
    whose = copy or Copy()
    parts = _Parts(course, labels, whose)
    for part in course.parts():
        parts.add(part)
    made, keys = parts.made, parts.keys()
    held = copied.course(course, whose, {name: part.part for name, part in made.items()}, keys)
    return Pack(
        course=held,
        copy=whose,
        labels=labels,
        front=tuple(made[part.front.id] for part in course.front),
        units=tuple(made[part.front.id] for part in course.units),
        back=tuple(made[part.front.id] for part in course.back),
        targets=parts.targets,
        explained=parts.explained,
        footnotes={span: number for part in course.parts() for span, number in footnotes.numbered(part).items()},
        glossary=tuple(sorted(held.glossary.items(), key=lambda entry: labels.order(entry[1].term))),
        works=citations.works(list(keys), held.references, style, labels),
    )


class _Parts:
    """The parts of a copy, one after the other: what is named or explained in one is known in those after it."""

    def __init__(self, course: Course, labels: Labels, whose: Copy) -> None:
        self.course, self.labels, self.whose = course, labels, whose
        self.titles = Titles(course, labels)
        self.made: dict[str, PackPart] = {}
        self.targets: dict[str, Target] = {}
        self.explained: dict[Span, str] = {}

    def add(self, part: Part) -> None:
        """Number a part, and leave out what the copy has not."""
        own = part if self.whose.answers else part.told()
        number = self.course.units.index(part) + 1 if part in self.course.units else 0
        letter = self.course.letter(part)
        sections = self._sections(own, number or letter, self.whose)
        self._name(own, number or letter, sections)
        mentions = _first_mentions(sections) if number else {}
        known = set(self.explained.values())
        self.explained.update((span, name) for span, name in mentions.items() if name not in known)
        printed = tuple(dict.fromkeys(_cited(own, sections, printed=True)))
        said = None
        if number and self.course.file.slides == "auto":
            said = slides.opening(part, sections) if self.whose.answers else None
            free = partial(self.titles.free, unit=number)
            sections = slides.filled(part, sections, free, notes=self.whose.answers)
        kept, heading = copied.part(own, sections), self.course.headings.get(part.front.id)
        self.made[part.front.id] = PackPart(kept, number, sections, mentions, printed, letter, heading, said)

    def keys(self) -> dict[str, None]:
        """Return the works that are cited anywhere, in their order."""
        keys = {key: None for part in self.made.values() for key in _cited(part.part, part.sections, printed=False)}
        file = self.course.file
        return keys | dict.fromkeys(_keys(file if self.whose.answers else file.told()))

    def _sections(self, own: Part, number: int | str, whose: Copy) -> tuple[PackSection, ...]:
        return numbers.sections(own, number, whose, self.labels, self.course.file)

    def _name(self, own: Part, number: int | str, sections: tuple[PackSection, ...]) -> None:
        """Take down what references may name in a part."""
        # A lecturer names what the students have on paper, and the deck has not.
        named = self._sections(own, number, Copy("key", self.whose.variant)) if self.whose.answers else sections
        found = list(numbers.targets(own, number, named, self.labels))
        # What is only another name of a section gives way to an id.
        self.targets |= {name: one for name, one in found if name not in self.targets or name == one.id}


def _first_mentions(sections: Iterable[PackSection]) -> dict[Span, str]:
    """Return the first place of every term in the running text of these sections, in their order."""
    first: dict[str, Span] = {}
    for section in sections:
        for item in section.on("handout"):
            if item.kind == "text":
                for token, span in _rich(item.block).marks("term"):
                    first.setdefault(token.meta["id"], span)
    return {span: name for name, span in first.items()}


def _rich(block: Any) -> Rich:  # noqa: ANN401 a text block
    return block.body  # type: ignore[no-any-return] # a text has one


def _keys(file: CourseFile | UnitFront | PageFront) -> Iterator[str]:
    for text in file.texts():
        for token, _ in text.marks("cite"):
            yield from (key for key, _ in token.meta["items"])


def _cited(part: Part, sections: Iterable[PackSection], *, printed: bool) -> Iterator[str]:
    yield from _keys(part.front)
    for section in sections:
        for item in section.items:
            if not printed or item.block.goes_to("handout"):
                yield from item.block.works(printed=printed)
