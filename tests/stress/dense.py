"""Slides that no deck should have: seventy sections, each too full in its own way. Seeded, so always the same."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from dense_large import PICTURES, code, pictures, tables, timelines
from placing import columns, items, section, table
from wording import ARABIC, CHINESE, GERMAN, JAPANESE, KOREAN, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def deck(seed: int = 678) -> str:
    """Return the slide markup of all sections."""
    words = Words(random.Random(seed))  # noqa: S311 (no secret)
    made = [section for kind in KINDS for section in kind(words)]
    slides = "\n".join(
        section.replace("<section ", f'<section id="s{number}" data-section="Dense" data-at="dense.md:{number}:1" ', 1)
        for number, section in enumerate(made, 1)
    )
    return f'<div class="slides" lang="en" data-continued="{{title}} ({{part}} of {{parts}})">{slides}</div>'


def long_bullets(words: Words) -> Iterator[str]:
    for count, length in ((4, 40), (6, 25), (9, 30), (14, 22), (3, 90), (20, 12)):
        yield section(
            "content", f"{count} bullets of {length} words", items([words.some(length) for _ in range(count)])
        )
    yield section("content", "Twenty-five bullets of one line", items([words.some(7) for _ in range(25)]))
    yield section("content", "Sixty bullets of two words", items([words.some(2) for _ in range(60)]))
    yield section("content", "One bullet of twenty-five lines", items([words.sentences(22)]))
    yield section("content", "One sentence of three hundred words", items([words.some(300), words.some(5)]))
    marked = [f"<strong>{words.some(3)}</strong> {words.sentences(3)} <em>{words.some(9)}</em>" for _ in range(7)]
    yield section("content", "Bullets with marks", items(marked))
    yield section(
        "content",
        "Paragraphs beside lists",
        f'<div data-ph="body"><p>{words.sentences(5)}</p><ul>'
        f"<li>{words.sentences(4)}</li></ul><p>{words.sentences(6)}</p></div>",
    )


def nested_lists(words: Words) -> Iterator[str]:
    for outer, inner in ((4, 6), (2, 14), (1, 40), (8, 2)):
        texts = [
            f"{words.some(6)}<ul>{''.join(f'<li>{words.some(9)}</li>' for _ in range(inner))}</ul>"
            for _ in range(outer)
        ]
        yield section("content", f"{outer} bullets with {inner} each", items(texts))
    deep = f"{words.some(4)}<ul>" + f"<li>{words.some(8)}<ul><li>{words.some(12)}</li></ul></li>" * 6 + "</ul>"
    yield section("content", "Three levels", items([deep] * 3))
    numbered = [f"{words.some(9)}<ul><li>{words.some(8)}</li></ul>" for _ in range(12)]
    yield section("content", "Twelve numbered steps", items(numbered, tag="ol"))
    yield section(
        "agenda", "An agenda of eighteen", items([f"<b>{words.some(2)}</b> ({n} min)" for n in range(18)], tag="ol")
    )
    yield section("objectives", "Fifteen objectives", items([words.some(14) for _ in range(15)]))
    steps = [f"{words.some(5)}<ol>{''.join(f'<li>{words.some(11)}</li>' for _ in range(18))}</ol>"]
    yield section("content", "Eighteen numbered points below one", items(steps))


def languages(words: Words) -> Iterator[str]:
    yield section("content", "Lange Wörter", items([words.some(14, GERMAN) for _ in range(8)]), more=' lang="de"')
    yield section(
        "two-columns",
        "Lange Wörter nebeneinander",
        columns(words.some(2, GERMAN), [words.some(9, GERMAN)] * 3, "Recht", [words.some(12, GERMAN)] * 4),
        more=' lang="de"',
    )
    rows = [[words.some(2, GERMAN), words.some(6, GERMAN), words.some(3, GERMAN)] for _ in range(12)]
    yield section("table", "Eine Tabelle", table(rows, ["Begriff", "Bedeutung", "Beispiel"]), more=' lang="de"')
    yield section(
        "quote", "Ein Satz", f'<div data-ph="text"><p>{words.sentences(6, GERMAN)}</p></div>', more=' lang="de"'
    )
    yield section("content", "安全理事会", items([words.signs(90, CHINESE) for _ in range(8)]), more=' lang="zh"')
    yield section("content", "长段落", items([words.signs(900, CHINESE)]), more=' lang="zh"')
    yield section("content", "安全保障理事会", items([words.signs(70, JAPANESE) for _ in range(9)]), more=' lang="ja"')
    yield section("content", "안전보장이사회", items([words.some(20, KOREAN) for _ in range(9)]), more=' lang="ko"')
    cells = [[words.signs(6, JAPANESE), words.signs(30, JAPANESE), "1945"] for _ in range(20)]
    yield section("table", "表", table(cells, ["国", "説明", "年"]), more=' lang="ja"')
    yield section(
        "content", "مجلس الأمن", items([words.some(22, ARABIC) for _ in range(9)]), more=' lang="ar" dir="rtl"'
    )
    yield section("content", "فقرة طويلة", items([words.sentences(16, ARABIC)]), more=' lang="ar" dir="rtl"')
    steps = items([f"{words.some(12, ARABIC)} 1945" for _ in range(12)], tag="ol")
    yield section("content", "قائمة مرقمة", steps, more=' lang="ar" dir="rtl"')
    rows = [[words.some(2, ARABIC), words.some(9, ARABIC)] for _ in range(14)]
    yield section("table", "جدول", table(rows, ["السنة", "الحدث"]), more=' lang="ar" dir="rtl"')


def two_columns(words: Words) -> Iterator[str]:
    for one, other in ((6, 6), (14, 3), (2, 12), (25, 25)):
        texts = [words.some(9) for _ in range(one)], [words.some(9) for _ in range(other)]
        yield section("two-columns", f"{one} beside {other}", columns("One head", texts[0], "Other head", texts[1]))


def texts(words: Words) -> Iterator[str]:
    for count in (5, 14):
        yield section(
            "source",
            f"S/RES/{count}",
            f'<div data-ph="text"><p>{words.sentences(count)}</p></div><p data-ph="note">{words.some(28)}</p>',
        )
        yield section(
            "quote",
            f"A quotation of {count} sentences",
            f'<div data-ph="text">'
            f'<p>{words.sentences(count)}</p><p>{words.some(9)}</p></div><p data-ph="note">{words.some(12)}</p>',
        )
    works = "".join(f"<p>{words.some(7)} <em>{words.some(9)}</em> {words.some(4)}</p>" for _ in range(30))
    yield section("references", "Thirty works", f'<div data-ph="body">{works}</div>')
    yield section(
        "summary",
        "A summary of nine",
        items([words.some(24) for _ in range(9)], tag="ol") + f'<p data-ph="next">{words.some(16)}</p>',
    )
    yield section(
        "content",
        words.some(15),
        items([words.some(6) for _ in range(3)]) + f'<p data-ph="source">{words.some(26)}</p>',
    )
    yield section("content", words.some(17), items([words.some(20) for _ in range(12)]))


def questions(words: Words) -> Iterator[str]:
    for count, length, long in ((4, 8, 14), (4, 25, 20), (6, 14, 9), (9, 30, 20)):
        tab = '<p data-ph="tab">Discuss</p><p data-ph="time">10 minutes</p>'
        yield section("question", words.some(long), tab + items([words.some(length) for _ in range(count)]))
    yield section(
        "question", "A question in full", f'<p data-ph="tab">Discuss</p><p data-ph="body">{words.sentences(12)}</p>'
    )


__all__ = ["PICTURES", "deck"]

KINDS: list[Callable[[Words], Iterator[str]]] = [
    long_bullets,
    nested_lists,
    languages,
    code,
    tables,
    two_columns,
    texts,
    questions,
    pictures,
    timelines,
]
