"""Checks that no reader sees markup as letters: what has its shape and is not set is a problem where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.exercises.cloze import Cloze
from coursepack.languages.language import counted
from coursepack.load import div, lengths, pictures, residue
from coursepack.load.fence import BLOCK, info
from coursepack.problem import Problem, Severity, did_you_mean
from coursepack.text import lines_of
from coursepack.validate import answered
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from markdown_it.token import Token

    from coursepack.course import Course
    from coursepack.text import Rich

_CODE = "unread-markup"
_TAG = re.compile(r"</?[a-z][a-z0-9]*[\s/>]", re.IGNORECASE)
# Block tokens that are nothing inside a text: what they are, and what to do.
_BLOCKS = {
    "colon_fence": (
        "a fenced div is not read here",
        "Write a {callout} block; note, tip, important, warning and caution are known",
    ),
    "video": ("a film stands inside a text", "Write a {video} block, between the paragraphs of a unit"),
    "environment": (
        "an environment of LaTeX is not set",
        "Write a list, a table with bars, or a block of this manual; a formula stands in `$$`",
    ),
    "drawn_table": (
        "a table drawn with dashes is not read",
        "Write each cell below the dashes of its column, or draw bars: `| a | b |`, then `|---|---|`",
    ),
    "drawn_grid": (
        "this grid table has more in its cells than words, or cells over several rows or columns",
        "Write a {table} block: its cells may hold lists, `^` and `<` merge them with the one above or before",
    ),
    "raw": ("what is meant for another output stands inside a text", "Leave it out"),
    "page_break": ("a page break stands inside a text", "Write it between the paragraphs of a unit"),
}
# What closes a div; of columns each has its own.
_CLOSE = "Write `:::` on a line of its own after its text"
_COLUMNS = "Write `:::: columns`, in it each column between `::: column` and `:::`, and `::::` below them"
# What code makes that nothing runs, and what to write for it.
_MADE = {
    "picture": ("the picture that this code draws", "Save it, and write `![caption](file){}`, or a {{figure}}"),
    "table": ("the table that this code prints", "Save it as a CSV file, and write a {{table}} with `data`"),
    "quiz": ("the quiz that this code asks", "Write a {{multiple-choice}} or {{multiple-response}} for each question"),
}
# Block tokens that a text holds as blocks, where it may hold any.
_SHOWN = frozenset({"pictures", "picture", "formula"})


def check(course: Course) -> Iterator[Problem]:
    """Yield what is left over in every text, and footnotes without a text or without a mention."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    notes = {part.span.file: part.footnotes for part in course.parts()}
    taken = dict(_taken(course))
    told = set[str]()
    shown = {id(text) for part in course.parts() for block in part.blocks() for text in block.texts()}
    for text in texts(course):
        yield from _lines(text, taken.get(id(text), ()), told)
        yield from _blocks(text)
        yield from answered.tabs(text)
        yield from _pictures(text) if id(text) in shown else _misplaced(text)
        for token, span in text.marks("footnote"):
            label = token.meta["label"]
            named[span.file].add(label)
            known = {*text.footnotes, *notes.get(span.file, {})}
            if label and label not in known:
                advice = did_you_mean(label, known) or f"Write it: `[^{label}]: …`, in lines of their own"
                yield Problem(span, "unknown-note", f"the footnote `{label}` has no text", advice)
    for part in course.parts():
        yield from _unused(part.footnotes, named[part.span.file])


