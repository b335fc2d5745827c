"""Directives and targets of MyST that are no blocks of their own here, read as what they come to.

A formula (```` ```{math} ````) is one between paragraphs, or with a label a {math}; `{figure} path` and `{image} path`
are a {figure}; what stands between `{solution-start}` and `{solution-end}` is a solution. `(name)=` names the section
that it stands in, or the heading below it, as an empty anchor of HTML does, `<a name="…"></a>`. What only makes a list
that the pack has by itself vanishes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import admonition, attributes, formulas, interrupting, lengths, pictures
from coursepack.load.fence import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_START = re.compile(r"(`{3,}|:{3,}|~{3,})[ \t]*\{([\w:-]+)-start\}[ \t]*(.*)$")
_NAMED = re.compile(r"\{([\w:-]+)\}[ \t]*(.*)$")
_TARGET = re.compile(
    r"""\(([\w:. -]+)\)=[ \t]*(?:\n|\Z)|<a\s+(?:name|id)\s*=\s*["']?([\w:.-]+)["']?\s*>\s*</a>\s*""", re.IGNORECASE
)
_UNPRINTED = frozenset({"index", "contents", "toctree", "tableofcontents", "bibliography", "listoffigures"})
# What another output has as it is written, in MyST and in Pandoc.
_RAW = re.compile(r"\{raw\}.*|\{=\w+\}")
_PICTURES = frozenset({"figure", "image"})
# A callout of mdBook: its kind, and a title in quotes or by its name.
_ADMONISH = re.compile(r"admonish(?:[ \t]+([A-Za-z][\w-]*)(?![\w-]*\s*=))?(?:[ \t]+(?P<more>.*))?$")
_QUOTED = re.compile(r'\A"([^"]*)"')
# Fields of this course's own blocks, which stand without a colon before them.
_FIELD = re.compile(
    r"\s*(?:latex|where|id|src|panels|alt|title|measure|source|width|crop|focus|side|slide|on|for):(?:\s|\Z)"
)


def use(markdown: MarkdownIt) -> None:
    """Add the rules: pairs of fences while blocks are read, all else after."""
    markdown.block.ruler.before("course_block", "paired_fences", _paired, interrupting.LISTS)
    markdown.core.ruler.after("block", "directives", _directives)


def _paired(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Read what stands between a directive that starts and the one that ends as one directive."""
    opened = _START.match(written(state, start))
    if opened is None or state.is_code_block(start):
        return False
    ends = re.compile(rf"[`:~]{{3,}}[ \t]*\{{{re.escape(opened[2])}-end\}}")
    last = next((line for line in range(start + 1, end) if ends.match(written(state, line))), None)
    if last is None:
        return False
    if silent:
        return True
    fences = (line for line in range(last, end) if written(state, line).strip() == opened[1])
    first = next(
        line for line in range(start + 1, last + 1) if line == last or written(state, line).strip() == opened[1]
    )
    token = state.push("fence", "code", 0)
    head = state.getLines(start + 1, first, state.sCount[start], True)  # noqa: FBT003 markdown-it's own
    token.content = head + "\n" + state.getLines(first + 1, last, state.sCount[start], True)  # noqa: FBT003 markdown-it's own
    token.info, token.markup = f"{{{opened[2]}}} {opened[3]}".strip(), opened[1]
    state.line = next(fences, last) + 1
    token.map = [start, state.line]
    return True


def _directives(state: StateCore) -> None:
    state.tokens = list(_aimed(list(_read(state.tokens))))


def _read(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens without those that print nothing, formulas as formulas."""
    for token in tokens:
        found = _NAMED.match(token.info.strip()) if token.type in {"fence", "colon_fence"} else None
        if found and found[1] in _UNPRINTED:
            continue
        if token.type == "fence" and _RAW.fullmatch(token.info.strip()):
            token.type = "raw"
        if found and found[1] == "math" and not _FIELD.match(token.content):
            options, above = attributes.options(token.content)
            label = attributes.label(options)
            token.content = formulas.one_line(f"{found[2]} {token.content.removeprefix(above)}")
            token.type = "formula" if label else "math_block"
            token.meta = {"id": label, "latex": token.content}
        elif found and found[1] in _PICTURES and found[2] and not _FIELD.match(token.content):
            token.type, token.meta = "picture", _picture(found[2], token.content)
        elif token.type == "fence" and (said := _ADMONISH.match(token.info.strip())):
            token.type, token.meta = "callout", {"callout": _admonished(said, token.content)}
        elif found and found[1] == "table" and found[2] and token.map:
            _caption(token, found[2], token.map[0] + 1)
        yield token


def _admonished(found: re.Match[str], body: str) -> admonition.Admonition:
    """Return a callout of mdBook; one that can be folded is what it is folded."""
    more = found["more"] or ""
    named, quoted = attributes.read(more).named, _QUOTED.match(more)
    kind, title = admonition.called(found[1] or "note", quoted[1] if quoted else named.get("title"))
    made = admonition.Admonition(kind, admonition.titled(kind, title), admonition.parted(body), 0)
    return made.folded() if named.get("collapsible", "").lower() == "true" else made


def _caption(token: Token, title: str, line: int) -> None:
    """Make a directive that holds a table drawn with bars a table with a caption; `line` is that below its fence."""
    options, above = attributes.options(token.content)
    body = token.content.removeprefix(above)
    widths = tuple(map(float, re.findall(r"\d+", options.get("widths", ""))))
    meta = {"title": title, "id": attributes.label(options), "widths": widths, "body": body, "line": line - 1}
    token.type, token.meta = "captioned", {**meta, "start": line + above.count("\n")}


def _picture(path: str, content: str) -> dict[str, str]:
    """Return the fields of a {figure}: its caption is the text below the options."""
    options, above = attributes.options(content)
    return pictures.figure(
        path.strip(),
        " ".join(content.removeprefix(above).split()),
        alt=options.get("alt", ""),
        name=attributes.label(options),
        width=lengths.width(options.get("width") or options.get("scale") or ""),
    )


def _aimed(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens without targets, whose names what follows them keeps."""
    names: tuple[str, ...] = ()
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type in {"paragraph_open", "heading_open"}:
            inline = tokens[position + 1]
            found = _taken(inline)
            names += found
            if found and not inline.content:
                position += 3
                continue
        if names:
            token.meta, names = {**token.meta, "targets": names}, ()
        yield token
        position += 1


def _taken(inline: Token) -> tuple[str, ...]:
    """Take the targets that a run of text begins with away from it, and return their names."""
    names, at = list[str](), 0
    while found := _TARGET.match(inline.content, at):
        names.append(attributes.name(found[1] or found[2]))
        at = found.end()
    if inline.map:
        inline.map = [inline.map[0] + inline.content.count("\n", 0, at), inline.map[1]]
    inline.content = inline.content[at:]
    return tuple(names)
