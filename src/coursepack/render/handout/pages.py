"""Pages of a handout, and the PDF that holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from coursepack.load.markdown import slug
from coursepack.problem import ContentError, Problem, Severity, Span
from coursepack.render.handout import index, tags
from coursepack.render.handout.fetch import BASE, CourseFetcher
from coursepack.render.handout.linebreak import whole_runs
from coursepack.render.handout.log import listening
from coursepack.render.handout.margin import settle
from coursepack.render.handout.markup import companion, handout
from coursepack.render.look.fontfile import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment
    from weasyprint.document import Document, Page

    from coursepack.pack import Pack, PackPart
    from coursepack.render.handout.markup import Handout
    from coursepack.render.look.theme import Paper, Theme


@dataclass(frozen=True)
class Printed:
    """A finished handout: the PDF, how many pages it has, where anchors fell, and WeasyPrint's complaints."""

    pdf: bytes
    pages: int
    anchors: dict[str, int]
    problems: list[Problem]


@dataclass(frozen=True)
class _Press:
    """What every layout of a handout shares."""

    pack: Pack
    made: Handout
    paper: Paper
    templates: Environment
    fonts: FontConfiguration
    counters: CounterStyle
    css: CSS
    fetcher: CourseFetcher

    def layout(self, html: str, extra: str = "", first: int = 1) -> Document:
        """Lay pages out, the first of them numbered `first`, and put their margins in order."""
        styles = [self.css, *([CSS(string=extra, font_config=self.fonts)] if extra else [])]
        source = HTML(string=html, base_url=BASE, url_fetcher=self.fetcher)
        with whole_runs():
            laid = source.render(
                stylesheets=styles, font_config=self.fonts, counter_style=self.counters, pdf_variant="pdf/ua-1"
            )
        return settle(laid, self.paper, first)

    def with_index(self, document: Document, anchors: dict[str, int]) -> Document:
        """Lay out the index in the place of the page that was kept for it, the last one."""
        kept = document.pages[:-1]
        start = len(kept) + 1
        after = ("bibliography", *(part.front.id for part in self.pack.back), "glossary", "index")
        units = index.within(anchors, self.pack.units[0].front.id, after)
        html = self.templates.get_template("parts/index.html.j2").render(
            course=self.pack.course.file,
            labels=self.pack.labels,
            letters=index.letters(self.pack.course.index, self.made.mentions, units, self.pack.labels),
        )
        side = "right" if start % 2 else "left"
        css = f"html{{break-before:{side}}} .page{{break-before:auto}} @page:nth(1){{counter-reset:page {start}}}"
        return document.copy([*kept, *self.layout(html, css, start).pages])

    def after(self, document: Document, html: str) -> list[Page]:
        """Lay out the pages that come after these, of which there is an even number."""
        start = len(document.pages) + 1
        css = f".page:first-child{{break-before:auto}} @page:nth(1){{counter-reset:page {start}}}"
        return list(self.layout(html, css, start).pages)

    def even(self, document: Document) -> Document:
        """End on a left page: a leaf has two sides, and the last is ruled for notes."""
        if len(document.pages) % 2 == 0:
            return document
        number = len(document.pages) + 1
        html = self.templates.get_template("parts/notes.html.j2").render(
            course=self.pack.course.file, labels=self.pack.labels
        )
        css = f"html{{break-before:left}} @page:nth(1){{counter-reset:page {number}}}"
        return document.copy([*document.pages, *self.layout(html, css, number).pages])


def print_handout(  # noqa: PLR0913 what is printed, and what it is printed with
    pack: Pack,
    theme: Theme,
    paper: Paper,
    templates: Environment,
    only: PackPart | None = None,
    *,
    key: Pack | None = None,
    leaves: bool = False,
) -> Printed:
    """Make the PDF of a pack, or of one unit; with a `key`, the teacher's: the same pages, and those after them.

    A unit ends on a left page only if whole `leaves` are wanted: they can be stacked, each pack from a front side.
    """
    made = _whole(handout(pack, theme, paper, templates, only, key=key))
    with listening(templates) as said:
        work = _prepare(pack, made, theme, paper, templates, key=key)
        document = work.layout(made.html)
        anchors = index.pages_of(document)
        if pack.course.index and only is None:
            document = work.with_index(document, anchors)
        whole = only is None and pack.course.file.notes_page
        document = work.even(document) if leaves or whole or key else document
        if key:
            back = companion(pack, theme, paper, templates, only, name="teacher", key=key, pages=anchors)
            document = document.copy([*document.pages, *work.after(document, back.html)])
        pdf = tags.write(document, _names(pack, made))
    found = [
        *made.problems,
        *_complaints(said, pack),
        *_foreign(document, key or pack, {face.family for face in theme.faces}),
    ]
    return Printed(pdf, len(document.pages), anchors, found)


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
        document = _prepare(pack, made, theme, paper, templates, key=key).layout(made.html)
        pdf = tags.write(document, _names(pack, made))
    found = [
        *made.problems,
        *_complaints(said, pack),
        *_foreign(document, key or pack, {face.family for face in theme.faces}),
    ]
    return Printed(pdf, len(document.pages), {}, found)


def _whole(made: Handout) -> Handout:
    """Return a document of which nothing is missing.

    Raises:
        ContentError: something in it cannot be drawn.
    """
    if any(problem.severity is Severity.ERROR for problem in made.problems):
        raise ContentError(made.problems)
    return made


def _prepare(  # noqa: PLR0913 what is printed, and what it is printed with
    pack: Pack, made: Handout, theme: Theme, paper: Paper, templates: Environment, *, key: Pack | None
) -> _Press:
    fonts = FontConfiguration()
    fetcher = CourseFetcher((key or pack).course.media, addresses(face.file for face in theme.faces))
    counters = CounterStyle()
    css = CSS(string=made.css, font_config=fonts, counter_style=counters, url_fetcher=fetcher, base_url=BASE)
    return _Press(pack, made, paper, templates, fonts, counters, css, fetcher)


def _names(pack: Pack, made: Handout) -> dict[str, str]:
    """Say in words where every anchor is, for links that are read aloud."""
    names = {name: target.name for name, target in pack.targets.items()}
    names |= {f"w-{slug(key)}": re.sub("<[^>]+>", "", work.short) for key, work in pack.works.items()}
    names |= {
        anchor: pack.course.index[number].entry for number, anchors in made.mentions.items() for anchor in anchors
    }
    names |= {
        f"back.{name}": f"{pack.labels['notes']}{pack.labels['colon']}{target.name}"
        for name, target in pack.targets.items()
    }
    return names | {f"t-{name}": entry.term for name, entry in pack.course.glossary.items()}


def _foreign(document: Document, pack: Pack, families: set[str]) -> Iterator[Problem]:
    """Report characters that were set in a face of the machine, because the theme's have none."""
    for font in document.fonts.values():
        if font.family not in families:
            for character in sorted(set("".join(font.to_unicode.values()))):
                said = f"`{character}` (U+{ord(character):04X}) has no glyph in the theme's faces"
                at = Span(pack.units[0].part.span.file)
                yield Problem(at, "no-glyph", said, "Write it another way, or add a face to theme.yaml")


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
