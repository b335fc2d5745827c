"""Words with attributes, as Pandoc and Quarto have them: `[x]{.underline}`, `{.smallcaps}`, `{.mark}`, `{lang=fr}`.

`[Ask for a vote.]{.do}` is ours: a stage direction, what a lecturer does and does not say. A class that nobody knows is
one of a style of its author's: it is kept apart (`meta["style"]`), and the words are set without it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin

from coursepack.load.screen import HIDES, is_for_screen
from coursepack.load.tongues import TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

# Class → the name of its tokens, and the tag that is set.
CLASSES = {
    "underline": ("u", "u"),
    "ul": ("u", "u"),
    "smallcaps": ("smallcaps", "span"),
    "sc": ("smallcaps", "span"),
    "mark": ("mark", "mark"),
    "highlight": ("mark", "mark"),
    "kbd": ("kbd", "kbd"),
    "do": ("do", "em"),
}
# What tokens of a class tell the outputs.
_ATTRIBUTES = {"smallcaps": {"class": "smallcaps"}, "do": {"class": "do", "data-colour": "accent"}}
# Classes that mean something here.
OWN = frozenset({*CLASSES, "term", "gap", "choice", "qr"})
# What a link has by itself.
_LINK = frozenset({"href", "title"})
# A link with a code to scan, `[x](https://…){.qr}`, or `{qr}` in short.
_CODE = ("class", "qr")
_SHORT = "{qr}"


def use(markdown: MarkdownIt) -> None:
    """Add the plugin, and the meaning of the classes that are known."""
    markdown.use(attrs_plugin, after=("link_close", "span_close", "code_inline"), spans=True)
    markdown.core.ruler.after("html_marks", "spans", _spans)


def _spans(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children:
            _name(token.children)
            _gaps(token.children)
            token.children = [one for child in token.children for one in _bracketed(child)]


def _name(children: list[Token]) -> None:
    """Give spans of a known class their own tokens; a language stays, and what is unknown is left."""
    waiting: list[Token | None] = []
    _codes(children)
    for token in children:
        if token.type in {"span_open", "link_open"}:
            token.attrs = {name: value for name, value in token.attrs.items() if not is_for_screen(name, str(value))}
            if str(token.attrs.get("href", "")).lower().startswith("www."):
                # What a browser adds by itself.
                token.attrs["href"] = f"https://{token.attrs['href']}"
            if (OWN | HIDES).isdisjoint(str(token.attrs.get("class", "")).split()):
                token.meta["style"] = " .".join(str(token.attrs.pop("class", "")).split())
        if token.type == "span_open":
            known = CLASSES.get(str(token.attrs.get("class", ""))) if set(token.attrs) == {"class"} else None
            waiting.append(token if known else None)
            if known:
                token.type, token.tag = f"{known[0]}_open", known[1]
                token.attrs = {**_ATTRIBUTES.get(known[0], {})}
        elif token.type == "span_close":
            opened = waiting.pop() if waiting else None
            if opened:
                token.type, token.tag = opened.type.replace("_open", "_close"), opened.tag
        elif token.type == "code_inline":
            # The language of a few words of code: they are set alike in all.
            token.attrs = {}


def _gaps(children: list[Token]) -> None:
    """Tell gaps the language of the words around them: it is that of theirs, and not of what is said of a gap."""
    around = [""]
    for token in children:
        if token.type == "span_open":
            around.append(str(token.attrs.get("lang", around[-1])))
        elif token.type == "span_close" and len(around) > 1:
            around.pop()
        elif token.type == "gap":
            token.meta |= {"around": around[-1], "language": token.meta["language"] or around[-1]}


def _bracketed(token: Token) -> Iterator[Token]:
    """Put brackets inside stage directions, as plays have them: they are told apart wherever no style is kept."""
    if token.type == "do_close":
        yield Token("text", "", 0, content="]")
    yield token
    if token.type == "do_open":
        yield Token("text", "", 0, content="[")


def _codes(children: list[Token]) -> None:
    """Read `{qr}` after a link as its class."""
    opened = None
    for token, after in pairwise(children):
        opened = token if token.type == "link_open" else opened
        if opened and token.type == "link_close" and after.type == "text" and after.content.startswith(_SHORT):
            opened.attrSet(*_CODE)
            after.content = after.content.removeprefix(_SHORT)


def unknown(token: Token) -> Iterator[str]:
    """Yield the attributes of a token that nothing is made of."""
    if token.type in {"span_open", "link_open"} and token.meta.get("style"):
        yield "class"
    if token.type == "span_open":
        yield from (name for name, value in token.attrs.items() if name != "lang" or not TAG.fullmatch(str(value)))
    elif token.type == "link_open":
        yield from (name for name in token.attrs if name not in _LINK and (name, token.attrs[name]) != _CODE)
