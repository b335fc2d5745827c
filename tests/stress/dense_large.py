"""Dense slides of what is no running text: code, tables, pictures, timelines."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from placing import items, section, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wording import Words

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}"><rect width="{0}" height="{1}" fill="#14466B"/>'
    '<text x="5" y="{2}" font-size="{2}" fill="white">Council</text></svg>'
)
# Pictures by name: tall, wide, and one whose words are too small.
PICTURES = {
    "tall.svg": SVG.format(100, 900, 24),
    "wide.svg": SVG.format(1800, 200, 60),
    "small.svg": SVG.format(900, 300, 6),
}


def code(words: Words) -> Iterator[str]:
    for count in (12, 30):
        lines = [f"<code>{words.some(20)[:80]}</code>" for _ in range(count)]
        yield section("content", f"{count} lines of code of 80 columns", items(lines))
    lines = "<br>".join(f"<code>{' '.join(words.some(20).split())[:78]}</code>" for _ in range(24))
    yield section("content", "Code in one paragraph", f'<div data-ph="body"><p>{lines}</p></div>')


def tables(words: Words) -> Iterator[str]:
    for length in (1, 4, 12):
        rows = [[f"Row {n}", words.some(length), words.some(length + 2), f"{n * 137:,}"] for n in range(1, 41)]
        yield section(
            "table",
            f"Forty rows of {length} words",
            table(rows, ["Row", "One", "Other", "Number"]) + f'<p data-ph="source">{words.some(30)}</p>',
        )
    years = [str(1945 + n) for n in range(11)]
    numbers = [[f"Country {n}", *(f"{n * k * 7:,}" for k in range(1, 12))] for n in range(1, 11)]
    yield section("table", "Twelve columns of numbers", table(numbers, ["", *years]))
    cells = [[words.some(2), *(words.some(2) for _ in range(11))] for _ in range(8)]
    yield section("table", "Twelve columns of words", table(cells, [f"Column {n} international" for n in range(12)]))
    both = [[f"Row {n}", *(words.some(3) for _ in range(11))] for n in range(40)]
    yield section(
        "table", "Forty rows and twelve columns", table(both, ["Row", *(f"Operation {n}" for n in range(11))])
    )
    yield section("table", "Twelve columns without a head", table(cells[:3]))
    high = [["High", words.sentences(24), words.some(12)], ["Low", words.some(4), words.some(2)]]
    yield section("table", "A row higher than a slide", table(high, ["Kind", "Text", "Remark"]))
    yield section("table", "Two cells higher than a slide", table([["Both", words.sentences(20), words.sentences(30)]]))
    rows = [[words.some(3), words.some(9)] for _ in range(25)]
    yield section("table", "Widths of its own", table(rows, ["One", "Other"], 'data-widths="1,3"'))


def pictures(words: Words) -> Iterator[str]:
    for name in PICTURES:
        yield section(
            "picture",
            f"The picture {name}",
            f'<img data-ph="picture" src="{name}" alt="A picture"><p data-ph="source">{words.some(28)}</p>',
        )


def timelines(words: Words) -> Iterator[str]:
    for count, length in ((16, 3), (30, 2), (12, 8)):
        events = "".join(
            f'<li data-date="{1945 + n * 80 / count:.2f}" data-lane="{n % 2 + 1}"><b>{1945 + n * 80 // count}</b> '
            f"{escape(words.some(length))}</li>"
            for n in range(count)
        )
        eras = '<li class="era" data-date="1989.9">The Cold War ends</li>'
        yield section(
            "timeline",
            f"{count} events of {length} words",
            f'<ol class="timeline" data-ph="timeline" data-alt="Events">{events}{eras}</ol>'
            f'<p data-ph="source">{words.some(20)}</p>',
        )
