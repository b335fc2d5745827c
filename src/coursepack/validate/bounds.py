"""How much of a thing a course may have: more is read by nobody, and some of it costs time out of all proportion."""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from markdown_it.token import Token

from coursepack.blocks.chart import Chart
from coursepack.blocks.diagram import Diagram
from coursepack.blocks.table import Table
from coursepack.load.pipetables import across
from coursepack.problem import Problem, Severity
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.course import Course
    from coursepack.load.table import Table as Data
    from coursepack.problem import Span
    from coursepack.text import Rich

# Boxes and arrows: Graphviz takes a second for so many, a minute for ten times as many.
BOXES, ARROWS = 60, 150
# Letters in a box or on an arrow.
WORDS = 300
# Points of a chart, and rows of a printed table.
POINTS, ROWS = 2_000, 1_000
# Items of a list, and letters of a word. Where a script has no blanks, what stands between them is no word.
ITEMS, LETTERS = 500, 1_000
_LONG = re.compile(rf"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff\U00010000-\U0010ffff]{{{LETTERS + 1}}}")
# Letters in a line of a table that is as wide as a page.
ACROSS = 99
# Numbers that an axis shows: beyond them, the sums of a scale have no digits left.
LARGEST, SMALLEST = 1e15, 1e-12


def check(course: Course) -> Iterator[Problem]:
    """Yield what is too much, at the place that says it."""
    for text in texts(course):
        yield from _tables(text)
        if len(text.source) > min(ITEMS, LETTERS):
            yield from _lists(text)
            yield from _words(text)
    for block in (block for part in course.parts() for block in part.blocks()):
        if isinstance(block, Diagram):
            yield from _diagram(block)
        elif isinstance(block, Chart) and block.data in course.tables:
            yield from _chart(block, course.tables[block.data])
        elif isinstance(block, Table) and not block.body:
            yield from _table(block, course.tables.get(block.data or ""))


def _table(block: Table, data: Data | None) -> Iterator[Problem]:
    """Yield what is too much in a table that is written as rows, or read from a file."""
    rows = [block.columns, *block.rows]
    cells = [data.columns, *data.rows] if data else [tuple(cell.source for cell in row) for row in rows]
    if data:
        yield from _rows(block, data, ROWS, "table", "Print the rows that are spoken of")
    yield from _wide(sum(map(across, zip_longest(*cells, fillvalue=""))), block.span)


def _tables(text: Rich) -> Iterator[Problem]:
    """Yield the tables drawn with bars whose longest words, one a column, have no room beside each other."""
    for token in text.tokens:
        if token.type == "table_open":
            yield from _wide(token.meta.get("across", 0), text.row(token))


def _wide(letters: int, at: Span) -> Iterator[Problem]:
    if letters > ACROSS:
        message = f"the longest words of this table's columns take {letters} letters of a line, a page has {ACROSS}"
        advice = "Part the table, or turn its rows into columns: words are broken in it"
        yield Problem(at, "wide-table", message, advice, Severity.WARNING)


def _lists(text: Rich) -> Iterator[Problem]:
    """Yield the lists that are too long, with those inside them."""
    within, counts = list[Token](), Counter[int]()
    for token in text.tokens:
        if token.type.endswith("_list_open"):
            within.append(token)
        elif token.type.endswith("_list_close") and within:
            first = within.pop()
            if not within and counts[id(first)] > ITEMS:
                said = f"a list of {counts[id(first)]:,} items can't be read: at most {ITEMS}"
                yield Problem(text.row(first), "too-much", said, "Part the list, or make it a table")
        elif token.type == "list_item_open" and within:
            counts[id(within[0])] += 1


def _words(text: Rich) -> Iterator[Problem]:
    """Yield the first word of each run of text that is too long: where it breaks takes time, and shows nothing."""
    for inline in text.inlines():
        runs = (_LONG.search(one.content) for one in inline.children or [] if one.type == "text")
        found = next(filter(None, runs), None)
        if found:
            at = text.at(inline, max(inline.content.find(found[0]), 0))
            said = f"a word of more than {LETTERS:,} letters can't be set"
            yield Problem(at, "too-much", said, "Write blanks between its words, or set it as code")


def _diagram(block: Diagram) -> Iterator[Problem]:
    for what, count, most in (("nodes", len(block.nodes), BOXES), ("edges", len(block.edges), ARROWS)):
        if count > most:
            said = f"a diagram of {count} {'boxes' if what == 'nodes' else 'arrows'} can't be read: at most {most}"
            yield Problem(block.at(what), "too-much", said, "Part the diagram")
    long = [("nodes", name) for name, text in block.nodes.items() if len(text) > WORDS]
    places: list[tuple[str | int, ...]] = [*long]
    places += [("edges", index) for index, edge in enumerate(block.edges) if len(edge.text) > WORDS]
    places += [("groups", index, "title") for index, group in enumerate(block.groups) if len(group.title) > WORDS]
    for path in places:
        said = f"more than {WORDS} letters are too many for a diagram"
        yield Problem(block.at(*path), "too-much", said, "Write a few words, and the rest below the diagram")


def _chart(block: Chart, table: Data) -> Iterator[Problem]:
    yield from _rows(block, table, POINTS, "chart", "Leave rows out, or give sums of them")
    for series in block.y:
        if series.column not in table.columns:
            continue
        place = table.columns.index(series.column)
        found = table.numbers(place, [])
        for row, value in enumerate(found):
            size = abs(value or 0) / block.divide
            if value and not SMALLEST <= size <= LARGEST:
                said = f"`{table.rows[row][place].strip()[:30]}` is no number that an axis can show"
                advice = "Give the numbers in another unit"
                yield Problem(table.at(row, place), "too-much", said, advice)
        if block.type_ == "pie" and not any(found):
            yield Problem(block.at("y"), "no-value", "the parts of this pie come to nothing", "Name another column")


def _rows(block: Chart | Table, table: Data, most: int, kind: str, advice: str) -> Iterator[Problem]:
    if len(table.rows) > most:
        said = f"the file has {len(table.rows)} rows: a {kind} has at most {most}"
        yield Problem(block.at("data"), "too-much", said, advice)
