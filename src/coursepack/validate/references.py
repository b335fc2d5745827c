"""Checks what one place of a course says of another: ids, references, citations, terms and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.exercise import Exercise
from coursepack.links import WEB, Inside, anchored, is_long, is_page
from coursepack.load import attributes, htmlpicture
from coursepack.load.html import TAGGED
from coursepack.load.media import PLAYED, is_played
from coursepack.problem import Problem, Severity, did_you_mean
from coursepack.run.fault import working_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.block import Block
    from coursepack.course import Course
    from coursepack.problem import Span
    from coursepack.text import Rich

# The anchors of the pack's own pages.
RESERVED = ("contents", "schedule", "bibliography", "glossary", "index")


@dataclass(frozen=True)
class Unread:
    """What could not be read and is reported already: what leads there is no mistake of its own.

    `ids` are those of blocks with mistakes; `works` and `terms` say that a whole file could not be read.
    """

    ids: frozenset[str] = frozenset()
    works: bool = False
    terms: bool = False
    # A list of works in BibTeX's form, which is not read, where the course has no other.
    bibliography: str = ""


def check(course: Course, unread: Unread) -> Iterator[Problem]:
    """Yield every id that is used twice and every mark that leads nowhere."""
    places = list(_ids(course))
    yield from _twice((name, span) for _, name, span in places)
    kinds = {name: ("section",) for _, name, _ in course.named()} | {name: called for called, name, _ in places}
    keys = {str(item["id"]) for item in course.references}
    inside, drawn = Inside(course), frozenset(_drawn(course))
    teachers = _Known(kinds, keys, _slides(course), unread, inside, unnumbered=_unnumbered(course), drawn=drawn)
    everybodys = replace(teachers, unprinted=teachers.unprinted | _hidden(course), terms=_private(course))
    open_to_all = {text.span for text in _told(course)}
    for text in texts(course):
        known = everybodys if text.span in open_to_all else teachers
        with working_on(text.span):
            yield from [*known.marks(text, course), *known.links(text)]
    for block in (block for part in course.parts() for block in part.blocks()):
        known = teachers if block.audience == "teacher" else everybodys
        cite = getattr(block, "cite", None)
        if cite:
            yield from known.work(cite, block.at("cite"))
        for kind, name, span in block.leads():
            yield from known.target(kind, name, span, f"Use the id of {'an' if kind == 'exercise' else 'a'} {kind}")


def _ids(course: Course) -> Iterator[tuple[tuple[str, ...], str, Span]]:
    """Yield every id, with what a reference may call it and its place."""
    for part in course.parts():
        yield ("unit" if part in course.units else "page",), part.front.id, part.at("id")
        for section in part.sections:
            if section.title:
                yield ("section",), section.id, section.span
            for block in (inner for outer in section.blocks for inner in _with(outer)):
                if block.id:
                    called = ("exercise",) if isinstance(block, Exercise) else block.called
                    yield called, block.id, block.at("id")


def _slides(course: Course) -> frozenset[str]:
    """Return the ids of blocks that no copy prints."""
    outer = [block for part in course.parts() for section in part.sections for block in section.blocks]
    printed = {one.id for block in outer for one in block.on_paper()}
    return frozenset(one.id for block in outer for one in _with(block) if one.id and one.id not in printed)


def _unnumbered(course: Course) -> frozenset[str]:
    """Return the ids of figures and tables that have no number, since they have no title."""
    blocks = (block for part in course.parts() for block in part.blocks())
    # One with mistakes may have a title that could not be read.
    bare = (one for one in blocks if one.counter and not (one.bare or one.counted) and not _titled(one))
    return frozenset(one.id for one in bare if one.id)


def _drawn(course: Course) -> Iterator[str]:
    """Yield the ids of what code makes, which is not run."""
    for text in texts(course):
        yield from (attributes.name(token.meta["id"]) for token in text.tokens if token.meta.get("drawn"))


def _titled(block: Block) -> bool:
    given = block.written()
    return isinstance(given, dict) and "title" in given


def _hidden(course: Course) -> frozenset[str]:
    """Return the ids of blocks that only the teacher has, those in what is secret too."""
    blocks = [block for part in course.parts() for section in part.sections for block in section.blocks]
    told = {one.id for block in blocks if block.audience != "teacher" for one in _with(block.told())}
    return frozenset(one.id for block in blocks for one in _with(block) if one.id and one.id not in told)


def _with(block: Block) -> Iterator[Block]:
    yield block
    yield from block.inside()


def _private(course: Course) -> frozenset[str]:
    """Return the ids of terms that only the teacher has."""
    return frozenset(name for name, entry in course.glossary.items() if entry.audience == "teacher")


def _told(course: Course) -> Iterator[Rich]:
    """Yield every text of the students' copies; what was made of one for them stands where it was written."""
    for part in course.parts():
        yield from part.told().front.texts()
        for section in part.sections:
            if section.title:
                yield section.title
            for block in (block.told() for block in section.blocks if block.audience != "teacher"):
                yield from block.texts()
                yield from block.printed()
    for entry in course.glossary.values():
        yield from entry.texts() if entry.audience != "teacher" else ()