def _taken(course: Course) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the texts that mean or report some of it themselves: numbers that are drawn, and marks like gaps."""
    for block in (block for part in course.parts() for block in part.blocks()):
        if isinstance(block, Cloze):
            yield id(block.text), (residue.ATTRIBUTES, residue.STYLE)
        elif block.draws:
            yield from ((id(text), (residue.PARAMETER,)) for text in block.texts())


def _lines(text: Rich, taken: Collection[str], told: set[str]) -> Iterator[Problem]:
    """Yield what is left over in lines; a style is told once in a course, and is no mistake, for its words are set."""
    for inline in text.inlines():
        for left in inline.meta.get("residue", ()):
            if left.what in taken:
                continue
            raw = left.raw.partition("\n")[0]
            at = text.at(inline, left.at, len(raw))
            if left.what != residue.STYLE:
                yield Problem(at, _CODE, f"`{raw}` is {left.what}, and would be printed as it is", left.advice)
            elif raw not in told:
                told.add(raw)
                message = f"`{raw}` is {left.what}: wherever it stands, its words are set without it"
                yield Problem(at, "unknown-style", message, left.advice, Severity.WARNING)


def _pictures(text: Rich) -> Iterator[Problem]:
    """Yield what is wrong with the pictures in the lines of a block."""
    for token, at in text.pictures():
        if not pictures.written(token):
            advice = "Write what the picture shows between the brackets: a slide has these words in its place"
            yield pictures.unsaid(at, pictures.alternative(token), advice)
        if token.meta.get("style"):
            yield pictures.styled(at, token.meta["style"])
        for name, value in token.attrs.items():
            if name == "width" and not lengths.WIDTH.fullmatch(str(value)):
                message, advice = (
                    f"`{value}` is no width",
                    "Write a share such as `40%`, or a length such as `60mm` or `200px`",
                )
                yield Problem(at, "wrong-value", message, advice)
            elif name not in {"src", "alt", "fig-alt", "title", "width"}:
                message = f"`{name}` means nothing at a picture in a line"
                advice = "Leave it out, or set the picture alone, between two empty lines"
                yield Problem(at, _CODE, message, advice)


def _misplaced(text: Rich) -> Iterator[Problem]:
    """Yield the pictures and blocks of a text that stands in no block: a heading, a title, a term, a footnote."""
    advice = "Write it between the paragraphs of a section"
    for _, at in text.pictures():
        yield Problem(at, "inline-picture", "a picture stands where none is shown", advice)
    for block in text.blocks():
        yield Problem(block.span, "bad-block", f"a {{{block.kind_name()}}} stands where no block is shown", advice)


def _blocks(text: Rich) -> Iterator[Problem]:
    listed: int | None = None
    for token in text.tokens:
        if token.type == "html_block":
            raw = token.content.strip().partition("\n")[0]
            advice = residue.tag_advice(raw)
            yield Problem(text.row(token, len(raw)), _CODE, f"`{raw}` is raw HTML, and is not set", advice)
        elif token.type in _SHOWN or (token.type == "fence" and BLOCK.match(token.info)):
            span, advice = (
                text.row(token, len(token.markup + token.info) or 1),
                "Write it between the paragraphs of a section",
            )
            yield Problem(span, "bad-block", "a block stands where none is shown", advice)
        elif token.type in _BLOCKS:
            yield _unread(text, token)
        elif token.type == "list_item_open":
            listed = token.level
        elif token.type == "heading_open" and listed is not None and token.level > listed:
            message, advice = (
                "a heading stands in a list, and is set small",
                "Write `\\#` for the sign itself, or words in bold",
            )
            yield Problem(text.row(token, len(token.markup)), "heading-level", message, advice, Severity.WARNING)
        elif token.meta.get("drawn"):
            yield _unrun(text, token)
        elif token.type in _CODES:
            yield from _CODES[token.type](text, token)
        elif token.meta.get("surplus"):
            more = len(token.meta["surplus"])
            message = f"this row has {counted(more, 'cell', 'cells')} more than the head, which would be lost"
            advice = "Write `\\|` for a bar that is a letter, or give the head a cell for every column"
            yield Problem(text.row(token, 1), "ragged-row", message, advice)


def _indented(text: Rich, token: Token) -> Iterator[Problem]:
    """Yield the HTML that goes on from a line of HTML above it, but is code: four blanks stand before it."""
    above = "".join(lines_of(text.source)[: token.map[0]]).rstrip() if token.map else ""
    raw = token.content.strip().partition("\n")[0]
    if _TAG.match(raw) and above.endswith(">"):
        advice = "Begin its lines at the edge of the text; code stands between three backticks, ```` ```html ````"
        message = f"`{raw}` is HTML behind four blanks, which make code of it, and would be printed as it is"
        yield Problem(text.row(token, len(raw)), _CODE, message, advice)


def _unread(text: Rich, token: Token) -> Problem:
    """Say what a block is that is nothing here, or that nothing closes it."""
    if token.meta.get("closed", True):
        message, advice = _BLOCKS[token.type]
        return Problem(text.row(token, len(token.markup) or 1), _CODE, message, advice)
    advice = _COLUMNS if "columns" in div.read(token.info, "").names else _CLOSE
    return Problem(text.row(token, len(token.markup + token.info)), "open-block", "this div is never closed", advice)


def _unrun(text: Rich, token: Token) -> Problem:
    """Say that what code makes is not there: where the code is not either, nothing is."""
    named = f"{{#{token.meta['id']}}}" if token.meta["id"] else ""
    made, write = _MADE[token.meta["drawn"]]
    span = text.row(token, len(token.markup) or 1)
    span = replace(span, line=span.line - token.meta.get("above", 0))  # where the options begin
    message = f"{made} is not made: nothing is run"
    severity = Severity.WARNING if token.type == "fence" else Severity.ERROR
    return Problem(span, _CODE, message, write.format(named), severity)


def _fence(text: Rich, token: Token) -> Iterator[Problem]:
    unknown = info(token.info).unknown
    if unknown:
        advice = "Leave it out; `{2-3}` names the lines that matter"
        span = text.row(token, len(token.markup) + len(token.info))
        yield Problem(span, _CODE, f"`{unknown}` means nothing at a code block", advice)


def _unused(notes: Mapping[str, Rich], named: set[str]) -> Iterator[Problem]:
    for label, note in notes.items():
        if label not in named:
            inline = next(note.inlines(), None)
            at = note.at(inline, 0) if inline else note.span
            message, advice = f"the footnote `{label}` is named nowhere", f"Write `[^{label}]` where it belongs"
            yield Problem(at, "unused-note", message, advice, Severity.WARNING)


_CODES = {"code_block": _indented, "fence": _fence}
