"""Checks what one place of a course says of another: ids, references, citations and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.course import Course
    from coursepack.problem import Span
    from coursepack.text import Rich


def check(course: Course) -> Iterator[Problem]:
    """Yield every id that is used twice and every mark that leads nowhere."""
    places = list(_ids(course))
    yield from _twice(places)
    kinds = {name: kind for kind, name, _ in places}
    keys = {str(item["id"]): "" for item in course.references}
    for text in _texts(course):
        yield from _marks(text, kinds, keys, course)
    for block in (block for part in course.parts() for block in part.blocks()):
        cite = getattr(block, "cite", None)
        if cite and cite not in keys:
            yield _unknown(block.at("cite"), "citation", cite, keys, "references.yaml")


def _ids(course: Course) -> Iterator[tuple[str, str, Span]]:
    for part in course.parts():
        yield ("unit" if part in course.units else "page"), part.front.id, part.span
        for section in part.sections:
            if section.title:
                yield "section", section.id, section.span
            for block in section.blocks:
                if block.id:
                    yield block.kind_name(), block.id, block.at("id")


def _twice(places: Iterable[tuple[str, str, Span]]) -> Iterator[Problem]:
    first: dict[str, Span] = {}
    for _, name, span in places:
        if name in first:
            yield Problem(
                span, "duplicate-id", f"the id `{name}` is taken", f"Choose another; it stands at {first[name]}"
            )
        first.setdefault(name, span)


def _texts(course: Course) -> Iterator[Rich]:
    for part in course.parts():
        yield from part.front.texts()
        for section in part.sections:
            if section.title:
                yield section.title
            for block in section.blocks:
                yield from block.texts()
    for entry in course.glossary.values():
        yield from entry.texts()


def _marks(text: Rich, kinds: Mapping[str, str], keys: Mapping[str, str], course: Course) -> Iterator[Problem]:
    for token, span in text.marks("ref"):
        kind, name = token.meta["kind"], token.meta["id"]
        if name not in kinds:
            yield _unknown(span, "reference", name, kinds, "the course")
        elif kinds[name] != kind:
            message = f"`{name}` is a {kinds[name]}, not a {kind}"
            yield Problem(span, "wrong-kind", message, f"Write `@{kinds[name]}:{name}`")
    for token, span in text.marks("cite"):
        for key, _ in token.meta["items"]:
            if key not in keys:
                yield _unknown(span, "citation", key, keys, "references.yaml")
    for token, span in text.marks("term"):
        if token.meta["id"] not in course.glossary:
            yield _unknown(span, "term", token.meta["id"], course.glossary, "glossary.yaml")


def _unknown(span: Span, what: str, name: str, known: Iterable[str], where: str) -> Problem:
    help_text = did_you_mean(name, known) or f"Add it to {where}"
    return Problem(span, f"unknown-{what}", f"nothing in {where} has the id `{name}`", help_text)
