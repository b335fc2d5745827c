r"""Marks around words that are read again inside: `==marked==`, and LaTeX's `\textbf{…}`, `\emph{…}` and their like.

Two bolds that meet, `**rain****fall**`, as programs write them that make text of a page, are one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

# As many editors of notes write marked words.
_HIGHLIGHT = re.compile(r"==(?=[^\s=])([^=\n]*[^\s=])==(?!=)")
# Where one bold ends and the next begins; what ends the next.
_MEET = re.compile(r"(?<=[^\s*])\*{4}(?=[^\s*])")
_CLOSES = re.compile(r"(?<=[^\s*])\*\*(?!\*)")
# So many marks are looked through for the last two stars.
_NEAR = 100
# Braces may stand in braces once.
_COMMAND = re.compile(
    r"\\(textbf|textit|emph|textsl|underline|texttt|textsc|textsuperscript|textsubscript)"
    r"\{((?:[^{}\\]|\\.|\{[^{}]*\})*)\}"
)
# LaTeX's command → the name of its tokens, and the tag that is set.
_TAGS = {
    "textbf": ("strong", "strong"),
    "textit": ("em", "em"),
    "textsl": ("em", "em"),
    "emph": ("em", "em"),
    "underline": ("u", "u"),
    "textsc": ("smallcaps", "span"),
    "textsuperscript": ("sup", "sup"),
    "textsubscript": ("sub", "sub"),
}


def use(markdown: MarkdownIt) -> None:
    """Add the rules: that for commands before the one that takes backslashes away."""
    markdown.inline.ruler.before("link", "highlight", _highlight)
    markdown.inline.ruler.before("escape", "latex_marks", _command)
    markdown.inline.ruler.before("emphasis", "bolds_that_meet", _met)


def _highlight(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = _HIGHLIGHT.match(state.src, state.pos)
    if found and not silent:
        _around(state, found, 1, "mark", "mark")
    state.pos = found.end() if found else state.pos
    return bool(found)


def _command(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = _COMMAND.match(state.src, state.pos)
    if found and not silent:
        if found[1] == "texttt":
            token = state.push("code_inline", "code", 0)
            token.content, token.markup = re.sub(r"\\(?=[^A-Za-z])", "", found[2]), "`"
            token.meta = {"raw": found[0], "at": state.pos}
        else:
            _around(state, found, 2, *_TAGS[found[1]])
    state.pos = found.end() if found else state.pos
    return bool(found)


def _met(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Leave out the four stars between bolds that meet, which CommonMark takes for letters."""
    found = _MEET.match(state.src, state.pos)
    if found is None or found.end() > _last_end(state.src) or not _is_bold(state):
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.markup, token.info = found[0], "escape"
    state.pos = found.end()
    return True


@lru_cache(maxsize=1)
def _last_end(source: str) -> int:
    return max((found.start() for found in _CLOSES.finditer(source)), default=-1)


def _is_bold(state: StateInline) -> bool:
    """Tell whether the two stars before this place begin words, and can't end any."""
    near = reversed(state.delimiters[-_NEAR:])
    pair = next((one for one in near if one.marker == ord("*") and one.length == len("**")), None)
    return bool(pair and pair.open and not pair.close)


def _around(state: StateInline, found: re.Match[str], group: int, name: str, tag: str) -> None:
    """Add a mark, and between its ends what its words come to, each in its place."""
    opened = state.push(f"{name}_open", tag, 1)
    if name == "smallcaps":
        opened.attrs = {"class": "smallcaps"}
    inside: list[Token] = []
    state.md.inline.parse(found[group], state.md, state.env, inside)
    for child in inside:
        if "at" in child.meta:
            child.meta["at"] += found.start(group)
    state.tokens += inside
    state.push(f"{name}_close", tag, -1)
