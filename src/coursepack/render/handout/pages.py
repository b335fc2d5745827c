"""Pages of a handout, and the PDF that holds them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from html import escape
from itertools import chain
from typing import TYPE_CHECKING

from coursepack.problem import ContentError, Problem, Severity, Span
from coursepack.render.handout import faces, index
from coursepack.render.handout.cutting import cut, whole
from coursepack.render.handout.fetch import CourseFetcher
from coursepack.render.handout.join import joined
from coursepack.render.handout.laying import Laying
from coursepack.render.handout.log import listening
from coursepack.render.handout.markup import companion, handout
from coursepack.render.handout.order import Order
from coursepack.render.handout.reprints import told_apart
from coursepack.render.handout.saying import counted_apart
from coursepack.render.handout.starts import marked
from coursepack.render.look.drawings import FAMILY
from coursepack.render.look.fontfile import addresses
from coursepack.render.look.further import families
from coursepack.render.words import worklists
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from coursepack.pack import Pack, PackPart
    from coursepack.render.handout.cutting import Chunk
    from coursepack.render.handout.markup import Handout
    from coursepack.render.handout.starts import Start
    from coursepack.render.look.theme import Paper, Theme


# Where a page begins that is set otherwise: where it is heard, and the number that is seen beside a line, or several
# below each other. They are jumped to: the sentence that a page begins in may start on the page before.
_PLACE = '<span class="usual-place" data-place="{page}" data-usual="{page}"></span>'
_USUAL = (
    '<span class="usual-page" data-usual="{pages}" data-at="{first}" data-pdf="Page" data-said="{said} ">{marks}</span>'
)
_MARK = '<span class="usual-mark" data-usual="{page}"></span>'


@dataclass(frozen=True)
class Printed:
    """A finished handout: the PDF, how many pages it has, where anchors fell, and WeasyPrint's complaints.

    `starts` are pages by number, with where they begin in the text.
    """

    pdf: bytes
    pages: int
    anchors: dict[str, int]
    problems: list[Problem]
    starts: Sequence[tuple[int, Start]] = ()


@dataclass(frozen=True)
class _Press:
    """What every layout of a handout shares; `marked` marks where the pages begin of what it has beside it."""

    pack: Pack
    made: Handout
    templates: Environment
    work: Laying
    marked: Callable[[str], str] = str

    def index(self, anchors: Mapping[str, int]) -> Chunk:
        """Write the index; it is laid out after the pages that it points to."""
        pages = sorted(self.pack.back, key=lambda part: not part.letter)
        names = [part.front.id for part in pages]
        lettered = sum(bool(part.letter) for part in pages)
        after = (*names[:lettered], "bibliography", *names[lettered:], "glossary", "index")
        units = index.within(anchors, self.pack.units[0].front.id, after)
        html = self.templates.get_template("parts/index.html.j2").render(
            course=self.pack.course.file,
            labels=self.pack.labels,
            letters=index.letters(
                self.pack.course.index, self.made.mentions, units, self.pack.labels, index.main_places(self.pack)
            ),
        )
        return whole(self.marked(html))

    def notes(self) -> Chunk:
        """Write a page that is ruled for notes."""
        html = self.templates.get_template("parts/notes.html.j2").render(
            course=self.pack.course.file, labels=self.pack.labels
        )
        return whole(html)


def print_handout(  # noqa: PLR0913 what is printed, and what it is printed with
    pack: Pack,
    theme: Theme,
    paper: Paper,
    templates: Environment,
    only: PackPart | None = None,
    *,
    key: Pack | None = None,
    leaves: bool = False,
    beside: Printed | None = None,
) -> Printed:
    """Make the PDF of a pack, or of one unit; with a `key`, the teacher's: the same pages, and those after them.

    A unit ends on a left page only if whole `leaves` are wanted: they can be stacked, each pack from a front side. It
    is marked where the pages begin that it has `beside` these, set in another way.
    """
    made = _whole(handout(pack, theme, paper, templates, only, key=key))
    if theme.folio:
        made = replace(made, html=counted_apart(made.html, theme.folio))
    marks = _marks(pack, beside) if beside else str
    made = replace(made, html=marks(made.html))
    with listening(templates) as said:
        press = replace(_prepare(pack, made, theme, paper, templates, key=key), marked=marks)
        indexed = press.index if pack.course.index and only is None else None
        order = Order(press.work, cut(made.html, made.css, press.work.styles), indexed)
        anchors = order.settle()
        # A leaf has two sides: the last is ruled for notes.
        if leaves or key or (only is None and theme.fills and pack.course.file.notes_page):
            order.even(press.notes())
        if key:
            back = companion(pack, theme, paper, templates, only, name="teacher", key=key, pages=anchors)
            order.append(cut(back.html, made.css, press.work.styles))
        return _printed(press, order, said, key or pack, theme)


def _marks(pack: Pack, beside: Printed) -> Callable[[str], str]:
    """Return what marks in a document where the pages begin that it has beside it."""

    def heard(page: int) -> str:
        return _PLACE.format(page=page)

    def seen(pages: Sequence[int]) -> str:
        said = pack.labels["space"].join(pack.labels.filled("usual_page", page=page) for page in pages)
        marks = "".join(_MARK.format(page=page) for page in pages)
        return _USUAL.format(pages="&#10;".join(map(str, pages)), first=pages[0], said=escape(said), marks=marks)

    return partial(marked, begins=list(_begins(beside)), heard=heard, seen=seen)


def _begins(beside: Printed) -> Iterator[tuple[int, Start]]:
    """Yield where each page begins: one that is ruled for notes, and has no text, where the next does."""
    known, after = dict(beside.starts), None
    for page in range(beside.pages, 0, -1):
        after = known.get(page, after)
        if after:
            yield page, after


def print_companion(  # noqa: PLR0913 what is printed, and what it is printed with
    pack: Pack,
    theme: Theme,
    paper: Paper,
    templates: Environment,
    only: PackPart | None = None,
    *,
    name: str,
    key: Pack | None = None,
    more: Mapping[str, object] | None = None,
) -> Printed:
    """Make the PDF of a companion of the handout: the template `name` says what is in it."""
    made = _whole(companion(pack, theme, paper, templates, only, name=name, key=key, more=more))
    with listening(templates) as said:
        press = _prepare(pack, made, theme, paper, templates, key=key)
        order = Order(press.work, cut(told_apart(made.html), made.css, press.work.styles))
        order.settle()
        return _printed(press, order, said, key or pack, theme)


def _printed(press: _Press, order: Order, said: list[str], pack: Pack, theme: Theme) -> Printed:
    """Join the pieces; return the document with all that is to be said of it."""
    pieces = order.drawn()
    foreign = list(faces.foreign(pieces, press.work.files, partial(_written, pack)))
    # A face that is not the theme's is in none of its files.
    pdf = (
        b""
        if foreign
        else joined(order.chunks[0].head, pieces, press.work.files, theme.folio, pack.labels["usual_pages"])
    )
    heard = [*chain.from_iterable(piece.said for piece in pieces), *said]
    found = [*press.made.problems, *_complaints(heard, press.pack), *foreign]
    # What stands before the first anchor is found in the first piece alone: any other would be taken for the cover.
    begins = enumerate(((start, piece is pieces[0]) for piece in pieces for start in piece.starts), 1)
    starts = [(page, start) for page, (start, is_first) in begins if start and (start.anchor or is_first)]
    return Printed(pdf, sum(piece.pages for piece in pieces), order.anchors, found, starts)


def _whole(made: Handout) -> Handout:
    """Return a document of which nothing is missing.

    Raises:
        ContentError: something in it cannot be drawn.
    """
    if any(problem.severity is Severity.ERROR for problem in made.problems):
        raise ContentError(made.problems)
    return made


def _prepare(  # noqa: PLR0913 what is printed, and what it is printed with
    pack: Pack,
    made: Handout,
    theme: Theme,
    paper: Paper,
    templates: Environment,
    *,
    key: Pack | None,
) -> _Press:
    fonts = addresses(face.file for face in theme.faces)
    fetcher = CourseFetcher((key or pack).course.media, fonts, families(theme, FAMILY))
    work = Laying(made.css, paper, fetcher, _names(pack, made), black=theme.black)
    return _Press(pack, made, templates, work)


def _names(pack: Pack, made: Handout) -> dict[str, str]:
    """Say in words where every anchor is, for links that are read aloud."""
    names = {name: target.name for name, target in pack.targets.items()}
    names |= dict(worklists.names(pack))
    names |= {
        anchor: pack.course.index[number].entry for number, anchors in made.mentions.items() for anchor in anchors
    }
    names |= {
        f"back.{name}": f"{pack.labels['notes']}{pack.labels['colon']}{target.name}"
        for name, target in pack.targets.items()
    }
    return names | {f"t-{name}": entry.term for name, entry in pack.course.glossary.items()}


def _written(pack: Pack, character: str) -> Span:
    """Return where an author has written a character; the first unit, if it is in none of the texts."""
    found = (text.span for text in texts(pack.course) if character in text.plain())
    return next(found, Span(pack.units[0].part.span.file))


def _complaints(said: list[str], pack: Pack) -> Iterator[Problem]:
    """Turn WeasyPrint's log into problems; a character without a glyph is an error."""
    at = pack.course.units[0].span
    for message in dict.fromkeys(said):
        glyph = "notdef" in message
        yield Problem(
            Span(at.file),
            "no-glyph" if glyph else "layout",
            message,
            "Use a character that the theme's faces have" if glyph else "",
            Severity.ERROR if glyph else Severity.WARNING,
        )
