"""Pictures together as Quarto writes them: `::: {#fig-x layout-ncol=2}`, each picture on a line, a caption below.

Two to four are one {figure} of several panels; more are as many figures as there are rows. A div that holds anything
else is no more than what is in it, one after the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.load import attributes, div, fence, interrupting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_MOST = 4  # panels of a figure
_COUNT = re.compile(r"[1-9]")


@dataclass(frozen=True)
class _Layout:
    """Pictures of a div: their lines, how many stand side by side, the id of all, and the caption with its line."""

    lines: tuple[int, ...]
    columns: int
    id: str
    caption: str
    below: int


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other divs."""
    markdown.block.ruler.before("colon_fence", "layout", _rule, interrupting.NOTES)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    opened = div.opening(state, start)
    braces = attributes.BRACED.fullmatch(opened[2].strip()) if opened else None
    written = attributes.read(braces[1]) if braces else None
    if written is None or not ({"layout-ncol", "layout-nrow"} & set(written.named) or written.id.startswith("fig-")):
        return False
    first = next((number for number in range(start + 1, end) if not state.isEmpty(number)), end)
    length = div.last_line(state, start, end) if first < end and _is_picture(fence.written(state, first)) else None
    made = _read(div.inside(state, start, start + length), written) if length is not None else None
    if made is None or length is None:
        return False
    if not silent:
        content = div.inside(state, start, start + length).split("\n")
        for number, lines in enumerate(_rows(made)):
            meta = _fields(made, lines[0]) if number == 0 else {}
            _push(state, start + 1 + lines[0], "\n".join(content[lines[0] : lines[-1] + 1]), meta)
        state.line = start + length + 1
    return True


def _read(content: str, written: attributes.Attributes) -> _Layout | None:
    """Return the pictures of a div; `None` if it holds anything else but a caption below them."""
    lines = content.split("\n")
    shown = [number for number, line in enumerate(lines) if _is_picture(line)]
    below = next((number for number in range(shown[-1] + 1, len(lines)) if lines[number].strip()), 0) if shown else 0
    others = [line for line in lines[: shown[-1]] if line.strip() and not _is_picture(line)] if shown else [""]
    caption = " ".join(line.strip() for line in lines[below:]).strip() if below else ""
    columns = _columns(written.named, len(shown))
    if (
        others
        or len(shown) < (1 if written.id else 2)
        or not columns
        or caption.startswith((":::", "```", "|", "#", "- "))
    ):
        return None
    return _Layout(tuple(shown), columns, written.id, caption, below)


def _is_picture(line: str) -> bool:
    """Tell whether a line begins and ends as a picture does; this is linear, whatever stands in it."""
    written = line.strip()
    return (written.startswith("![") and "](" in written and written.endswith((")", "}"))) or (
        written.startswith("<img ") and written.endswith(">")
    )


def _columns(named: Mapping[str, str], count: int) -> int:
    """Return how many stand side by side; one, if nothing says it."""
    if not {"layout-ncol", "layout-nrow"} & set(named):
        return 1
    across, down = (_COUNT.fullmatch(named.get(name, "")) for name in ("layout-ncol", "layout-nrow"))
    return min(int(across[0]), _MOST) if across else min(-(-count // int(down[0])), _MOST) if down else 0


def _rows(made: _Layout) -> Iterator[tuple[int, ...]]:
    step = len(made.lines) if len(made.lines) <= _MOST else made.columns
    for first in range(0, len(made.lines), step):
        yield made.lines[first : first + step]


def _fields(made: _Layout, first: int) -> dict[str, str | int]:
    """Return what is said of all pictures together; `below` is how far the caption stands below the first."""
    columns = made.columns if made.columns < len(made.lines) <= _MOST else 0
    fields: dict[str, str | int] = {
        "id": made.id,
        "title": made.caption,
        "columns": columns,
        "below": made.below - first,
    }
    return {name: value for name, value in fields.items() if value}


def _push(state: StateBlock, line: int, content: str, meta: Mapping[str, str | int]) -> None:
    place = [line, line + 1 + content.count("\n")]
    opened = state.push("paragraph_open", "p", 1)
    opened.map, opened.meta = place, {"figure": dict(meta)}
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.map = content.strip(), [], place
    state.push("paragraph_close", "p", -1)