def _twice(places: Iterable[tuple[str, Span]]) -> Iterator[Problem]:
    first: dict[str, str] = dict.fromkeys(RESERVED, "the pack's own pages use it")
    for name, span in places:
        if name in first:
            yield Problem(span, "duplicate-id", f"the id `{name}` is taken", f"Choose another; {first[name]}")
        first.setdefault(name, f"it stands at {span}")


def texts(course: Course) -> Iterator[Rich]:
    """Yield every text of a course that holds inline marks."""
    yield from course.file.texts()
    for part in course.parts():
        yield from part.front.texts()
        for section in part.sections:
            if section.title:
                yield section.title
                yield from section.title.footnotes.values()
            for block in section.blocks:
                yield from block.texts()
        yield from part.footnotes.values()
    for entry in course.glossary.values():
        yield from entry.texts()


@dataclass(frozen=True)
class _Known:
    """What the marks of some texts may lead to: ids with their kinds, and the keys of works.

    The copies that have these texts do not have the `unprinted` ids and the `terms`.
    """

    kinds: Mapping[str, tuple[str, ...]]
    keys: set[str]
    unprinted: frozenset[str]
    unread: Unread
    inside: Inside
    terms: frozenset[str] = frozenset()
    unnumbered: frozenset[str] = frozenset()
    # The ids of cells whose pictures and tables are not made.
    drawn: frozenset[str] = frozenset()

    def marks(self, text: Rich, course: Course) -> Iterator[Problem]:
        for token, span in text.marks("ref"):
            if token.meta.get("outside") and not self.leads(token.meta["kind"], token.meta["id"]):
                yield self.outside(token.meta["id"], token.meta["outside"], span)
            else:
                yield from self.target(token.meta["kind"], token.meta["id"], span)
        for inline in text.inlines():
            for token in inline.children or []:
                if token.type == "cite":
                    for key, _ in token.meta["items"]:
                        yield from self.work(key, text.place(token, inline, f"@{key}"))
        for token, span in text.marks("term"):
            if token.meta["id"] not in course.glossary and not self.unread.terms:
                yield _unknown(span, "term", token.meta["id"], course.glossary, "glossary.yaml")
            elif token.meta["id"] in self.terms:
                message = f"`{token.meta['id']}` is a term for the teacher alone"
                yield Problem(span, "unprinted-term", message, "Take its `for` out of glossary.yaml, or this mark")

    def leads(self, kind: str, name: str) -> bool:
        """Tell whether the course has, or would have without a mistake that is reported, what a reference names."""
        return anchored(kind, name, self.kinds) in self.kinds or name in self.unread.ids

    def outside(self, name: str, said: str, span: Span) -> Problem:
        """Say of another tool's reference that it leads to nothing in this course: a chapter that is not listed."""
        message = f"`{name}` is no part of this course: “{said}” is printed in its place"
        advice = did_you_mean(name, self.kinds) or "List its file in course.yaml, or leave it"
        if name in self.drawn:
            message = f"`{name}` is made by code, which is not run: “{said}” is printed in its place"
            advice = "Save what the code makes, and show it under this id"
        return Problem(span, "reference-outside", message, advice, Severity.WARNING)

    def target(self, kind: str, name: str, span: Span, advice: str = "") -> Iterator[Problem]:
        name = anchored(kind, name, self.kinds)
        if name in self.unread.ids:
            return
        if name not in self.kinds:
            yield _unknown(span, "reference", name, self.kinds, "the course")
        elif kind and kind not in self.kinds[name]:
            own = self.kinds[name][0]
            message = f"`{name}` is a {own}, not a {kind}"
            yield Problem(span, "wrong-kind", message, advice or f"Write `@{own}:{name}`")
        elif name in self.unnumbered:
            message = f"`{name}` has no title, and so no number that a reference could print"
            yield Problem(span, "unnumbered-reference", message, "Give it a `title`")
        elif name in self.unprinted:
            message = f"`{name}` is not printed in the students' pack"
            yield Problem(span, "unprinted-reference", message, "Take its `on` or `for` out, or this reference")

    def work(self, key: str, span: Span) -> Iterator[Problem]:
        if key not in self.keys and not self.unread.works:
            found = _unknown(span, "citation", key, self.keys, "references.yaml")
            listed = self.unread.bibliography
            made = f"Make it of {listed}: `pandoc {listed} -t csljson -o references.yaml`"
            yield replace(found, help=made) if listed else found

    def links(self, text: Rich) -> Iterator[Problem]:
        """Report links that lead nowhere."""
        for inline in text.inlines():
            # A link to a label is a reference.
            marks = {token.meta["at"] for token in inline.children or [] if token.type == "ref"}
            for position, address, written in _addresses(inline.content):
                if written.startswith("!") or position in marks:
                    continue
                at = text.at(inline, position, len(written))
                if WEB.match(address):
                    yield from _long(address, inline.content[position + len(written) :], at)
                else:
                    yield from self.link(address, at)

    def link(self, address: str, at: Span) -> Iterator[Problem]:
        """Report a link that leads out of the course and not into the web."""
        name = self.inside.target(address, at.file)
        if name in self.unprinted:
            yield from self.target("", name or "", at)
        if name:
            return
        if is_page(address):
            message = f"`{address}` is no part of this course: its words are printed without a link"
            advice = PLAYED if is_played(address) else "List its file in course.yaml, or leave it"
            yield Problem(at, "link-outside", message, advice, Severity.WARNING)
            return
        section = next((name for name, called in self.kinds.items() if "section" in called), "name")
        advice = f"a reference, such as `@section:{section}`"
        if address.startswith("#"):
            near = did_you_mean(address[1:], self.kinds) or f"Write {advice}"
            yield Problem(at, "unknown-reference", f"nothing in the course has the id `{address[1:]}`", near)
        else:
            yield Problem(at, "bad-link", f"`{address}` is not a web address", f"Write `https://…`, or {advice}")


