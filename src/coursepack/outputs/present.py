"""The deck for a browser: a page and its files, shown by reveal.js, which its npm package brings."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from coursepack.outputs.leaves import Form, leaves
from coursepack.outputs.made import PLAIN, Made, Order
from coursepack.problem import ContentError, Problem, Span
from coursepack.render.look.fontfile import font_data, font_name
from coursepack.render.look.templates import reporting

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.build import Ready
    from coursepack.pack import PackPart

# Of the npm package: what a show needs, and its licence.
_PARTS = {
    "reveal.js": "dist/reveal.js",
    "reveal.css": "dist/reveal.css",
    "notes.js": "dist/plugin/notes.js",
    "LICENSE": "LICENSE",
}


def make(ready: Ready, unit: PackPart | None, paper: str, order: Order = PLAIN) -> Made:
    """Write the page, and beside it all that it needs: it opens without a network.

    Raises:
        ContentError: reveal.js is not there, or there is a mistake in a template.
    """
    shown = _reveal(order.reveal)
    with reporting(ready.design.templates):
        made = leaves(ready, unit, paper, order, Form("present", _address))
    beside = {f"reveal/{name}": data for name, data in shown.items()}
    beside |= {_address(file): font_data(file) for file in made.fonts}
    # What no slide shows is not handed out: it may be for the teacher alone.
    beside |= {path: data for path, data in ready.pack.course.media.items() if escape(path) in made.html}
    beside["deck.css"] = made.css.encode()
    return Made(made.html.encode(), f"{made.count} slides", (), beside)


def _address(file: str) -> str:
    """Return where a font file lies beside the page."""
    return f"fonts/{font_name(file)}"


def _reveal(folder: Path | None) -> dict[str, bytes]:
    """Read the parts of the npm package's folder."""
    if folder is None or not (folder / _PARTS["reveal.js"]).is_file():
        where = Span(str(folder or "reveal.js"))
        raise ContentError([Problem(where, "no-reveal", "reveal.js is not there", "Run `make present`, which gets it")])
    return {name: (folder / path).read_bytes() for name, path in _PARTS.items()}
