"""Loads a course folder and checks it whole."""

from __future__ import annotations

from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from coursepack import values
from coursepack.course import Course, Entry, IndexEntry, PageFront, Template, UnitFront, Work
from coursepack.coursefile import CourseFile
from coursepack.languages.language import marks
from coursepack.load import media, table
from coursepack.load.cell import Source
from coursepack.load.files import OWN
from coursepack.load.markdown import ENGLISH_QUOTES, parser, plain, slug
from coursepack.load.shared import COURSE
from coursepack.load.sheet import parted
from coursepack.problem import Problem, Severity, Span
from coursepack.validate import (
    abbreviations,
    answered,
    bounds,
    directions,
    exercises,
    filled,
    lessons,
    markup,
    options,
    pools,
    reading,
    references,
    ticked,
    twins,
)
from coursepack.validate.labels import labels as read_labels
from coursepack.validate.places import Places
from coursepack.validate.schema import NAME, WORDS, model, remainder
from coursepack.validate.sections import distinct
from coursepack.values import Values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from markdown_it import MarkdownIt

    from coursepack.course import Part
    from coursepack.languages.labels import Labels
    from coursepack.load.files import Folder
    from coursepack.load.table import Table
    from coursepack.text import Rich

T = TypeVar("T")

# Addresses that texts name without saying them, as the lessons of The Carpentries keep them.
LINKS = "links.md"
# How lessons end that other tools make of Markdown.
_SOURCES = (".qmd", ".Rmd", ".rmd", ".markdown", ".myst")


def course(folder: Folder) -> Course | None:
    """Read and check everything; the problems are in `folder.problems`, and `None` means that nothing can be built."""
    reader = _Reader(folder)
    file = reader.course_file()
    if file is None:
        return None
    words = reader.language(file.language)
    front = reader.parts(file.front, ("front",), PageFront)
    groups = reader.groups(file)
    units = tuple(unit for _, group in groups for unit in group)
    appendices = reader.parts(file.appendices, ("appendices",), PageFront)
    back = (*appendices, *reader.parts(file.back, ("back",), PageFront))
    glossary, works, index = reader.glossary(), reader.references(), reader.index()
    reader.report_drafts(units)
    parts = list(distinct([*front, *units, *back]))
    front, units, back = (tuple(parts[cut]) for cut in _cuts(front, units, back))
    marred = _marred(parts, folder.problems)
    tables, shown, template = reader.tables(parts), reader.media(parts, file), reader.template(file)
    if not units:
        return None
    units = tuple(unit for unit in units if not (isinstance(unit.front, UnitFront) and unit.front.draft))
    lists = glossary or {}, works or (), index
    places = reader.at("theme"), reader.logo(file), tuple(one.front.id for one in back[: len(appendices)])
    made = Course(file, front, units, back, *lists, tables, shown, words, template, *places, _headings(groups, units))
    known = references.Unread(frozenset(reader.unread), works is None, glossary is None, reader.bibliography())
    folder.problems.extend(one for one in references.check(made, known) if NAME not in one.message)
    folder.problems.extend(markup.check(made))
    further = [*lessons.check(made), *exercises.check(made), *bounds.check(made)]
    further += [*options.check(made), *pools.check(made), *directions.check(made)]
    further += [*answered.headings(made), *ticked.check(made), *filled.check(made)]
    further += [*abbreviations.check(made, reader.at), *twins.check(made)]
    further += [problem for part in parts for block in part.blocks() for problem in block.check(tables)]
    folder.problems.extend(problem for problem in further if not marred(problem.span))
    return made


def _headings(groups: Iterable[tuple[Rich | None, Sequence[Part]]], units: Sequence[Part]) -> dict[str, Rich]:
    """Return the titles of parts, by the ids of the first of their units that are in the course."""
    found: dict[str, Rich] = {}
    for title, group in groups:
        files = {one.span.file for one in group}
        first = next((unit.front.id for unit in units if unit.span.file in files), None)
        found |= {first: title} if first and title else {}
    return found


def _cuts(*groups: Sequence[Part]) -> Iterator[slice]:
    """Yield where each group lies in a list of them all."""
    yield from (slice(end - len(group), end) for group, end in zip(groups, accumulate(map(len, groups)), strict=True))


def labels(folder: Folder, tag: str, at: Span) -> Labels:
    """Read the labels of a language, the course's own over coursepack's; `at` is where the course says its language."""
    return read_labels([folder.root / "templates", OWN], tag, at, folder.problems, [*folder.roots, OWN.resolve()])


