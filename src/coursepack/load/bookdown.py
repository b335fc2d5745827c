r"""What bookdown writes in ways of its own, read as what others write: statements, references and labels.

A chunk that is a statement, ```` ```{theorem, label="sum", name="Of sums"} ````, is a callout with that id and title;
`\@ref(thm:sum)` is a reference, which prints the number alone; `(\#eq:sum)` in a formula is its label.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.callouts import NAMES
from coursepack.load import attributes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

# A kind, a label that may stand there without its name, and options after a comma.
_CHUNK = re.compile(r"\s*\{(\w+)(?:[ \t]+([\w.-]+))?[ \t]*,[ \t]*([^{}]*)\}\s*$")
_FIRST = re.compile(r"([\w.-]+)[ \t]*(?=,|$)")
_REF = re.compile(r"\\@ref\((?:([a-z]+):)?([A-Za-z][\w-]*)\)")
# A label among words is none of them; a reference to it says that it leads to nothing.
_INSIDE = re.compile(r"\\#[a-z]+:[\w-]+\)[ \t]*")
_LABEL = re.compile(r"\(\\#eq:([\w-]+)\)")
_LABELS = {"eq": "eq-"}


def use(markdown: MarkdownIt) -> None:
    """Add the rules: chunks and labels after blocks are found, references before an escaped sign is one."""
    markdown.core.ruler.after("block", "statement_chunks", _chunks)
    markdown.core.ruler.after("math_blocks", "bookdown_labels", _labels)
    markdown.inline.ruler.before("escape", "bookdown_references", _reference)
    markdown.inline.ruler.before("escape", "bookdown_labels", _inside)


def _chunks(state: StateCore) -> None:
    for token in state.tokens:
        found = _CHUNK.match(token.info) if token.type == "fence" else None
        if found and found[1] in NAMES:
            token.info = f"{{{found[1]}{_options(found[2] or '', found[3])}}}"


def _options(label: str, written: str) -> str:
    """Write a label and the options of a chunk as attributes."""
    first = _FIRST.match(written)
    named = attributes.read(written).named
    label = label or named.get("label") or (first[1] if first else "")
    title = named.get("name", "").replace('"', "”")
    return (f" #{attributes.name(label)}" if label else "") + (f' title="{title}"' if title else "")


def _labels(state: StateCore) -> None:
    for token in state.tokens:
        found = _LABEL.search(token.content) if token.type == "math_block" else None
        if found:
            _label(token, found)


def _label(token: Token, found: re.Match[str]) -> None:
    """Make a formula with a label one that has a number."""
    latex = token.content[: found.start()].rstrip() + " " + token.content[found.end() :].lstrip()
    token.type, token.meta = "formula", {"id": f"eq-{attributes.name(found[1])}", "latex": latex}


def _reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = _REF.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("ref", "", 0)
        token.meta = {"raw": found[0], "at": state.pos, "kind": "", "bare": True}
        name = _LABELS.get(found[1] or "", "") + attributes.name(found[2])
        token.meta |= {"id": name, "outside": re.sub(r"[-_]", " ", found[2])}
    state.pos = found.end()
    return True


def _inside(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = _INSIDE.match(state.src, state.pos)
    if not found or not state.pending.endswith("("):
        return False
    if not silent:
        state.pending = state.pending[:-1]
    state.pos = found.end()
    return True
