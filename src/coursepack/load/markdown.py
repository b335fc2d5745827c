"""Markdown with the inline marks of a course: terms, citations, references, formulas, and the gaps of exercises."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_core.replacements import RARE_RE, replace_rare
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from coursepack.load import (
    bookdown,
    breaks,
    codecell,
    commas,
    dashtables,
    design,
    details,
    directive,
    displays,
    div,
    fence,
    footnotes,
    formulas,
    gitbook,
    gridtables,
    html,
    htmlfigure,
    htmlframe,
    htmlheading,
    htmllist,
    htmlpicture,
    htmlquote,
    htmltable,
    htmlterms,
    indented,
    jekyll,
    kramdown,
    layout,
    lineblocks,
    lists,
    marks,
    obsidian,
    pandoclatex,
    pictures,
    pipetables,
    presenter,
    residue,
    roles,
    ruby,
    screen,
    sidebyside,
    spans,
    strokes,
    tabs,
    textmarks,
    tongues,
    unspaced,
)
from coursepack.load.attributes import LETTERS, spelled
from coursepack.load.tongues import TAG

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from coursepack.load.tongues import Quotes

TERM = re.compile(r'\[([^\[\]]+)\]\{\.term(?:\s+of="([^"]+)")?\}')
CITE = re.compile(r"\[(@[^\[\]]+)\]")
# Hebrew and Arabic join a word of one letter to what follows it; others have no blanks between words.
_JOINED = rf"\u0590-\u08ff{unspaced.LETTERS}"
# Letters and digits of an id: those of alphabets whose words are parted by blanks, so that none takes what follows it.
_IN_ID = f"{LETTERS}0-9"
NAMED = re.compile(
    rf"(?<![^\W_{_JOINED}])@([{_IN_ID}](?:[{_IN_ID}_-]*[{_IN_ID}])?)(?!-?[{_IN_ID}]|:[{_IN_ID}]|\.[a-z]|\()"
)
REF = re.compile(rf"(?<![^\W_{_JOINED}])@([a-z]+(?:-[a-z]+)*):([{_IN_ID}](?:[{_IN_ID}-]|_(?=[{_IN_ID}]))*)")
# A reference of Quarto says by its beginning what it leads to; the id is the whole of it.
_PREFIXED = re.compile(r"(?:sec|fig|tbl|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg)-")
OPTION = re.compile(r"\{option:([A-Za-z0-9][A-Za-z0-9-]*)\}")
# A gap, in another language if it says so, as any other words do.
_LANG = rf'lang=(?:"{TAG.pattern}"|{TAG.pattern})'
GAP = re.compile(rf"\[([^\[\]]*)\]\{{(?:({_LANG})\s+)?\.(gap|choice)(?:\s+({_LANG}))?\}}")
# A bar between the words of a gap; authors who think of tables put a backslash before it.
_BAR = re.compile(r"\s*\\?\|\s*")
# The least room of a gap, in characters; by hand, a word takes half as much again as in print.
_ROOM = 6
# Digits of a gap that are lowered or raised have signs of their own, for a gap holds nothing but words.
_SHIFTED = re.compile(r"~([0-9+-]+)~|\^([0-9+-]+)\^")
_LOW, _HIGH = (str.maketrans("0123456789+-", signs) for signs in ("₀₁₂₃₄₅₆₇₈₉₊₋", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"))
SLUG = re.compile(r"[^\w\s-]")


def slug(text: str) -> str:
    """Make an id of a text: lower case, hyphens for spaces, other punctuation dropped."""
    return re.sub(r"[\s_]+", "-", SLUG.sub("", text.lower()).strip())


def _term(token: Token, found: re.Match[str]) -> None:
    token.content = " ".join(found[1].split())
    token.meta["id"] = slug(found[2] or token.content)


def _option(token: Token, found: re.Match[str]) -> None:
    token.content = found[0]
    token.meta["name"] = found[1]


def _shifted(found: re.Match[str]) -> str:
    return found[1].translate(_LOW) if found[1] else found[2].translate(_HIGH)


def _gap(token: Token, found: re.Match[str]) -> None:
    words = tuple(_SHIFTED.sub(_shifted, word) for word in _BAR.split(" ".join(found[1].split())))
    token.content = words[0]
    choices = words if found[3] == "choice" else ()
    language = (found[2] or found[4] or "").removeprefix("lang=").strip('"')
    length = max(_ROOM, *(-(-3 * len(word) // 2) for word in words))
    token.meta |= {"words": words, "choices": choices, "length": length, "language": language}


def masked(source: str) -> str:
    """Strike out the words of the gaps in a source; everything keeps its place."""
    return GAP.sub(lambda found: re.sub(r"[^\n]", "_", found[0]), source)


def _cite(token: Token, found: re.Match[str]) -> None:
    parts = [part.strip().partition(",") for part in " ".join(found[1].split()).split(";")]
    token.meta["items"] = tuple((key.lstrip("@").strip(), at.strip()) for key, _, at in parts)


def _named(token: Token, found: re.Match[str]) -> None:
    token.type = "ref" if _PREFIXED.match(found[1]) else "cite"
    token.meta |= {"items": ((found[1], ""),), "named": True}
    if token.type == "ref":
        said = _PREFIXED.sub("", found[1]).replace("-", " ").replace("_", " ")
        token.meta |= {"kind": "", "id": spelled(found[1]), "outside": said}


def _ref(token: Token, found: re.Match[str]) -> None:
    token.meta |= {"kind": found[1], "id": spelled(found[2])}


def _signs(state: StateCore) -> None:
    """Set dashes and dots; "(R)" is a letter in brackets, and no sign of trade."""
    for token in state.tokens:
        if token.type == "inline" and RARE_RE.search(token.content):
            replace_rare(token.children or [])


def _known(addresses: Mapping[str, object], state: StateCore) -> None:
    state.env.setdefault("references", {}).update(addresses)


ENGLISH_QUOTES = ("“", "”", "‘", "’")


# What the modules beside this one read, in their order.
_RULES = (
    fence,
    directive,
    formulas,
    bookdown,
    pandoclatex,
    footnotes,
    breaks,
    strokes,
    html,
    ruby,
    htmlfigure,
    htmlframe,
    htmlheading,
    htmllist,
    htmlpicture,
    htmlquote,
    htmltable,
    htmlterms,
    spans,
    pictures,
    gridtables,
    pipetables,
    lists,
    lineblocks,
    div,
    indented,
    jekyll,
    gitbook,
    obsidian,
    kramdown,
    details,
    tabs,
    sidebyside,
    layout,
    design,
    screen,
    codecell,
    dashtables,
    unspaced,
    residue,
    displays,
    presenter,
)


def _english(_: str) -> Quotes:
    return ENGLISH_QUOTES


def parser(
    quotes: Callable[[str], Quotes] = _english, addresses: Mapping[str, object] | None = None, *, comma: bool = False
) -> MarkdownIt:
    """Make a parser of CommonMark, of what teachers bring from other dialects, and of the inline marks of a course.

    The rules in their order: what a plugin reads, what a module beside this one reads, a course's own marks. What is
    left over with the shape of markup is noted on its run of text (`residue`).

    Args:
        quotes: returns the quotation marks of a language; those of the texts for an empty tag.
        addresses: what every text may name without saying it, `[words][name]`, as markdown-it has it.
        comma: whether the language has decimal commas, in formulas, too.
    """
    markdown = MarkdownIt("commonmark", {"typographer": True})
    markdown.enable(["replacements", "smartquotes", "table", "strikethrough"])
    markdown.core.ruler.at("replacements", _signs)
    for plugin in (sub_plugin, superscript_plugin, deflist_plugin):
        markdown.use(plugin)
    for rules in _RULES:
        rules.use(markdown)
    tongues.use(markdown, quotes)
    if comma:
        commas.use(markdown)
    if addresses:
        markdown.core.ruler.before("block", "addresses", partial(_known, addresses))
    marks.add(markdown, "term", TERM, _term)
    marks.add(markdown, "gap", GAP, _gap)
    marks.add(markdown, "option", OPTION, _option)
    marks.add(markdown, "cite", CITE, _cite)
    marks.add(markdown, "ref", REF, _ref)
    marks.add(markdown, "named", NAMED, _named)
    for marking in (roles, textmarks):
        marking.use(markdown)
    return markdown


@cache
def plain() -> MarkdownIt:
    """Return the parser of texts that have no language of their own: made once, and not to be changed."""
    return parser()