def _long(address: str, after: str, at: Span) -> Iterator[Problem]:
    """Report an address that nobody types, where there is no code to scan."""
    if is_long(address) and not after.startswith(("{.qr", "{qr}")):
        message, advice = "this address is too long to type from paper", "Write `{.qr}` right after the link"
        yield Problem(at, "long-address", message, advice, Severity.NOTE)


# A link or picture of Markdown, outside code. What is taken is not given back, and an address has an end: the search is
# linear where one is opened a thousand times. Brackets that an address has in pairs belong to it.
_LINK = re.compile(
    r"`[^`]*`|(!?\[(?:[^\[\]]|\[[^\[\]]*+\])*+\]\(\s*+<?((?:\([^\s()>]{0,400}+\)|[^\s)>]){1,4000}+)[^)]{0,4000}+\)"
    rf"|<a\s(?:[^<>]{{0,400}}\s)?href\s{{0,9}}=\s{{0,9}}[\"']?((?i:{TAGGED}{{1,4000}}+))[\"']?[^<>]{{0,400}}+>)"
)


def _addresses(content: str) -> Iterator[tuple[int, str, str]]:
    for found in _LINK.finditer(content):
        address = found[2] or found[3]
        # From a picture to a larger one, which a screen opens.
        shown = found[1] and (found[1].startswith("[!") or content.startswith("<img", found.end()))
        if address and not (shown and htmlpicture.is_named(address)):
            yield found.start(), address, found[1]


def _unknown(span: Span, what: str, name: str, known: Iterable[str], where: str) -> Problem:
    # Other tools have commands that begin with the same sign, and so have addresses.
    sign = f", or write `\\@{name}` for the sign itself" if what == "citation" else ""
    help_text = did_you_mean(name, known) or f"Add it to {where}{sign}"
    return Problem(span, f"unknown-{what}", f"nothing in {where} has the id `{name}`", help_text)
