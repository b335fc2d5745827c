"""What the deck's printed and shown forms share: slides as HTML, and their style."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from coursepack.build import stop
from coursepack.outputs import pagenumbers
from coursepack.outputs.output import Later
from coursepack.render.look import papers
from coursepack.render.look.fontfile import axes, characters, font_url
from coursepack.render.look.scripts import others
from coursepack.render.look.templates import css_string

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coursepack.build import Ready
    from coursepack.pack import PackPart
    from coursepack.render.look.theme import Face, Theme
    from coursepack.render.slides import flat, script
else:
    flat = Later("coursepack.render.slides.flat")
    script = Later("coursepack.render.slides.script")

# The families of paper that stand in for what the deck's free faces lack: it was measured with them.
_STANDS = {"DeckHeading": "Text", "DeckBody": "Apparatus"}

_WEIGHTS = {"normal": 400, "bold": 700}

# What small slides add to strokes, in ems: copies of copies have none of letters of 5 or 6 pt, and of code, whose signs
# are thinner, no minus. Bold stays bolder.
_HEAVIER, _HEAVIER_CODE = 0.03, 0.06

Mode = Literal["slides", "notes", "speaker", "present"]


@dataclass(frozen=True)
class Form:
    """What the deck becomes, with how many slides a page of notes, and where its font files are.

    They are where they are installed, if nothing else is said.
    """

    mode: Mode
    per: int = 3
    address: Callable[[str], str] = font_url


@dataclass(frozen=True)
class HtmlDeck:
    """HTML and style of the deck, the font files that they name, and how many slides there are."""

    html: str
    css: str
    fonts: tuple[str, ...]
    count: int


def html_deck(ready: Ready, unit: PackPart | None, paper: str, pages: bytes | None, form: Form) -> HtmlDeck:
    """Write the deck, or a unit's, as HTML.

    Raises:
        ContentError: a mistake in a view.
    """
    design, file = ready.design, ready.course.file
    shown, large = form.mode == "present", form.mode in {"present", "slides"}
    written = script.script(ready.pack, design.templates, unit, pagenumbers.read(pages or b"", ready.inputs))
    media = ready.pack.course.media.__getitem__
    look, made, problems = flat.flat(written, file.language, design, media, inline=shown, surfaces=large)
    stop(problems)
    names = {
        **_words(ready, unit),
        "design": look,
        "slides": made,
        "mode": form.mode,
        "per": form.per,
        "paper": design.theme.papers[papers.size(paper)],
    }
    page = design.templates.overlay()
    page.filters = {**design.templates.filters, "font_url": form.address, "css_string": css_string}
    html = page.get_template("present.html.j2" if shown else "slides.html.j2").render(names)
    small = _small if form.mode == "notes" else _as_large
    families = [(name, small(name, twin)) for name, twin in _families(design.theme, html)]
    stands = _stands(design.theme, families, html)
    worn = [
        face
        for face in design.theme.faces
        if face.family in {"Code", "Drawing", *", ".join(stands.values()).split(", ")}
    ]
    loaded = [
        (face.family, face.style, weight, file)
        for face in worn
        for weight, file in small(face.family, _weights(face)).items()
    ]
    css = page.get_template("deck.css.j2").render(names, families=families, stands=stands, further=loaded)
    fonts = [name for _, twin in families for name in twin.values()]
    fonts += [file for *_, file in loaded]
    return HtmlDeck(html, css, tuple(fonts), len(made))


def _words(ready: Ready, unit: PackPart | None) -> dict[str, Any]:
    """Return what the pages say of the course, and its theme."""
    file = ready.course.file
    title = f"{file.title}{ready.pack.labels['colon']}{unit.front.title.plain()}" if unit else file.title
    authors = ", ".join(file.authors)
    return {"theme": ready.design.theme, "title": title, "foot": title, "language": file.language, "authors": authors}


def _families(theme: Theme, html: str) -> list[tuple[str, Mapping[str, str]]]:
    """Return the deck's faces: the two that it measures with, and those of the further scripts that the slides have."""
    deck, written = theme.deck, others(html)
    own = [("DeckHeading", _named(deck.heading.twin)), ("DeckBody", _named(deck.body.twin))]
    further = [one for one in deck.fallback if one.script in written and one.installed]
    return [*own, *((f"Deck{one.script.title()}", one.installed) for one in further)]


def _stands(theme: Theme, families: Sequence[tuple[str, Mapping[str, str]]], html: str) -> dict[str, str]:
    """Return the families of paper that have letters of the slides which a face of the deck lacks, by its name.

    Those of further signs are among them: a title may have one that no other face has. Scripts have faces of the deck.
    """
    signs = {ord(sign) for sign in html if sign.isprintable() and not sign.isascii()}
    has = defaultdict[str, set[int]](set)
    for face in theme.faces:
        has[face.family] |= characters(face.file)
    helping = [face.family for face in theme.worn if face.script == "signs"]
    found: dict[str, str] = {}
    for name, twin in families:
        lacking = signs - characters(twin["regular"])
        beside = [_STANDS[name], *helping] if name in _STANDS else []
        own = [family for family in beside if lacking & has[family]]
        found |= {name: ", ".join(own)} if own else {}
    return found


def _small(family: str, twin: Mapping[str, str]) -> Mapping[str, str]:
    """Return the files of a face for small slides, by style or weight."""
    more = _HEAVIER_CODE if family == "Code" else _HEAVIER
    return {name: f"{file}{'&' if '#' in file else '#'}heavier={more}" for name, file in twin.items()}


def _as_large(_: str, twin: Mapping[str, str]) -> Mapping[str, str]:
    return twin


def _weights(face: Face) -> dict[str, str]:
    """Return the weights that a face is used in, each with its file: both are cut out of a variable file.

    A style sheet can't ask for it here: all would be laid out as wide as it is in the file's own weight.
    """
    if face.weight:
        return {face.weight: face.file}
    is_variable = "wght" in axes(face.file)
    return {name: f"{face.file}#wght={weight}" if is_variable else face.file for name, weight in _WEIGHTS.items()}


def _named(twin: Mapping[Any, str]) -> dict[str, str]:
    return {str(style): file for style, file in twin.items()}
