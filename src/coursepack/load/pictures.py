"""Pictures in Markdown: those in a line keep their place and width, those that stand alone become {figure} blocks.

The words in brackets are the alternative text, as in CommonMark; a caption is the title in quotes, or Quarto's
`fig-cap`. Where there must be a caption (a picture with an id is numbered) or another text is the alternative one
(`fig-alt`, or `alt` as The Carpentries write it), the words in brackets are the caption, as Pandoc and Quarto have it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from markdown_it import rules_inline
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from coursepack.load import attributes, lengths
from coursepack.load.screen import HIDES, is_for_screen
from coursepack.problem import Problem, Severity
from coursepack.values import Text, Values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

    from coursepack.problem import Span
    from coursepack.values import Path

# What an author writes behind a picture → a field of {figure}.
_FIELDS = {"fig-cap": "title", "title": "title", "fig-alt": "alt", "id": "id", "width": "width", "align": "side"}
# Values in quotes may go on in the next line, and an apostrophe inside a word ends none.
_ATTRIBUTES = re.compile(
    r"""\{((?:[^{}"'\n]|"[^"{}]*"|'(?:[^'{}]|(?<=\w)'(?=\w))*'(?!\w)|\n)*|[^{}\n]*)\}""",
)
# Where a file's name is parted into words.
_SEAM = re.compile(r"[-_.]|%20|(?<=[a-z])(?=[A-Z])")
_SIDES = frozenset({"left", "right"})

# A picture whose file has blanks in its name, and what stands for each while it is read.
_BLANKS = re.compile(r"!\[[^\]\n]*\]\((?P<name>[^\s()<>\"][^()<>\"\n]* [^()<>\"\n]*\.(?i:png|jpe?g|svgz?|gif|webp))\)")
_HELD = "\ue000"

_MARP = re.compile(
    r"bg|fit|contain|cover|auto|vertical|\d+%|(?:left|right)(?::\d+%)?|(?:w|h|width|height|blur|brightness|contrast"
    r"|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia):\S+"
)
_MARP_WIDTH = re.compile(r"(?:w|width):(\S+)")


def use(markdown: MarkdownIt) -> None:
    """Add the rules: a picture is read with its attributes, and those that stand alone are found after."""
    markdown.inline.ruler.at("image", _image)
    markdown.core.ruler.after("html_marks", "pictures", _pictures)


def beside(markdown: MarkdownIt, find: Callable[[str], str]) -> None:
    """Have `find` say which file of the course is meant by the address of each picture in the text."""
    markdown.core.ruler.before("pictures", "beside", partial(_beside, find))


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Read a picture as markdown-it does, with the attributes behind it, and note how and where it is written."""
    start = state.pos
    if not _read_whole(state, silent):
        return False
    behind = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    state.pos = behind.end() if behind else state.pos
    if not silent:
        image = state.tokens[-1]
        found = attributes.read(behind[1] if behind else "")
        image.attrs |= dict(_read(found))
        _sized(image)
        image.meta = {"raw": state.src[start : state.pos], "at": start, "style": " .".join(_styles(found))}
    return True


def _read_whole(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Read a picture; the name of its file may have blanks without `<` and `>`, as Pandoc reads it."""
    found, source = _BLANKS.match(state.src, state.pos, state.posMax), state.src
    if not found:
        return rules_inline.image(state, silent)
    first, last = found.span("name")
    state.src = source[:first] + found["name"].replace(" ", _HELD) + source[last:]
    is_read, state.src = rules_inline.image(state, silent), source
    if is_read and not silent:
        state.tokens[-1].attrs["src"] = str(state.tokens[-1].attrs["src"]).replace(quote(_HELD), "%20")
    return is_read


def _sized(image: Token) -> None:
    """Read what Marp says of a picture in its brackets, `![bg left:40% w:300px](…)`: how wide it is, and no words."""
    said = words(image).split()
    if not said or not all(map(_MARP.fullmatch, said)):
        return
    image.children = []
    across = next((found[1] for one in said if (found := _MARP_WIDTH.fullmatch(one))), "")
    image.attrs |= {"width": across} if lengths.width(across) else {}


def _beside(find: Callable[[str], str], state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "picture" and "src" in token.meta:
            token.meta["src"] = find(str(token.meta["src"]))
        for image in (child for child in token.children or [] if child.type == "image"):
            # As it was written: CommonMark makes `%20` of a blank in an address.
            image.attrs["src"] = find(unquote(str(image.attrs["src"])))


def _pictures(state: StateCore) -> None:
    """Measure each picture, know those that fill a cell, and make one token of a paragraph of nothing but pictures."""
    for image in (child for token in state.tokens for child in token.children or [] if child.type == "image"):
        _measure(image)
    for before, cell in pairwise(state.tokens):
        if before.type in {"td_open", "th_open"} and _is_alone(cell):
            next(one for one in cell.children or [] if one.type == "image").meta["alone"] = True
    _part(state)
    made: list[Token] = []
    skip = 0
    for position, token in enumerate(state.tokens):
        if skip:
            skip -= 1
        elif token.type == "paragraph_open" and _is_alone(state.tokens[position + 1]):
            inline = state.tokens[position + 1]
            made.append(
                Token(
                    "pictures", "", 0, map=token.map, level=token.level, children=[inline], block=True, meta=token.meta
                )
            )
            skip = 2
        else:
            made.append(token)
    state.tokens[:] = made


def _part(state: StateCore) -> None:
    """Part paragraphs whose first or last lines are nothing but pictures: the rest is said of them."""
    made: list[Token] = []
    for position, token in enumerate(state.tokens):
        before = state.tokens[position - 1] if position else token
        pieces = _pieces(token.children or []) if token.type == "inline" and before.type == "paragraph_open" else []
        for number, piece in enumerate(pieces):
            close = Token("paragraph_close", "p", -1, level=before.level, block=True, hidden=before.hidden)
            made += [close, before.copy()] if number else []
            # What is left over of the words is noted once.
            meta = {} if all(one.type == "image" or _breaks(one) for one in piece) else token.meta
            made.append(token.copy(children=piece, meta=meta))
        made += [] if pieces else [token]
    state.tokens[:] = made


def _pieces(children: list[Token]) -> list[list[Token]]:
    """Part a run of text into pictures, words and pictures, as its lines have them; nothing if it stays whole."""
    lines: list[list[Token]] = [[]]
    for child in children:
        if _breaks(child):
            lines.append([])
        else:
            lines[-1].append(child)
    shown = [bool(line) and all(map(_stands, line)) for line in lines]
    words = [number for number, one in enumerate(shown) if lines[number] and not one]
    if not any(shown) or not words:
        return []
    cuts = [0, sum(map(len, lines[: words[0]])) + words[0], sum(map(len, lines[: words[-1] + 1])) + words[-1]]
    found = [children[: cuts[1]], children[cuts[1] : cuts[2]], children[cuts[2] + 1 :]]
    return [piece for piece in found if piece] if found[0] or found[2] else []


def _breaks(token: Token) -> bool:
    return token.type in {"softbreak", "hardbreak"}


def _stands(token: Token) -> bool:
    """Tell whether a token is a picture that may stand alone, or nothing: one of a few mm stands among words."""
    return (token.type == "image" and not _is_small(token)) or (token.type == "text" and not token.content.strip())


def _is_small(image: Token) -> bool:
    return _is_narrow(str(image.attrs.get("width", "")))


def _is_narrow(across: str) -> bool:
    points = lengths.length(across)
    return points is not None and points < lengths.LEAST


def _measure(image: Token) -> None:
    """Read a width as other tools write it.

    A height says nothing more, for no picture is stretched; alone it says how wide a picture is, among words too.
    """
    given, height = (str(image.attrs.get(name, "")) for name in ("width", "height"))
    image.attrs.pop("height", None)
    if given:
        image.attrs["width"] = lengths.width(given) or given
    elif _is_narrow(lengths.width(height)):
        image.attrs["width"] = lengths.width(height)
    elif lengths.length(lengths.width(height)):
        image.meta["high"] = f"{lengths.width(height)} high"


def _styles(found: attributes.Attributes) -> Iterator[str]:
    """Yield the classes of a style of the author's own: the picture is shown without them."""
    classes = (word[1:] for word in found.words if word.startswith("."))
    return (one for one in classes if one not in _SIDES | HIDES and not is_for_screen("class", one))


def _read(found: attributes.Attributes) -> Iterator[tuple[str, str]]:
    """Yield the names and values of `#id .class width=40% fig-alt="words"`; a value has signs escaped and named."""
    yield from (("id", found.id),) if found.id else ()
    yield from (("class", word[1:]) for word in found.words if word[0] == "." and word[1:] in _SIDES | HIDES)
    sizes = attributes.sizes(found.named.get("style", ""))
    named = sizes | {name: " ".join(unescapeAll(value).split()) for name, value in found.named.items()}
    yield from (
        ("fig-alt" if name == "alt" else name, value) for name, value in named.items() if not is_for_screen(name)
    )


def _is_alone(inline: Token) -> bool:
    children = inline.children or []
    if any(one.type == "image" and _is_small(one) for one in children):
        return False
    others = (one for one in children if one.type not in {"image", "softbreak", "hardbreak"})
    pictured = any(one.type == "image" for one in children)
    return pictured and not any(one.content.strip() or one.nesting for one in others)


def fields(token: Token, at: Callable[[Token], Span]) -> Values:
    """Return the fields of the {figure} that pictures alone in a paragraph are; `at` places one of them."""
    images = [one for one in token.children[0].children or [] if one.type == "image"] if token.children else []
    found = [_fields(image, at(image)) for image in images]
    given = _together(token, at(images[0]))
    together: dict[Path, Span] = {(name,): value.span for name, value in given.items()}
    if len(found) == 1:
        values, own, _ = found[0]
        return Values({**values, **given}, {**own, **together}, {**own, **together})
    for values, _, _ in found:
        # One of several has a letter, and is named with all.
        if token.meta.get("figure") is not None:
            values.pop("id", None)
    _shared([values for values, _, _ in found])
    spans: dict[Path, Span] = {(): at(images[0]), ("panels",): at(images[0])}
    for number, (_, own, _) in enumerate(found):
        spans |= {("panels", number, *path): place for path, place in own.items()}
    spans |= together
    return Values({"panels": [values for values, _, _ in found], **given}, spans, dict(spans))


def _together(token: Token, at: Span) -> dict[str, Text]:
    """Return what is said of the pictures of a div together: an id, a caption below them, how many stand in a row."""
    given = dict(token.meta.get("figure") or {})
    below = replace(at, line=at.line + given.pop("below", 0), length=len(str(given.get("title", ""))) or 1)
    return {name: Text(str(value), below if name == "title" else at) for name, value in given.items()}


def _shared(panels: Sequence[dict[str, Text]]) -> None:
    """Make the lengths of pictures side by side shares of the figure; together they are no wider than it."""
    widths = [lengths.length(str(panel.get("width", ""))) for panel in panels]
    whole = max(sum(one or 0 for one in widths), lengths.TEXT)
    for panel, across in zip(panels, widths, strict=True):
        if lengths.HIGH.fullmatch(str(panel.get("width", ""))):
            del panel["width"]
        elif across is not None:
            panel["width"] = Text(f"{100 * across / whole:.1f}%", panel["width"].span)


def figure(src: str, caption: str, *, alt: str, name: str, width: str) -> dict[str, str]:
    """Return the fields of a {figure} that another tool has; its caption says what it shows, if nothing else does."""
    fields = {"id": name, "src": src, "title": caption, "alt": alt or caption, "width": width}
    return {field: value for field, value in fields.items() if value}


def _fields(image: Token, at: Span) -> tuple[dict[str, Text], dict[Path, Span], dict[Path, Span]]:
    given = {"src": str(image.attrs.get("src", ""))} | ({"alt": words(image)} if words(image).strip() else {})
    for name, value in image.attrs.items():
        if name == "class":
            side = str(value) if str(value) in _SIDES else ""
            given |= {"side": side} if side else {f".{value}": str(value)}
        elif name not in {"src", "alt"} and (name, value) != ("fig-align", "center"):
            given[_FIELDS.get(name, name)] = str(value)
    if image.meta.get("high"):
        given["width"] = image.meta["high"]
    if "title" not in given and words(image) and ("id" in given or "fig-alt" in image.attrs):
        # A caption keeps its marks: formulas, emphasis.
        given["title"] = " ".join(image.content.split()) or words(image)
    spans: dict[Path, Span] = {(): at, **{(name,): at for name in given}}
    return {name: Text(value, at) for name, value in given.items()}, spans, spans


def alternative(image: Token) -> str:
    """Return what is said of a picture to those who cannot see it; of one without words, what is known of it."""
    return written(image) or known(str(image.attrs["src"]), str(image.attrs.get("title", "")))


def written(image: Token) -> str:
    """Return what its author says of a picture to those who cannot see it."""
    return str(image.attrs.get("fig-alt", "")).strip() or words(image).strip()


def known(src: str, *said: str) -> str:
    """Return what is known of a picture that nobody has put into words: its caption, or else its file's name."""
    return next((one for one in said if one), " ".join(_SEAM.sub(" ", PurePosixPath(src).stem).split()) or src)


def words(image: Token) -> str:
    """Return the words in the brackets, without marks."""
    return "".join(" " if one.type == "softbreak" else one.content for one in image.children or [])


def styled(at: Span, style: str) -> Problem:
    """Say of a picture that it is shown without a style of its author's."""
    message = f"`{{.{style}}}` is a style that is not known here: the picture is shown without it"
    advice = "Leave it out; `{.left}` and `{.right}` set a picture at a side"
    return Problem(at, "unknown-style", message, advice, Severity.WARNING)


def unsaid(at: Span, heard: str, advice: str) -> Problem:
    """Say of a picture without words of its author's what those who cannot see it hear in their place."""
    return _unsaid(at, "picture", f"“{heard}”", advice)


def unheard(at: Span, what: str, heard: str) -> Problem:
    """Say the same of a chart or diagram."""
    return _unsaid(at, what, heard, "Write what it shows: `alt: …`")


def _unsaid(at: Span, what: str, heard: str, advice: str) -> Problem:
    message = f"this {what} is not put into words: those who cannot see it hear {heard}"
    return Problem(at, "missing-alt", message, advice, Severity.WARNING)
