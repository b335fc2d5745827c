"""Divs between colons, as Pandoc, Quarto, MyST and the lessons of The Carpentries write them.

One that opens has words after its colons and one that closes has none, whatever their number (Pandoc's rule, and that
of MyST wherever each opens with words); what stands between backticks opens and closes nothing. A `colon_fence` token
has the lines between the two; those whose only meaning is a place on a screen are left out, and their text stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.callouts import DIVS as CALLED
from coursepack.load import attributes, interrupting, pandoclatex, screen, tabs
from coursepack.load.attributes import BRACED
from coursepack.load.screen import HIDES
from coursepack.load.tongues import DIVS, TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

# Each of these takes its end in one walk, however long a run of blanks or colons is inside of it.
_COLONS = re.compile(r" {0,3}(:{3,})[ \t]*((?:[^\n]*[^ \t:\n])?)[ \t:]*$")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})(.*)$")
_WORD = re.compile(r"[A-Za-z][\w:.-]*")
_NAME = re.compile(r"\A[^\s{]+")
_HEAD = re.compile(r"\A\s*#{1,6}[ \t]+([^\n]+)(?:\n|\Z)")
_HEAD_ID = re.compile(r"(?<![ \t])[ \t]*\{([^{}]*)\}\s*$")
# What only a screen has: columns, tabs, slides that come one by one. The text inside is set in its order.
_SEEN_THROUGH = re.compile(
    r"columns?|column-(?:page|body|screen)[\w-]*|(?:panel-)?tab(?:set|-set|-item)?|group-tab|center|smaller|grid|card-set"
    r"|(?:non)?incremental|fragment|r-fit-text|r-stack|content-visible"
)
_TABS = re.compile(r"(?:panel-)?tab(?:set|-set)")


@dataclass(frozen=True)
class Div:
    """A div: what it is called, its id and title, its options, its text, and how many lines stand before that."""

    names: tuple[str, ...]
    id: str
    title: str
    options: Mapping[str, str]
    body: str
    skipped: int


def use(markdown: MarkdownIt) -> None:
    """Add the rule."""
    markdown.block.ruler.before("fence", "colon_fence", _rule, interrupting.NOTES)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = opening(state, start)
    closings: set[int] = state.env.setdefault("div_closings", set())
    if found is None or not (found[2] or start in closings):
        return False
    if silent:
        return True
    if start in closings:
        state.line = start + 1
        return True
    last = last_line(state, start, end)
    tag = _language(found[2])
    if last is not None and tag:
        state.env.setdefault(DIVS, []).append((start, start + last, tag))
    bare = BRACED.fullmatch(found[2].strip())
    seen = any(map(_SEEN_THROUGH.fullmatch, _names(found[2]))) or (bare and screen.is_all(attributes.read(bare[1])))
    seen = seen or (last is not None and _is_exam(found[2], inside(state, start, start + last)))
    own = not (tag or seen) and _is_own(found[2])
    if last is not None and any(map(_TABS.fullmatch, _names(found[2]))):
        tabs.note(state, start, start + last)
    if last is not None and (tag or seen or own):
        closings.add(start + last)
        state.line = start + 1
        if own:
            styled = state.push("styled_div", "", 0)
            styled.info, styled.markup, styled.map = found[2], found[1], [start, state.line]
        return True
    state.line = end if last is None else start + last + 1
    token = state.push("colon_fence", "code", 0)
    token.info, token.markup, token.map = found[2], found[1], [start, state.line]
    token.content = inside(state, start, end if last is None else start + last)
    token.meta = {"closed": last is not None}
    return True


def opening(state: StateBlock, start: int) -> re.Match[str] | None:
    """Return the colons of a line, and the words after them, where it opens or closes a div."""
    indented = state.sCount[start] - state.blkIndent >= 4  # noqa: PLR2004 code
    return None if indented else _COLONS.fullmatch(_line(state, start))


def last_line(state: StateBlock, start: int, end: int) -> int | None:
    """Return how many lines below the one that opens a div is the one that closes it.

    What is found of the divs inside of it is kept: they are asked for next.
    """
    known: dict[tuple[int, int], int | None] = state.env.setdefault("div_ends", {})
    if (start, end) not in known:
        for first, last in _pairs(_line(state, number) for number in range(start, end)):
            known[start + first, end] = last - first
            if not first:
                break
    return known.setdefault((start, end))


def inside(state: StateBlock, start: int, last: int) -> str:
    """Return what stands between the line that opens a div and its last."""
    return state.getLines(start + 1, last, state.sCount[start], True)  # noqa: FBT003 markdown-it's own signature


def _language(info: str) -> str:
    """Return the language that a div has, if it has nothing else."""
    inside = BRACED.fullmatch(info.strip())
    written = attributes.read(inside[1]) if inside else None
    tag = written.named.get("lang", "") if written and len(written.named) == 1 and not written.words else ""
    return tag if TAG.fullmatch(tag) else ""


def _is_exam(info: str, content: str) -> bool:
    """Tell whether a div holds the questions of an exam, as Pandoc makes it of LaTeX; a lesson's hold no divs."""
    return "questions" in _names(info) and any(True for _ in inner(content))


