"""The deck for a browser: a page and its files, shown by reveal.js, which its npm package brings."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.outputs import output
from coursepack.outputs.output import DECK, Files, Later, Made, Option, Output
from coursepack.problem import ContentError, Problem, Span

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs import htmldeck
    from coursepack.pack import PackPart
    from coursepack.render.look import fontfile, templates
else:
    htmldeck, fontfile = Later("coursepack.outputs.htmldeck"), Later("coursepack.render.look.fontfile")
    templates = Later("coursepack.render.look.templates")

# Of the npm package: what a show needs, and its licence.
_PARTS = {
    "reveal.js": "dist/reveal.js",
    "reveal.css": "dist/reveal.css",
    "notes.js": "dist/plugin/notes.js",
    "LICENSE": "LICENSE",
}


def make(
    ready: Ready, unit: PackPart | None, paper: str, *, pages: bytes | None = None, reveal: Path | None = None
) -> Made:
    """Write the page, and beside it all that it needs: it opens without a network.

    Raises:
        ContentError: reveal.js is not there, or there is a mistake in a template.
    """
    shown = _reveal(reveal)
    with templates.reporting(ready.design.templates):
        made = htmldeck.html_deck(ready, unit, paper, pages, htmldeck.Form("present", address=_address))
    beside = {f"reveal/{name}": data for name, data in shown.items()}
    beside |= {_address(file): fontfile.font_data(file) for file in made.fonts}
    # What no slide shows is not handed out: it may be for the teacher alone.
    beside |= {path: data for path, data in ready.pack.course.media.items() if escape(path) in made.html}
    beside["deck.css"] = made.css.encode()
    return Made(made.html.encode(), f"{made.count} slides", (), beside)


def _address(file: str) -> str:
    """Return where a font file lies beside the page."""
    return f"fonts/{fontfile.font_name(file)}"


def _reveal(folder: Path | None) -> dict[str, bytes]:
    """Read the parts of the npm package's folder."""
    if folder is None or not (folder / _PARTS["reveal.js"]).is_file():
        where = Span(str(folder or "reveal.js"))
        raise ContentError([Problem(where, "no-reveal", "reveal.js is not there", "Run `make present`, which gets it")])
    return {name: (folder / path).read_bytes() for name, path in _PARTS.items()}


_FOLDER = {"type": Path, "required": True}
_REVEAL_JS = Option("--reveal", "REVEAL", "the folder of reveal.js's npm package", _FOLDER, needs="$(REVEAL)/LICENSE")
OUTPUT = Output(
    "make the deck for a browser",
    make,
    Files("present{paper}{edition}/index.html", "units/{unit}{paper}{edition}-present/index.html", folder=True),
    [*DECK, _REVEAL_JS],
    rank=110,
    doing=output.SLIDES,
    also="index.html and all that it needs",
)
