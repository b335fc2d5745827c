"""What HTML folds, `<details><summary>Title</summary> … </details>`: a callout, for paper can't be folded.

One whose summary speaks of a solution is a solution, which teachers have: who folds it would not show it at once.
A class may say what it is, as a div's does. So is `<div data-type="solution">`, as OpenStax and HTMLBook have it, and
`<div class="solution">`; so is `<div data-type="note">` whose title, `<div data-type="title">`, speaks of one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.callouts import NAMES
from coursepack.load import attributes, interrupting
from coursepack.load.admonition import Admonition, parted, titled
from coursepack.load.htmlpairs import pair

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

    from coursepack.load.htmlpairs import Pair

_TAG = re.compile(r"<(/?)details\b([^<>]*)>", re.IGNORECASE)
_DIV = re.compile(r"<(/?)div\b([^<>]*)>", re.IGNORECASE)
_SUMMARY = re.compile(r"\s*<summary\b[^<>]*>(.*?)</summary\s*>[ \t]*\n?", re.DOTALL | re.IGNORECASE)
# The title of a note in OpenStax's books.
_TITLE = re.compile(r"\s*<div\s[^<>]*data-type=[\"']?title\b[^<>]*>([^<>]*)</div\s*>[ \t]*\n?", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>")


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other tags."""
    markdown.block.ruler.before("html_looks", "details", _rule, interrupting.LISTS)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = pair(state, start, end, _TAG) or _solution(state, start, end)
    if found is None:
        return False
    if silent:
        return True
    content = state.getLines(start, found.last + 1, state.sCount[start], True)  # noqa: FBT003 markdown-it's own
    token = state.push("callout", "", 0)
    token.markup, token.map = found.opened[0], [start, found.last + 1]
    token.meta = {"callout": _read(content, found.opened), "indent": 0}
    state.line = found.last + 1
    return True


def _solution(state: StateBlock, start: int, end: int) -> Pair | None:
    """Return what stands in a div that is a solution, or a note of which the title may say that it is one."""
    found = pair(state, start, end, _DIV)
    if found is None:
        return None
    noted = attributes.read(found.opened[2].lower()).named.get("data-type") == "note"
    return found if noted or "solution" in map(NAMES.get, _names(found.opened)) else None


def _names(opened: re.Match[str]) -> list[str]:
    """Return what a tag says that it is."""
    named = attributes.read(opened[2].lower()).named
    return [*named.get("class", "").split(), *named.get("data-type", "").split()]


def _read(content: str, opened: re.Match[str]) -> Admonition:
    """Read what stands between the tags, of which the first was found."""
    inside = content[len(opened[0]) : content.rindex("</")]
    found = _SUMMARY.match(inside) or _TITLE.match(inside)
    words = " ".join(_MARKUP.sub(" ", found[1]).split()) if found else ""
    body = inside[found.end() :] if found else inside
    kind = next((NAMES[name] for name in _names(opened) if name in NAMES), "note")
    skipped = inside[: len(inside) - len(body)].count("\n") - 1
    return Admonition(kind, titled(kind, words), parted(body), skipped).folded()
