"""Words in another language than the course's: `[mot]{lang=fr}`, `::: {lang=fr}`. Their quotation marks are its own.

A div of a language is no element of its own, for it may hold sections and blocks: what stands in it says the language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from markdown_it.rules_core.smartquotes import QUOTE_RE, process_inlines
from markdown_it.token import Token

from coursepack.load import quotemarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

# A tag of a language, as BCP 47 has those that schools name.
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")

# The quotation marks of a language: the outer pair, then the inner one.
Quotes = Sequence[str]

# What may be quoted, by a tag of HTML too.
_QUOTED = re.compile(f"{QUOTE_RE.pattern}|<q", re.IGNORECASE)

# Divs of a language in a text, by the lines that they begin and end with.
DIVS = "languages"


def use(markdown: MarkdownIt, quotes: Callable[[str], Quotes]) -> None:
    """Add the rules; `quotes` returns the marks of a language, those of the course for an empty tag."""
    markdown.core.ruler.before("smartquotes", "languages", _languages)
    markdown.core.ruler.at("smartquotes", partial(_quotes, quotes))


def _languages(state: StateCore) -> None:
    """Name the language of the outermost elements inside divs, the innermost div's last."""
    # In the order of their lines, and inside each other.
    divs: list[tuple[int, int, str]] = state.env.get(DIVS, [])[::-1]
    around: list[tuple[int, str]] = []
    for token in (one for one in state.tokens if one.map and not one.level and one.nesting >= 0 and one.tag):
        line = (token.map or [0])[0]
        while divs and divs[-1][0] <= line:
            around.append(divs.pop()[1:])
        while around and around[-1][0] <= line:
            around.pop()
        if around:
            token.attrSet("lang", around[-1][1])


def _quotes(quotes: Callable[[str], Quotes], state: StateCore) -> None:
    around = ""
    for token in state.tokens:
        if not token.level and token.nesting >= 0:
            around = str(token.attrs.get("lang", ""))
        if token.type == "inline" and token.children and _QUOTED.search(token.content):
            _set(token.children, around, quotes)


def _set(tokens: Sequence[Token], tag: str, quotes: Callable[[str], Quotes]) -> None:
    """Set the marks of some words in their language; a span of another stands among them as a word."""
    # As much of a parser as markdown-it's rule asks.
    state = SimpleNamespace(md=SimpleNamespace(options=SimpleNamespace(quotes=quotes(tag))))
    own = list(_outside(iter(tokens), quotes))
    quotemarks.curl(own, quotes(tag))
    process_inlines(own, cast("StateCore", state))
    for token in own:
        if token.type == "text":
            token.content = quotemarks.cut(token.content)


def _outside(tokens: Iterator[Token], quotes: Callable[[str], Quotes]) -> Iterator[Token]:
    for token in tokens:
        if token.type != "span_open" or "lang" not in token.attrs:
            yield token
            continue
        inside = []
        for one in tokens:
            if one.type == "span_close" and one.level == token.level:
                break
            inside.append(one)
        _set(inside, str(token.attrs["lang"]), quotes)
        yield Token("text", "", 0, content="x", level=token.level)
