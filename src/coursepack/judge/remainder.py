"""What is left of a course without its mistakes, so that what is right in it is judged in the same run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.course import Entry
from coursepack.pack import Copy, Target, Work
from coursepack.problem import Severity
from coursepack.text import plain
from coursepack.validate.places import Places
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coursepack.block import Block
    from coursepack.build import Findings, Ready
    from coursepack.course import Course, Part, Section
    from coursepack.problem import Problem

# What leads nowhere has stand-ins here: the block around it is judged as it is.
_LEADS = frozenset(
    {
        "unknown-reference",
        "unknown-citation",
        "unknown-term",
        "unprinted-reference",
        "wrong-kind",
        "no-glyph",
        "duplicate-title",
    }
)


def remainder(found: Findings) -> Ready | None:
    """Return the teacher's copy of what is right in a course: all, if it has no mistakes; nothing, if all is bad."""
    if found.course is None or found.design is None:
        return None
    bad = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    if not bad:
        return found.ready(Copy("teacher"))
    course = _with_terms(_without(found.course, bad))
    return _with_ends(replace(found, course=course).ready(Copy("teacher"))) if course.units else None


def _without(course: Course, bad: Sequence[Problem]) -> Course:
    """Leave out the blocks with mistakes, those that need them or a bad file, and parts that cannot begin."""
    places, files = Places(course.parts()), {problem.span.file for problem in bad}
    marred = [places.block(problem.span) for problem in bad if problem.code not in _LEADS]
    lost = {id(block) for block in marred if block}
    fronts = {problem.span.file for problem in bad if problem.code == "bad-equation" and places.is_front(problem.span)}

    def good(block: Block) -> bool:
        named = (path for one in (block, *block.inside()) for path, _, _ in one.all_files())
        return id(block) not in lost and not any(_is_bad(path, course, files) for path in named)

    kept = _parted(course, good, fronts)
    ids = {block.id for part in kept.parts() for block in part.blocks()}
    kept = _parted(kept, lambda block: all(name in ids for _, name, _ in block.leads()), fronts)
    sign = course.file.sign if course.file.sign in course.media else None
    template = course.template if course.template and not any(one.span == course.template.at for one in bad) else None
    return replace(kept, file=course.file.model_copy(update={"sign": sign}), template=template)


def _is_bad(path: str, course: Course, files: set[str]) -> bool:
    """Tell whether a file that a block names could not be read, or has a mistake in it."""
    table = course.tables.get(path)
    known = table is not None or path in course.media
    return not known or (table is not None and table.file in files)


def _parted(course: Course, good: Callable[[Block], bool], fronts: set[str]) -> Course:
    def some(parts: Sequence[Part]) -> tuple[Part, ...]:
        return tuple(replace(part, sections=_sections(part, good)) for part in parts if part.span.file not in fronts)

    return replace(course, front=some(course.front), units=some(course.units), back=some(course.back))


def _sections(part: Part, good: Callable[[Block], bool]) -> tuple[Section, ...]:
    return tuple(replace(one, blocks=tuple(block for block in one.blocks if good(block))) for one in part.sections)


def _with_terms(course: Course) -> Course:
    """Explain the terms that the glossary lacks."""
    named = {token.meta["id"] for text in texts(course) for token, _ in text.marks("term")}
    missing = {name: Entry.model_construct(term=name, definition=plain(name), full=None) for name in sorted(named)}
    return replace(course, glossary={**missing, **course.glossary})


def _with_ends(ready: Ready) -> Ready:
    """Give every reference and citation something to lead to."""
    targets, works = dict[str, Target](), dict[str, Work]()
    for text in texts(ready.course):
        for token, _ in text.marks("ref"):
            name = token.meta["id"]
            targets[name] = Target(token.meta["kind"], name, "", plain(name), name)
        for token, _ in text.marks("cite"):
            works |= {key: Work(key, key, key, key) for key, _ in token.meta["items"]}
    cited = [getattr(block, "cite", None) for part in ready.course.parts() for block in part.blocks()]
    works |= {key: Work(key, key, key, key) for key in cited if key}
    pack = replace(ready.pack, targets={**targets, **ready.pack.targets}, works={**works, **ready.pack.works})
    return replace(ready, pack=pack)