def _is_own(info: str) -> bool:
    """Tell whether a div has a class of its author's own, which says how it looks; a directive does more."""
    names, braces = _names(info), BRACED.fullmatch(info.strip())
    written = braces[1].strip().startswith((".", "#")) if braces else _WORD.fullmatch(info.strip())
    return bool(written) and not any(name in CALLED or name in HIDES for name in names)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]][state.bsCount[number] :]


def _pairs(lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines, counted from 0, that open and close each div, as they are closed."""
    opened, fence = list[int](), ""
    for number, line in enumerate(lines):
        fenced = _FENCE.match(line)
        if fence:
            fence = "" if fenced and fenced[1].startswith(fence) and not fenced[2].strip() else fence
            continue
        if fenced:
            fence = fenced[1]
            continue
        found = _COLONS.fullmatch(line)
        if found and found[2]:
            opened.append(number)
        elif found and opened:
            yield opened.pop(), number


def unfenced(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that no fence of code holds."""
    return (lines[number] for number in plain_lines(lines))


def plain_lines(lines: Iterable[str]) -> Iterator[int]:
    """Yield the numbers of the lines that no fence of code holds."""
    fence = ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if found and (not fence or (found[1].startswith(fence) and not found[2].strip())):
            fence = "" if fence else found[1]
        elif not fence:
            yield number


def inner(content: str) -> Iterator[tuple[int, int, str]]:
    """Yield the divs that stand directly inside a text: their first and last lines, and the words that open them."""
    lines, after = content.split("\n"), 0
    for first, last in sorted(_pairs(lines)):
        found = _COLONS.fullmatch(lines[first]) if first >= after else None
        if found:
            yield first, last, found[2]
            after = last


def read(info: str, content: str) -> Div:
    """Take a div to pieces: the words that open it, and what stands between its fences."""
    written = info.strip()
    braces, trailing = _parted(written)
    inside = attributes.read(braces)
    options, above = attributes.options(content) if written.startswith("{") else ({}, "")
    skipped, body = above.count("\n"), content.removeprefix(above)
    title = inside.named.get("title") or inside.named.get("name") or trailing
    known = attributes.label(options) or inside.named.get("id") or inside.id
    head = _HEAD.match(body)
    if head and not title:
        title = _HEAD_ID.sub("", head[1].rstrip(" \t").rstrip("#").rstrip(" \t"))
        skipped, body = skipped + head[0].count("\n"), body[head.end() :]
    said, body = pandoclatex.headed(_names(written), body)
    title = title or said
    return Div(_names(written), known, title, {**options, **inside.named}, body, skipped)


def _names(info: str) -> tuple[str, ...]:
    """Return what a div is called: its classes, the directive's name, its first word, or the beginning of its id."""
    braces = BRACED.match(info, max(info.find("{"), 0))
    if braces is None:
        first = _WORD.match(info)
        return (_plain(first[0]),) if first else ()
    before, inside = _WORD.match(info[: braces.start()].strip()), attributes.read(braces[1])
    names = [word.lstrip(".") for word in inside.words if not word.startswith("#")]
    if not names and inside.id:
        names = [inside.id.partition("-")[0]]
    return tuple(_plain(name) for name in [*([before[0]] if before else []), *names])


def _plain(name: str) -> str:
    return name.lower().removeprefix("callout-").rpartition(":")[2]


def _parted(info: str) -> tuple[str, str]:
    """Return what stands in the braces of a div, and the words of its title; braces among these are a formula's."""
    first = BRACED.match(info)
    if first:
        return first[1], info[first.end() :].strip()
    words = _NAME.sub("", info, count=1).lstrip()
    leading = BRACED.match(words)
    words = words[leading.end() :] if leading else words
    last = words.rfind(" {") + 1
    closing = BRACED.fullmatch(words, last)
    found = [one[1] for one in (leading, closing) if one]
    return " ".join(found), (words[:last] if closing else words).strip()
