"""What a course's own view may get wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.chart import Chart, Series
from coursepack.render.look.templates import environment
from coursepack.render.slides import Properties, build
from coursepack.render.slides.markup import Script, parse
from coursepack.render.slides.mistakes import mistakes

if TYPE_CHECKING:
    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design

RAIN = Chart("bar", ("May",), (Series("Rain", (90.0,)),), "mm", "en")


def test_a_misspelt_layout_or_placeholder_is_an_error_and_there_is_no_file(theme: Theme) -> None:
    markup = """<div class="slides"><section data-layout="contents" data-at="a.md:7:1"></section>
    <section data-layout="content" data-at="a.md:9:1"><p data-ph="bodi">x</p></section></div>"""
    pack, problems = build(Script(markup), Properties("T"), theme, environment(), lambda _: b"")
    assert pack() == b""
    assert [(one.code, one.span.line, one.help) for one in problems] == [
        ("unknown-layout", 7, "did you mean `content`?"),
        ("unknown-placeholder", 9, "did you mean `body`?"),
    ]


def test_a_figure_that_no_block_has_is_an_error_at_its_slide(design: Design) -> None:
    markup = """<section data-layout="chart" data-at="a.md:7:1"><figure data-ph="chart" data-figure="{}"></figure>
    </section>"""

    def found(key: str, **figures: Chart) -> list[tuple[str, int, str, str]]:
        slides = parse(Script(markup.format(key), figures), "en")
        return [(one.code, one.span.line, one.message, one.help) for one in mistakes(slides, design)]

    assert found("rain", rain=RAIN) == []
    message = "there is no chart, diagram or map `rains`"
    assert found("rains", rain=RAIN) == [("unknown-figure", 7, message, "did you mean `rain`?")]
    assert found("rains", snow=RAIN, sun=RAIN) == [("unknown-figure", 7, message, "Use one of snow, sun")]
    assert found("rains") == [("unknown-figure", 7, message, "Take it out")]


def test_a_deck_without_slides_is_an_error(design: Design) -> None:
    (found,) = mistakes(parse(Script("<p>nothing</p>"), "en"), design)
    assert found.message == "the template makes no slides"
