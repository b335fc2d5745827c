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
    explained: dict[Span, str] = {}
    targets: dict[str, Target] = {}
    made: dict[str, PackPart] = {}
    titles = Titles(course, labels)
    for part in course.parts():
        own = part if whose.answers else part.told()
        number = course.units.index(part) + 1 if part in course.units else 0
        letter = course.letter(part)
        sections = numbers.sections(own, number or letter, whose, labels, course.file)
        # A lecturer names what the students have on paper, and the deck has not.
        named = (
            numbers.sections(own, number or letter, Copy("key", whose.variant), labels, course.file)
            if whose.answers
            else sections
        )
        found = list(numbers.targets(own, number or letter, named, labels))
        # What is only another name of a section gives way to an id.
        targets = {**targets, **{name: one for name, one in found if name not in targets or name == one.id}}
        mentions = _first_mentions(sections) if number else {}
        known = set(explained.values())
        explained.update((span, name) for span, name in mentions.items() if name not in known)
        printed = tuple(dict.fromkeys(_cited(own, sections, printed=True)))
        said = None
        if number and course.file.slides == "auto":
            said = slides.opening(part, sections) if whose.answers else None
            sections = slides.filled(part, sections, partial(titles.free, unit=number), notes=whose.answers)
        kept, heading = copied.part(own, sections), course.headings.get(part.front.id)
        made[part.front.id] = PackPart(kept, number, sections, mentions, printed, letter, heading, said)
    keys = {key: None for part in made.values() for key in _cited(part.part, part.sections, printed=False)}
    keys |= dict.fromkeys(_keys(course.file if whose.answers else course.file.told()))
    held = copied.course(course, whose, {name: part.part for name, part in made.items()}, keys)
    return Pack(
        course=held,
        copy=whose,
        labels=labels,
        front=tuple(made[part.front.id] for part in course.front),
        units=tuple(made[part.front.id] for part in course.units),
        back=tuple(made[part.front.id] for part in course.back),
        targets=targets,
        explained=explained,
        footnotes={span: number for part in course.parts() for span, number in footnotes.numbered(part).items()},
        glossary=tuple(sorted(held.glossary.items(), key=lambda entry: labels.order(entry[1].term))),
        works=citations.works(list(keys), held.references, style, labels),
    )


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