def _marred(parts: Sequence[Part], problems: Iterable[Problem]) -> Callable[[Span], bool]:
    """Return what tells whether a place is in a block or front matter with mistakes: what follows of them is none."""
    places = Places(parts)
    bad = [problem.span for problem in problems if problem.severity is Severity.ERROR]
    blocks = {id(block) for at in bad if (block := places.block(at))}
    fronts = {at.file for at in bad if places.is_front(at)}
    return lambda at: id(places.block(at)) in blocks or (places.is_front(at) and at.file in fronts)


class _Reader:
    """Reads the files of one course folder."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.problems = folder.problems
        self.markdown: MarkdownIt = plain()
        self.values: Values | None = None
        self.unread: set[str] = set()
        self.tag = "en"
        self.named: Mapping[str, object] = {}
        self.comma = False
        # Quotation marks by language; those of the course have no tag.
        self.marks: dict[str, Sequence[str]] = {"": ENGLISH_QUOTES}

    def language(self, tag: str) -> Labels:
        """Read the labels of the course's language; set its quotation marks, and what a data file leaves open."""
        self.tag = tag
        words = labels(self.folder, tag, self.at("language"))
        self.marks = {"": tuple(words["quotes"])}
        self.named = self.addresses()
        self.comma = marks(tag).point == ","
        self.markdown = parser(self.quotes, self.named, comma=self.comma)
        return words

    def quotes(self, tag: str) -> Sequence[str]:
        """Return the quotation marks of a language; those of the course for one that has no labels."""
        if tag not in self.marks:
            said: list[Problem] = []
            words = read_labels([OWN], tag, Span(""), said)
            self.marks[tag] = self.marks[""] if said else tuple(words["quotes"])
        return self.marks[tag]

    def addresses(self) -> Mapping[str, object]:
        """Return the addresses that `links.md` names for all texts, if the course has that file."""
        if not (self.folder.root / LINKS).is_file():
            return {}
        found: dict[str, Any] = {}
        self.markdown.parse(self.folder.text(LINKS, Span(self.folder.place(LINKS))) or "", found)
        return dict(found.get("references", {}))

    def yaml(self, path: str) -> Values | None:
        text = self.folder.text(path, Span(self.folder.place(path)))
        return None if text is None else values.read(text, self.folder.place(path), 1, self.problems)

    def course_file(self) -> CourseFile | None:
        self.values = self.yaml(COURSE)
        if self.values is None:
            return None
        whole = model(CourseFile, self.values, self.markdown, self.problems)
        left = whole or remainder(CourseFile, self.values, self.markdown)
        for number, path in enumerate(left.shared if left else ()):
            self.folder.share(path, self.at("shared", number))
        return None if left and WORDS in left.units else left

    def at(self, *path: str | int) -> Span:
        return self.values.at(path) if self.values else Span(self.folder.place(COURSE))

    def parts(
        self, paths: Sequence[str], where: tuple[str | int, ...], kind: type[UnitFront | PageFront]
    ) -> tuple[Part, ...]:
        found = []
        for index, path in enumerate(paths):
            at = self.at(*where, index)
            if path in paths[:index]:
                self.problems.append(Problem(at, "duplicate-id", f"`{path}` is listed twice", "Keep one"))
                continue
            text = self.folder.text(path, at)
            if text is not None:
                read = reading.read(reading.Source(text, path, self.folder.place(path), kind), self.manner())
                self.problems += read.problems
                self.unread |= read.unread
                found += [read.part] if read.part else []
        return tuple(found)

    def groups(self, file: CourseFile) -> list[tuple[Rich | None, tuple[Part, ...]]]:
        """Read the units, in the parts that the course has them in; without parts they are one."""
        if file.parts and file.units:
            message, advice = "the course has `units` and `parts`", "Name each unit in its part alone"
            self.problems.append(Problem(self.at("units"), "two-sources", message, advice))
        if not file.parts:
            return [(None, self.parts(file.units or self.found(), ("units",), UnitFront))]
        return [
            (group.title, self.parts(group.units, ("parts", number, "units"), UnitFront))
            for number, group in enumerate(file.parts)
        ]

    def manner(self) -> reading.Manner:
        """Say how units and pages are read."""
        return reading.Manner(self.quotes, self.named, self.folder.beside, comma=self.comma)

    def found(self) -> tuple[str, ...]:
        """Return the units of a course that names none: all Markdown files of `units/`, or else of the folder."""
        paths = self.folder.named("units", ".md") or [path for path in self.folder.named("", ".md") if path != LINKS]
        others = (self.folder.named(place, ending) for ending in _SOURCES for place in ("units", ""))
        paths = paths or next(filter(None, others), ())
        if not paths:
            other = next(iter(self.folder.named("", ".mdx")), "")
            advice = "Write one: `units/01-name.md`, beginning with `# Title`"
            if other:
                advice = f"Name `{other}` `{other.rpartition('.')[0]}.md`: a unit is a file with this ending"
            self.problems.append(Problem(self.at("title"), "missing-unit", "the course has no unit", advice))
        return tuple(paths)

    def report_drafts(self, units: Sequence[Part]) -> None:
        """Say which units are left out."""
        for unit in units:
            if isinstance(unit.front, UnitFront) and unit.front.draft:
                message, advice = "this unit is a draft, and is left out", "Take `draft` out when it is done"
                self.problems.append(Problem(unit.at("draft"), "draft", message, advice, Severity.NOTE))

    def listed(self, path: str, kind: type[tuple[T, ...]]) -> tuple[Values, tuple[T, ...]] | None:
        """Read a file that a course may lack: no entries if it does, `None` if it has mistakes."""
        if not (self.folder.root / path).is_file():
            return Values((), {(): Span(self.folder.place(path))}, {}), ()
        found = self.yaml(path)
        if found is None:
            return None
        made = model(kind, found, self.markdown, self.problems) if found.value else ()
        return (found, made) if made is not None else None

    def glossary(self) -> Mapping[str, Entry] | None:
        read = self.listed("glossary.yaml", tuple[Entry, ...])
        if read is None:
            return None
        entries: dict[str, Entry] = {}
        for index, entry in enumerate(read[1]):
            name = slug(entry.term)
            if name in entries:
                message = f"the term `{entry.term}` is explained twice"
                self.problems.append(Problem(read[0].at((index, "term")), "duplicate-id", message, "Keep one of them"))
            entries[name] = entry
        return entries

    def references(self) -> tuple[Mapping[str, Any], ...] | None:
        read = self.listed("references.yaml", tuple[Work, ...])
        if read is None:
            return None
        good: dict[str, Mapping[str, Any]] = {}
        for index, work in enumerate(read[1]):
            place = read[0].at((index, "id"))
            if not (work.title or work.short):
                self.problems.append(Problem(place, "missing-field", "`title` is missing", "Write `title: …`"))
            elif work.id in good:
                self.problems.append(Problem(place, "duplicate-id", f"the work `{work.id}` stands twice", "Keep one"))
            # What has no title is judged with a stand-in: its key is known.
            good.setdefault(work.id, {"title": work.id, **read[0].value[index]})
        return tuple(good.values())

    def index(self) -> tuple[IndexEntry, ...]:
        read = self.listed("index.yaml", tuple[IndexEntry, ...])
        return tuple(entry.at(read[0].at((place, "entry"))) for place, entry in enumerate(read[1])) if read else ()

    def bibliography(self) -> str:
        """Return the name of a list of works that is not read, if the course has no other."""
        found = sorted(path.name for path in self.folder.root.glob("*.bib"))
        return found[0] if found and not (self.folder.root / "references.yaml").is_file() else ""

    def tables(self, parts: Iterable[Part]) -> Mapping[str, Table]:
        tables: dict[str, Table | None] = {}
        for path, at in _named(parts, "data"):
            file, sheet = parted(path)
            data = None if path in tables else self.folder.read(file, at)
            if data is not None:
                source = Source(self.folder.place(file), sheet, at, self.tag)
                made = tables[path] = table.read(data, source, self.problems)
                self.folder.cells += chain(made.header, *made.cells) if made else ()
        return {path: made for path, made in tables.items() if made}

    def media(self, parts: Iterable[Part], file: CourseFile) -> Mapping[str, bytes]:
        named = [*_named(parts, "media"), *([(file.sign, self.at("sign"))] if file.sign else [])]
        found: dict[str, bytes] = {}
        for path, at in named:
            made = None if path in found else media.read(self.folder, path, at)
            if made:
                found[path] = made.data
                self.folder.pictures.append((path, at, made))
        if file.sign in found and not file.sign_alt:
            advice = "Write `sign_alt: …`"
            self.problems.append(Problem(self.at("sign"), "missing-field", "`sign_alt` is missing", advice))
        return found

    def logo(self, file: CourseFile) -> Path | None:
        """Return the file of the course's logo, if it can be shown."""
        found = self.folder.find(file.logo, self.at("logo")) if file.logo else None
        return found if found and file.logo and media.read(self.folder, file.logo, self.at("logo")) else None

    def template(self, file: CourseFile) -> Template | None:
        if file.deck is None or file.deck.template is None:
            return None
        at = self.at("deck", "template")
        data = self.folder.read(file.deck.template, at)
        places = {name: self.at("deck", "layouts", name) for name in file.deck.layouts}
        return Template(data, at, file.deck.layouts, places, file.deck.strict) if data is not None else None


def _named(parts: Iterable[Part], what: Literal["data", "media"]) -> list[tuple[str, Span]]:
    return [
        (path, at)
        for part in parts
        for block in part.blocks()
        for path, at, kind in block.all_files()
        if kind == what and path != WORDS
    ]
