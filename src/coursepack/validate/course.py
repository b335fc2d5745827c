"""Loads a course folder and checks it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

from coursepack.course import Course, CourseFile, Entry, IndexEntry, PageFront, UnitFront
from coursepack.load import part as raw
from coursepack.load import table, values
from coursepack.load.markdown import parser, slug
from coursepack.problem import Problem, Span
from coursepack.validate import references
from coursepack.validate.parts import part
from coursepack.validate.schema import model

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markdown_it import MarkdownIt

    from coursepack.course import Part
    from coursepack.load.files import Folder
    from coursepack.load.table import Table
    from coursepack.load.values import Values

T = TypeVar("T")

COURSE = "course.yaml"


def course(folder: Folder) -> Course | None:
    """Read and check everything; the problems are in `folder.problems`, and `None` means that nothing can be built."""
    reader = _Reader(folder)
    file = reader.course_file()
    if file is None:
        return None
    reader.language(file.language)
    front = reader.parts(file.front, ("front",), PageFront)
    units = reader.parts(file.units, ("units",), UnitFront)
    back = reader.parts(file.back, ("back",), PageFront)
    glossary, works, index = reader.glossary(), reader.references(), reader.index()
    parts = [*front, *units, *back]
    tables, media = reader.tables(parts), reader.media(parts, file)
    if not units or None in (glossary, works, index):
        return None
    made = Course(file, front, units, back, glossary or {}, works or (), index or (), tables, media)
    folder.problems.extend(references.check(made))
    folder.problems.extend(
        problem for part in parts for block in part.blocks() for problem in (*block.check(tables), *_slide(block))
    )
    return made


def _slide(block: Any) -> Iterable[Problem]:  # noqa: ANN401 any kind of block
    if block.on == "slides" and block.slide is None and block.kind_name() != "slide":
        yield Problem(block.at("on"), "missing-field", "`slide` is missing", "Write the block's short form")


class _Reader:
    """Reads the files of one course folder."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.problems = folder.problems
        self.markdown: MarkdownIt = parser()
        self.values: Values | None = None

    def language(self, tag: str) -> None:
        """Set the quotation marks of the course's language."""
        self.markdown = parser(tag)

    def yaml(self, path: str) -> Values | None:
        text = self.folder.text(path, Span(self.folder.place(path)))
        return None if text is None else values.read(text, self.folder.place(path), 1, self.problems)

    def course_file(self) -> CourseFile | None:
        self.values = self.yaml(COURSE)
        return model(CourseFile, self.values, self.markdown, self.problems) if self.values else None

    def at(self, *path: str | int) -> Span:
        return self.values.at(path) if self.values else Span(self.folder.place(COURSE))

    def parts(self, paths: Sequence[str], where: tuple[str], kind: type[UnitFront | PageFront]) -> tuple[Part, ...]:
        found = []
        for index, path in enumerate(paths):
            text = self.folder.text(path, self.at(*where, index))
            if text is not None:
                pieces = raw.read(text, self.folder.place(path), self.markdown, self.problems)
                made = part(pieces, path, kind, self.markdown, self.problems)
                found += [made] if made else []
        return tuple(found)

    def listed(self, path: str, kind: type[T]) -> tuple[Values, T] | None:
        """Read a file that a course may lack."""
        if not (self.folder.root / path).is_file():
            return None
        found = self.yaml(path)
        made = model(kind, found, self.markdown, self.problems) if found and found.value else None
        return (found, made) if found and made is not None else None

    def glossary(self) -> Mapping[str, Entry]:
        read = self.listed("glossary.yaml", tuple[Entry, ...])
        entries: dict[str, Entry] = {}
        for index, entry in enumerate(read[1] if read else ()):
            name = slug(entry.term)
            if read and name in entries:
                message = f"the term `{entry.term}` is explained twice"
                self.problems.append(Problem(read[0].at((index, "term")), "duplicate-id", message, "Keep one of them"))
            entries[name] = entry
        return entries

    def references(self) -> tuple[Mapping[str, Any], ...]:
        read = self.listed("references.yaml", tuple[dict[str, Any], ...])
        good, seen = [], set[str]()
        for index, item in enumerate(read[1] if read else ()):
            place = read[0].at((index,)) if read else Span(COURSE)
            name = str(item.get("id", ""))
            if not name or "type" not in item or not (item.get("title") or item.get("title-short")):
                message = "a work needs `id`, `type` and `title`"
                self.problems.append(Problem(place, "missing-field", message, "See AUTHORING.md, references.yaml"))
            elif name in seen:
                self.problems.append(Problem(place, "duplicate-id", f"the work `{name}` stands twice", "Keep one"))
            else:
                good.append(item)
            seen.add(name)
        return tuple(good)

    def index(self) -> tuple[IndexEntry, ...]:
        read = self.listed("index.yaml", tuple[IndexEntry, ...])
        return read[1] if read else ()

    def tables(self, parts: Iterable[Part]) -> Mapping[str, Table]:
        tables: dict[str, Table] = {}
        for path, at in _named(parts, "data"):
            text = None if path in tables else self.folder.text(path, at)
            made = None if text is None else table.read(text, self.folder.place(path), self.problems)
            if made:
                tables[path] = made
        return tables

    def media(self, parts: Iterable[Part], file: CourseFile) -> Mapping[str, bytes]:
        named = [*_named(parts, "media"), *([(file.sign, self.at("sign"))] if file.sign else [])]
        media: dict[str, bytes] = {}
        for path, at in named:
            data = None if path in media else self.folder.read(path, at)
            if data is not None:
                media[path] = data
        return media


def _named(parts: Iterable[Part], what: Literal["data", "media"]) -> list[tuple[str, Span]]:
    return [(path, at) for part in parts for block in part.blocks() for path, at, kind in block.files() if kind == what]
