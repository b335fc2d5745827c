"""Which characters of a course no face has, wherever they are written; letters of one script are one problem."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.load.picture import is_vector
from coursepack.load.svg import words
from coursepack.render.look import glyphs
from coursepack.render.look.drawings import FAMILY
from coursepack.validate.references import texts
from coursepack.values import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coursepack.course import Course
    from coursepack.load.files import Folder
    from coursepack.problem import Problem, Span
    from coursepack.render.look.theme import Theme

# What `glyphs` says of a character, whose name begins with its script's.
_SAID = re.compile(r"`(.)` \(U\+\w+ (?P<script>[A-Z]+) (?:LETTER|SYLLABLE|UNIFIED|VOWEL|SIGN)\b.* (?P<faces>in .*)")


def printed(folder: Folder, course: Course | None, words: Iterable[object]) -> Iterator[str]:
    """Yield all texts of a course that may be printed, and `words` as the templates of its language have them."""
    yield from folder.texts.values()
    yield from (cell.text for cell in folder.cells)
    yield from map(str, words)
    if course:
        yield from (said for said, _ in _decoded(course))


def check(folder: Folder, course: Course | None, theme: Theme) -> Iterator[Problem]:
    """Yield the first place of every character that some face lacks: in files, tables, drawings and escapes."""
    found = [*glyphs.check(folder.texts, theme), *(glyphs.check_cells(folder.cells, theme) if folder.cells else ())]
    if course:
        found += [*_escaped(course, folder.texts, theme), *_drawn(course, folder, theme)]
    # What stands for a character that may not be there has been said with it.
    damaged = {problem.span.file for problem in folder.problems if problem.code == "unprintable"}
    known = [one for one in found if not (one.span.file in damaged and "U+FFFD" in one.message)]
    yield from _by_script(known, folder.texts)


def _escaped(course: Course, files: Mapping[str, str], theme: Theme) -> Iterator[Problem]:
    """Find what no file has as a character: entities of HTML and escapes of YAML."""
    written = {place: frozenset(text) for place, text in files.items()}
    found: dict[str, tuple[str, Span]] = {}
    for said, at in _decoded(course):
        further = "" if said.isascii() else "".join(sorted(set(said) - written.get(at.file, set(said))))
        if further:
            found[str(at)] = further, at
    for problem in glyphs.check({key: further for key, (further, _) in found.items()}, theme) if found else ():
        yield replace(problem, span=found[problem.span.file][1])


def _decoded(course: Course) -> Iterator[tuple[str, Span]]:
    for text in texts(course):
        for inline in text.inlines():
            yield "".join(token.content for token in inline.children or []), text.at(inline, 0)
    for part in course.parts():
        values = [part.values.value, *(block.written() for block in part.blocks())]
        yield from ((text, text.span) for value in values for text in _strings(value))


def _strings(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def _drawn(course: Course, folder: Folder, theme: Theme) -> Iterator[Problem]:
    """Find what the face of drawings lacks of the words in a course's own."""
    face = theme.model_copy(update={"faces": [one for one in theme.faces if one.family == FAMILY]})
    svg = {folder.place(path): words(data) for path, data in course.media.items() if is_vector(data)}
    yield from glyphs.check({place: said for place, said in svg.items() if not said.isascii()}, face)


def _by_script(found: Sequence[Problem], files: Mapping[str, str]) -> Iterator[Problem]:
    """Make one problem of several letters of a script, at the first place, and say in how many places they stand."""
    groups: defaultdict[tuple[str, ...], list[Problem]] = defaultdict(list)
    for problem in found:
        groups[_group(problem)].append(problem)
    for problems in groups.values():
        letters = {problem.message[1] for problem in problems}
        if len(letters) == 1:
            yield from dict.fromkeys(problems)
        else:
            yield _one(min(problems, key=lambda problem: problem.span), letters, _places(problems, letters, files))


def _group(problem: Problem) -> tuple[str, ...]:
    """Return what the problems of one script share: the packages that bring its face, or its name."""
    if problem.help.startswith("Run "):
        return (problem.help,)
    said = _SAID.match(problem.message)
    return (said["script"], said["faces"]) if said else (problem.message, str(problem.span))


def _one(first: Problem, letters: set[str], places: int) -> Problem:
    named, _, faces = first.message.partition(" has no glyph ")
    others = f"and {len(letters) - 1} other letter{'' if len(letters) == 2 else 's'} of its script"  # noqa: PLR2004 itself and one
    return replace(first, message=f"{named} {others} have no glyph {faces}: {places} place{'' if places == 1 else 's'}")


def _places(problems: Iterable[Problem], letters: set[str], files: Mapping[str, str]) -> int:
    """Count the runs of such letters in the files that have them; a file that is no text counts once."""
    signs = re.escape("".join(sorted(letters)))
    run = re.compile(rf"[{signs}](?:[{signs}\W]*[{signs}])?")
    named = {problem.span.file for problem in problems}
    return sum(len(run.findall(files[file])) if file in files else 1 for file in named)
