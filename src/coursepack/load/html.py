"""HTML in Markdown: comments vanish, the few tags that are marks of a text are set, and all else is left as it is.

Tags that say how words look on a screen, `<div align="center">`, `<span style="…">`, are left out with style sheets, as
attributes for a screen are (`screen`). What is left is raw HTML, which no output prints: `residue` reports it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from markdown_it import rules_block
from markdown_it.token import Token

from coursepack.load import attributes, htmlpicture, interrupting
from coursepack.load.fence import written
from coursepack.load.screen import HIDES, HIDING, is_for_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

# Tag → the name of its tokens, and the tag that is set.
MARKS = {
    "sub": ("sub", "sub"),
    "sup": ("sup", "sup"),
    "kbd": ("kbd", "kbd"),
    "u": ("u", "u"),
    "ins": ("u", "u"),
    "mark": ("mark", "mark"),
    "s": ("s", "s"),
    "del": ("s", "s"),
    "b": ("strong", "strong"),
    "strong": ("strong", "strong"),
    "i": ("em", "em"),
    "em": ("em", "em"),
    "dfn": ("em", "em"),
    "var": ("em", "em"),
    "cite": ("em", "em"),
}
_CODE = re.compile(r"<(/?)(?:code|tt|samp)((?:\s[^<>]*)?)>", re.IGNORECASE)
_QUOTE = re.compile(r"</?q\s*>", re.IGNORECASE)
_WORDS = frozenset({"text", "text_special"})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z]+)((?:\s[^<>]*?)?)\s*/?>")
# How what a tag of HTML leads to begins, and a sign of it: to the web, or to a place beside this one. What else an
# address may be does something on a screen, and stays raw.
TAGGED = r"""(?:https?://|mailto:|(?![a-z][\w+.-]{0,99}:))[^\s"'<>]"""
# A link, in the words of a paragraph.
_LINK = re.compile(rf"""<a\s(?:[^<>]*\s)?href\s*=\s*["']?({TAGGED}+)["']?[^<>]*>""", re.IGNORECASE)
_LINK_END = re.compile(r"</a\s*>", re.IGNORECASE)
_LOOK = "div|p|span|center|font|figcaption|small|big|bdi|bdo"
_LOOKS = re.compile(rf"</(?:{_LOOK})\s*>|<(?:{_LOOK})((?:\s[^<>]*)?)>", re.IGNORECASE)
_OPENED = re.compile(rf"<(?:{_LOOK})\s[^<>]*|<(?:{_LOOK})", re.IGNORECASE)
# What parts a page of a site; what it hides may be an answer.
_ROOM = re.compile(rf"</?(?:section|article|main)\b(?![^<>]*(?:{HIDING}))[^<>]*>", re.IGNORECASE)
_SPAN = re.compile(r"<(/?)span\b([^<>]*)>", re.IGNORECASE)
_IN_LINE = re.compile(r"</?(?:span|font|small|big|bdi|bdo)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p\b", re.IGNORECASE)
_LOOK_NAMES = frozenset({"align", "valign", "color", "size", "face", "width", "height", "bgcolor"})
# Style sheets, and breaks of lines that nothing stands before: room between paragraphs.
_NOTHING = re.compile(r"<style\b[^<>]*>[^<]*</style\s*>|\A(?:\s*</?br\s*/?>)+", re.IGNORECASE)
_BREAK = re.compile(r"</?br\s*/?>", re.IGNORECASE)
_PAGE_BREAK = re.compile(
    r"<(\w+)[^<>]*(?:page-break-(?:before|after)\s*:\s*always|break-(?:before|after)\s*:\s*page)[^<>]*>"
)


def use(markdown: MarkdownIt) -> None:
    """Add the rules: blocks before their text is read, tags inside a line after."""
    markdown.options["html"] = True
    markdown.block.ruler.before("html_block", "html_looks", _looks, interrupting.PROSE)
    markdown.block.ruler.at("html_block", _html, interrupting.PROSE)
    markdown.core.ruler.after("block", "html_blocks", _blocks)
    markdown.core.ruler.after("inline", "html_marks", _marks)


def _looks(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own
    """Read a line that is nothing but tags for the look of what stands between them: it is none."""
    line = written(state, start).strip()
    if _OPENED.fullmatch(line):
        return _over_lines(state, start, end, silent=silent)
    # A break of a line that nothing stands before is room between paragraphs; inside one it breaks its line.
    bare = line if silent else _BREAK.sub("", line)
    found = not state.is_code_block(start) and bool(line) and not _seen(bare) and not _PAGE_BREAK.match(line)
    if found and not silent:
        state.line = start + 1
        _outdent(state, state.line, end)
    return found


def _over_lines(state: StateBlock, start: int, end: int, *, silent: bool) -> bool:
    """Read a tag for the look of words whose attributes go on over lines; words behind it begin their line."""
    last = next((line for line in range(start, end) if ">" in written(state, line)), end)
    tag, closed, words = "\n".join(written(state, line) for line in range(start, min(last + 1, end))).partition(">")
    if last == end or state.is_code_block(start) or _seen(tag + closed):
        return False
    if not silent:
        state.line = last if words.strip() else last + 1
        state.bMarks[last], state.tShift[last] = state.eMarks[last] - len(words), 0
        _outdent(state, state.line, end)
    return True


def _outdent(state: StateBlock, line: int, end: int) -> None:
    """Take words below a tag for words, however far they are indented: in HTML that makes no code.

    They are all as far in, but for other tags: what a word begins farther out may mind, a callout of MkDocs.
    """
    # Each run of lines is walked once, however many tags it has.
    line = max(line, state.env.get("outdented", 0))
    while line < end and written(state, line) and (state.is_code_block(line) or written(state, line)[0] == "<"):
        if state.is_code_block(line):
            state.sCount[line] = state.blkIndent
        line += 1
    state.env["outdented"] = line


def _html(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Read a block of HTML; words that begin with a tag for their look are a paragraph, a new one after `<div>`."""
    line = written(state, start).lstrip()
    first = _LOOKS.match(line)
    if not silent and _pictures(state, start, end):
        return True
    if not first or _seen(first[0]) or _PAGE_BREAK.match(line):
        return rules_block.html_block(state, start, end, silent)
    return silent and not _IN_LINE.match(line)


def _pictures(state: StateBlock, start: int, end: int) -> bool:
    """Read lines of pictures that other lines follow at once as a paragraph of their own; tell whether there are."""
    last = next((line for line in range(start, end) if not htmlpicture.is_all(written(state, line))), end)
    if last in {start, end} or state.isEmpty(last):
        return False
    state.push("paragraph_open", "p", 1).map = [start, last]
    inline = state.push("inline", "", 0)
    inline.content = "\n".join(written(state, line).strip() for line in range(start, last))
    inline.children, inline.map = [], [start, last]
    state.push("paragraph_close", "p", -1)
    state.line = last
    _outdent(state, last, end)
    return True


def _seen(words: str) -> str:
    """Return words without the tags that say how they look, and nothing else."""
    return _ROOM.sub("", _LOOKS.sub(lambda tag: "" if _is_look(tag[1] or "") else tag[0], words)).strip()


def _is_look(written: str) -> bool:
    """Tell whether the attributes of a tag, if it has any, say how words look on a screen.

    `markdown` says that what stands between is Markdown (kramdown, MkDocs), which it is here without it.
    """
    found = attributes.read(written.lower())
    names = {name: value for name, value in found.named.items() if name != "markdown"}
    known = all(name in _LOOK_NAMES or is_for_screen(name, value) for name, value in names.items())
    return known and not set(found.words) - {"markdown"}


def _blocks(state: StateCore) -> None:
    state.tokens = [made for token in state.tokens for made in _block(token)]


def _block(token: Token) -> Iterator[Token]:
    """Yield what an HTML block comes to: nothing, a page break, a paragraph, or itself."""
    if token.type != "html_block":
        yield token
        return
    # The lines of comments and style sheets are kept empty, so that what follows them keeps its place.
    bare = _NOTHING.sub(lambda found: "\n" * found[0].count("\n"), _bare(token.content))
    shown = htmlpicture.unwrapped(bare)
    words = shown.strip()
    broken = _PAGE_BREAK.match(words)
    if broken and not re.sub(r"<[^<>]*>", "", words).strip():
        yield Token("page_break", "", 0, map=token.map, level=token.level, block=True)
    elif words and (not token.map or (words.startswith("<") and not htmlpicture.is_all(words))):
        token.content = words if bare == token.content else bare
        yield token
    elif words and token.map:
        first = token.map[0] + shown[: len(shown) - len(shown.lstrip())].count("\n")
        place = [first, token.map[1]]
        yield Token("paragraph_open", "p", 1, map=place, level=token.level, block=True)
        yield Token("inline", "", 0, map=place, level=token.level + 1, content=words, children=[], block=True)
        yield Token("paragraph_close", "p", -1, level=token.level, block=True)


def _bare(text: str) -> str:
    """Leave out the comments, in one walk: many may be opened and none closed."""
    made, at = "", 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        made += text[at:start] + "\n" * text.count("\n", start, end)
        at = end + 3
    return made + text[at:]


def _marks(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = list(_inline(_shown(list(_linked(list(_coded(token.children)))))))


def _coded(children: list[Token]) -> Iterator[Token]:
    """Yield the tokens of a line with words between tags of code, `<code>x</code>`, made code."""
    at = 0
    while at < len(children):
        words = (
            list(takewhile(lambda token: token.type in _WORDS, children[at + 1 :])) if _is_code(children[at]) else []
        )
        end = at + 1 + len(words)
        if words and end < len(children) and _is_code(children[end], "/"):
            code = "".join(token.content for token in words)
            yield Token("code_inline", "code", 0, content=code, markup="`", level=children[at].level)
            at = end + 1
        else:
            yield children[at]
            at += 1


def _is_code(token: Token, slash: str = "") -> bool:
    found = _CODE.fullmatch(token.content) if token.type == "html_inline" else None
    return bool(found and found[1] == slash and _is_look(found[2]))


def _linked(children: list[Token]) -> Iterator[Token]:
    """Yield the tokens of a line with tags of links made links."""
    opened = False
    for position, token in enumerate(children):
        is_tag = token.type == "html_inline"
        found = _LINK.fullmatch(token.content) if is_tag and not opened else None
        ends = is_tag and bool(_LINK_END.fullmatch(token.content))
        if found and any(_LINK_END.fullmatch(one.content) for one in children[position:] if one.type == "html_inline"):
            opened = True
            yield Token("link_open", "a", 1, attrs={"href": found[1]}, level=token.level, meta={"raw": token.content})
        elif ends and opened:
            opened = False
            yield Token("link_close", "a", -1, level=token.level, meta={"raw": token.content})
        else:
            yield token


def _shown(children: list[Token]) -> list[Token]:
    """Return the tokens of a line without links from a picture to a larger one, which a screen opens."""
    kinds = [token.type for token in children]
    around = {
        at
        for start, token in enumerate(children)
        if kinds[start : start + 3] == ["link_open", "image", "link_close"]
        and htmlpicture.is_named(str(token.attrs.get("href", "")))
        for at in (start, start + 2)
    }
    return [token for at, token in enumerate(children) if at not in around]


def _inline(children: list[Token]) -> Iterator[Token]:
    """Yield the tokens of a line with tags in pairs made marks, line breaks breaks, and comments left out."""
    pairs, spans = _pairs(children), _spans(children)
    begun = False
    for position, token in enumerate(children):
        if position in spans:
            yield spans[position]
            continue
        begun = begun or (token.type != "html_inline" and bool(token.content))
        found = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        if token.type == "html_inline" and (_COMMENT.fullmatch(token.content) or not _seen(token.content)):
            if begun and _PARAGRAPH.match(token.content):
                yield Token("hardbreak", "br", 0, level=token.level)
            continue
        if token.type == "html_inline" and _QUOTE.fullmatch(token.content):
            # A straight mark, which becomes one of the language.
            yield Token("text", "", 0, content='"', level=token.level, meta={"raw": token.content})
        elif found and found[2].lower() == "br":
            yield Token("hardbreak", "br", 0, level=token.level)
        elif found and position in pairs:
            name, tag = MARKS[found[2].lower()]
            yield Token(f"{name}_{'close' if found[1] else 'open'}", tag, -1 if found[1] else 1, level=token.level)
        else:
            yield token


def _spans(children: list[Token]) -> dict[int, Token]:
    """Return the tags of spans with a class or a language, by their positions, as spans with attributes."""
    made: dict[int, Token] = {}
    waiting: list[tuple[int, dict[str, str | int | float]]] = []
    for position, token in enumerate(children):
        tag = _SPAN.fullmatch(token.content) if token.type == "html_inline" else None
        if tag and not tag[1]:
            waiting.append((position, _given(attributes.read(tag[2]))))
        elif tag and waiting:
            first, given = waiting.pop()
            if given and not is_for_screen("class", str(given.get("class", "x"))):
                raw = children[first].content
                made[first] = Token("span_open", "span", 1, attrs=given, meta={"raw": raw})
                made[position] = Token("span_close", "span", -1, meta={"raw": token.content})
    return made


def _given(found: attributes.Attributes) -> dict[str, str | int | float]:
    """Return the class and the language that a span gives; nothing where it says more, or hides an answer."""
    kept: dict[str, str | int | float] = {
        name: value for name, value in found.named.items() if name in {"class", "lang"}
    }
    rest = {name: value for name, value in found.named.items() if name not in kept}
    known = all(name in _LOOK_NAMES or is_for_screen(name, value) for name, value in rest.items())
    hides = "hidden" in found.words or not HIDES.isdisjoint(str(kept.get("class", "")).lower().split())
    return kept if known and not hides else {}


def _pairs(children: list[Token]) -> set[int]:
    """Return the positions of the tags of marks that open and close each other."""
    found: set[int] = set()
    waiting: list[tuple[str, int]] = []
    for position, token in enumerate(children):
        tag = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        name = tag[2].lower() if tag else ""
        if tag is None or name not in MARKS or not _is_look(tag[3]):
            continue
        if not tag[1]:
            waiting.append((name, position))
        elif waiting and waiting[-1][0] == name:
            found |= {position, waiting.pop()[1]}
    return found
