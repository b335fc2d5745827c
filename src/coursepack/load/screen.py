"""What an author writes for a screen alone: how a slide of reveal.js comes, its ground, colours and places.

Neither paper nor a deck of this course has any of it, and nothing is lost with it: it is left out without a word.
Headings keep their id, `.new-page`, `.unnumbered` (in short `-`) and `.unlisted`.
One that has no words, which only begins a slide there, is none here; one that is bold as a whole is a heading anyway.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.token import Token

from coursepack.load import attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_CLASSES = re.compile(
    r"-|fragment|fade-[\w-]+|semi-fade-out|grow|shrink|strike|current-visible|highlight-(?:current-)?(?:red|green|blue)"
    r"|r-(?:fit-text|stretch|stack|frame)|nostretch|absolute|smaller|larger|center|scrollable|(?:non)?incremental"
    r"|un(?:numbered|listed)|uri|email|external|lightbox|container(?:-fluid)?|row|col(?:-(?:xs|sm|md|lg|xl))?(?:-\d+)?"
    r"|(?:align|text|float|pull)-(?:left|right|center|start|end)|clearfix|img-(?:fluid|responsive)"
)
_NAMES = re.compile(
    r"style|dir|target|rel|preview-link|download|top|left|bottom|right|fragment-index|visibility|aria-[\w-]+|data-(?!footnote)[\w-]+"
    r"|(?:background|transition|auto-animate|autoslide|timing|layout)(?:-[\w-]+)?|fig-(?:align|pos)|lightbox|loading"
)
# What no screen shows is no matter of looks: an answer may be hidden so, in the colour of its ground too.
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])"
    r"|(?<![\w-])color\s*:\s*transparent"
)
_COLOUR = re.compile(r"(?:^|;)\s*(color|background(?:-color)?)\s*:\s*(#?\w+)\s*(?:!important)?\s*(?=;|$)")
_NAMES_OF_COLOURS = {"#000": "black", "#000000": "black", "#fff": "white", "#ffffff": "white"}
# What no screen shows is more than a style: it may be an answer.
HIDES = frozenset({"hidden", "content-hidden", "invisible", "visually-hidden", "d-none", "sr-only"})
# The same inside a tag of HTML, whether a class, a style or a word says it: a pattern, in small letters.
HIDING = "hidden|none|invisible|sr-only"
_BEHIND = re.compile(r"(?<![ \t])[ \t]*\{([^{}]*)\}[ \t]*$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1")
# What of it says nothing of a heading without words.
_BARE = frozenset({"", " {.unnumbered}", " {.unlisted}", " {.unnumbered .unlisted}"})
_KEPT = re.compile(r"#\S+|\.(?:new-page|unnumbered|unlisted)")


def use(markdown: MarkdownIt) -> None:
    """Add the rule for headings."""
    markdown.core.ruler.before("inline", "screen_headings", _headings)
    markdown.core.ruler.after("screen_headings", "bold_headings", _unstressed)


def is_for_screen(name: str, value: str = "") -> bool:
    """Tell whether an attribute, or each class of `class`, means something on a screen alone."""
    if name == "class":
        return all(map(_CLASSES.fullmatch, value.split()))
    return bool(_NAMES.fullmatch(name)) and not (name == "style" and is_unseen(value))


def is_unseen(style: str) -> bool:
    """Tell whether a style hides words: as none, or in the colour of their ground; those of no colour are black."""
    style = style.lower()
    found = {name.partition("-")[0]: _NAMES_OF_COLOURS.get(value, value) for name, value in _COLOUR.findall(style)}
    return bool(_HIDDEN.search(style)) or found.get("background") == found.get("color", "black")


def is_all(written: attributes.Attributes) -> bool:
    """Tell whether all attributes mean something on a screen alone, and there are any."""
    words = [word.removeprefix(".") for word in written.words]
    known = all(map(_CLASSES.fullmatch, words)) and all(is_for_screen(*one) for one in written.named.items())
    return known and bool(words or written.named)


def _headings(state: StateCore) -> None:
    state.tokens = list(_read(state.tokens))


def _read(tokens: list[Token]) -> Iterator[Token]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        inline = tokens[position + 1] if token.type == "heading_open" else None
        found = _BEHIND.search(inline.content) if inline else None
        if inline and found:
            words, (kept, style) = inline.content[: found.start()], _kept(found)
            inline.content = words + kept
            if not words.strip() and kept in _BARE:
                position += 3
                continue
            if style:
                yield from tokens[position : position + 3]
                yield _styled(token, style)
                position += 3
                continue
        yield token
        position += 1


def unstressed(words: str) -> str:
    """Leave out what stresses a whole heading: in a list of headings it would be more than the others."""
    found = _BOLD.fullmatch(words)
    return found[2] if found else words


def _unstressed(state: StateCore) -> None:
    for token, inline in pairwise(state.tokens):
        if token.type == "heading_open" and inline.content[:2] in {"**", "__"}:
            behind = _BEHIND.search(inline.content)
            words = inline.content[: behind.start()] if behind else inline.content
            inline.content = unstressed(words) + inline.content[len(words) :]


def _styled(heading: Token, style: str) -> Token:
    """Note a style of an author's own behind a heading, which is set without it."""
    info = f"{{{style}}}"
    made = Token("styled_div", "", 0, map=heading.map, info=info, markup=info, level=heading.level, block=True)
    made.meta["heading"] = True
    return made


def _kept(found: re.Match[str]) -> tuple[str, str]:
    """Return what stays of what stands behind a heading, and the classes of a style of its author's own.

    All stays if there is more than these and what a screen has, beside an id.
    """
    written = attributes.read(found[1])
    words = [".unnumbered" if word == "-" else word for word in written.words]
    own = sorted(filter(_KEPT.fullmatch, words), key=lambda word: word[0] != "#")
    # Words without a sign are no attributes, but words of the heading.
    if any(word[0] not in "#." for word in words):
        return found[0], ""
    rest = [word for word in words if word not in own]
    styles = [word for word in rest if word[1:] not in HIDES and not is_for_screen("class", word[1:])]
    others = attributes.Attributes(written.named, tuple(word for word in rest if word not in styles))
    if (others.words or others.named) and not is_all(others):
        return found[0], ""
    return (f" {{{' '.join(own)}}}" if own else ""), " ".join(styles)
