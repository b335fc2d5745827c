"""Code with the colours of its language, by Pygments, in four looks that hold in grey: plain, bold, italic, accent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.token import Comment, Keyword, Operator, String, Token
from pygments.util import ClassNotFound

from coursepack.blocks.code import Code
from coursepack.load.fence import info
from coursepack.problem import Problem, Severity, Span, did_you_mean
from coursepack.render.words.signs import is_drawn, shrunk
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pygments.token import _TokenType

    from coursepack.course import Course
    from coursepack.render.look.measure import Columns

Look = Literal["", "keyword", "comment", "string"]
Size = Literal["text", "text small", "wide", "wide small"]

_LOOKS: tuple[tuple[tuple[_TokenType, ...], Look], ...] = (
    ((Keyword, Operator.Word), "keyword"),
    ((Comment,), "comment"),
    ((String,), "string"),
)
# What other tools draw from such words.
_DRAWN = frozenset({"mermaid", "plantuml", "ditaa", "tikz"})
# What is written for readers and no machine: it has no colours, and is no mistake.
_PLAIN = frozenset({"pseudocode", "pseudo", "pseudo-code", "algorithm", "plain", "plaintext"})
_TAB = 4
_USUAL = 99  # columns: a page of coursepack's own theme holds them, and narrower pages turn such lines over


@dataclass(frozen=True)
class Piece:
    """A stretch of a line with one look."""

    text: str
    look: Look


Line = tuple[Piece, ...]


@lru_cache(maxsize=512)
def highlight(source: str, language: str) -> tuple[Line, ...]:
    """Return the lines of a source, each in pieces; one in no known language is plain."""
    lines: list[list[Piece]] = [[]]
    for kind, value in _tokens(plain(source), language):
        for number, text in enumerate(value.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Piece(text, _look(kind)))
    return tuple(tuple(line) for line in lines)


def plain(source: str) -> str:
    """Return a source without the breaks around it and the blanks at its lines' ends, tabs as blanks."""
    return "\n".join(map(str.rstrip, source.expandtabs(_TAB).strip("\n").split("\n"))).rstrip()


def size(source: str, columns: Columns, *, numbered: bool = False) -> Size | None:
    """Choose the measure and the size of type that hold the longest line; `None` if none does."""
    longest = max(map(len, plain(source).split("\n"))) + (columns.gutter if numbered else 0)
    ways: tuple[tuple[int, Size], ...] = (
        (columns.text, "text"),
        (columns.small, "text small"),
        (columns.wide, "wide"),
        (columns.wide_small, "wide small"),
    )
    return next((name for most, name in ways if longest <= most), None)


def check(course: Course, columns: Columns) -> Iterator[Problem]:
    """Yield a problem for every language that nobody knows and every line that is too long for a page."""
    for text in texts(course):
        for token in (token for token in text.tokens if token.type in {"fence", "code_block"} and token.map):
            span = Span(text.span.file, text.span.line + (token.map or [0])[0], 1, 3 + len(token.info))
            # In a text from elsewhere, it is code without colours.
            unknown = _language(info(token.info).language, span)
            yield from (
                replace(one, severity=Severity.WARNING) if one.code == "unknown-language" else one for one in unknown
            )
            above = span if token.type == "fence" else replace(span, line=span.line - 1)
            yield from _long(token.content, above, columns, numbered=False)
    for block in (block for part in course.parts() for block in part.blocks()):
        if isinstance(block, Code):
            yield from _language(block.language, block.at("language"))
            # Its slide turns no line over.
            long = _long(block.code, block.at("code"), columns, numbered=block.lines)
            yield from (replace(one, severity=Severity.ERROR, help="Break the line") for one in long)


def _language(name: str, at: Span) -> Iterator[Problem]:
    if name.lower() in _DRAWN:
        advice = "Write a {diagram} block, or save the drawing as SVG and show that"
        yield Problem(at, "unread-markup", f"`{name}` is drawn by another tool, and would be printed as it is", advice)
        return
    if name.lower() in _PLAIN:
        return
    try:
        get_lexer_by_name(name or "text")
    except ClassNotFound:
        known = [alias for _, aliases, _, _ in get_all_lexers() for alias in aliases]
        advice = did_you_mean(name, known) or "Use a name that Pygments has, such as python, or text"
        yield Problem(at, "unknown-language", f"there is no language `{name}`", advice)


def _long(source: str, at: Span, columns: Columns, *, numbered: bool) -> Iterator[Problem]:
    """Report lines that are too long for a page; one in a narrow look turns over what the usual one holds."""
    gutter = columns.gutter if numbered else 0
    most, here = max(_USUAL, columns.wide_small) - gutter, columns.wide_small - gutter
    drawn, whole = is_drawn(plain(source)), shrunk(plain(source), here) < 1
    most = most if whole or not drawn else here
    way, set_so = "Draw it narrower" if drawn else "Break the line", "set smaller" if whole else "turned over"
    for number, line in enumerate(source.expandtabs(_TAB).split("\n"), 1):
        if len(line.rstrip()) > most:
            span = Span(at.file, at.line + number, 1, len(line))
            what = "a drawing" if drawn else "code"
            message = f"this line of {what} has {len(line.rstrip())} columns, a page has {most}"
            advice = f"{way}, or leave it: it is {set_so} on paper"
            yield Problem(span, "wide-code", message, advice, Severity.WARNING)
            if drawn:
                return


def _tokens(source: str, language: str) -> Sequence[tuple[_TokenType, str]]:
    """Return the pieces of a source, all of it: a lexer of sessions leaves out a last line that no break ends."""
    try:
        lexer = get_lexer_by_name(language or "text", stripnl=False, ensurenl=False)
    except ClassNotFound:
        return [(Token, source)]
    found = list(lexer.get_tokens(source + "\n"))
    *before, (kind, last) = found or [(Token, "")]
    made = [*before, (kind, last.removesuffix("\n"))]
    return made if "".join(value for _, value in made) == source else [(Token, source)]


def _look(kind: _TokenType) -> Look:
    return next((look for kinds, look in _LOOKS if any(kind[: len(one)] == one for one in kinds)), "")
