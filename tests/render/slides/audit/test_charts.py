"""The rules of charts, on charts as small as can be: what is said of each, and that nothing else is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from lxml.etree import fromstring

from coursepack.render.geometry import Box
from coursepack.render.slides.audit.charts import check
from coursepack.render.slides.school.colour import Palette

if TYPE_CHECKING:
    from coursepack.render.slides.audit.view import View

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
WHITE = BLACK.replace("000000", "FFFFFF")


def found(inside: str, ground: str = "FFFFFF") -> list[tuple[str, str]]:
    view = SimpleNamespace(palette=Palette({}), scale=1.0, backdrop=SimpleNamespace(behind=lambda _: (ground,)))
    chart = fromstring(f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}">{inside}</c:chartSpace>')
    return [(one.rule, one.message) for one in check(chart, cast("View", view), Box(0, 0, 1, 1))]


def rules(inside: str, ground: str = "FFFFFF") -> list[str]:
    return [rule for rule, _ in found(inside, ground)]


def words(text: str, attributes: str = 'lang="en" sz="1800"', fill: str = BLACK, usual: str = "") -> str:
    paragraph = f"<a:p>{usual}<a:r><a:rPr {attributes}>{fill}</a:rPr><a:t>{text}</a:t></a:r></a:p>"
    return f"<c:tx><c:rich>{paragraph}</c:rich></c:tx>"


def series(name: str, look: str = BLACK, more: str = "") -> str:
    value = f"<c:tx><c:strRef><c:strCache><c:pt><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    return f"<c:ser>{value}<c:spPr>{look}</c:spPr>{more}</c:ser>"


def bars(*inside: str) -> str:
    return f"<c:barChart>{''.join(inside)}</c:barChart>"


def test_words_that_are_dark_large_and_of_a_language_pass() -> None:
    assert found(words("Rhine")) == []


def test_words_without_a_language_are_named() -> None:
    ((rule, message),) = found(words("Rhine", 'sz="1800"'))
    assert rule == "language"
    assert "“Rhine”" in message


@pytest.mark.parametrize(("attributes", "said"), [('lang="en" sz="1399"', ["small"]), ('lang="en"', ["small"])])
def test_small_words_are_small_and_a_chart_that_says_no_size_has_ten_points(attributes: str, said: list[str]) -> None:
    assert rules(words("Rhine", attributes)) == said


def test_a_run_takes_what_its_paragraph_says() -> None:
    """WCAG's large text, for which #949494 on white is enough, begins at 18 points if it is bold."""
    grey = BLACK.replace("000000", "949494")
    heavy = '<a:pPr><a:defRPr sz="1800" b="1"/></a:pPr>'
    own = [one for one in found(words("Rhine", 'lang="en"', grey, heavy)) if "“Rhine”" in one[1]]
    assert own == []
    light = heavy.replace('b="1"', 'b="0"')
    assert "contrast" in rules(words("Rhine", 'lang="en"', grey, light))


def label(place: str, more: str = "") -> str:
    return f'<c:dLbls><c:dLbl>{more}{words("7", fill=WHITE)}<c:dLblPos val="{place}"/></c:dLbl></c:dLbls>'


def test_a_label_inside_a_bar_is_read_on_the_bar_and_one_beside_it_on_the_slide() -> None:
    for place in ("ctr", "inEnd", "inBase"):
        assert rules(bars(series("a", BLACK, label(place)))) == []
    assert rules(bars(series("a", BLACK, label("outEnd")))) == ["contrast"]
    assert rules(bars(series("a", BLACK, label("ctr", "<c:layout/>")))) == ["contrast"]  # it was moved
    assert rules(bars(series("a", WHITE, label("ctr"))), "000000") == ["contrast"]


HATCHED = '<a:pattFill prst="wdUpDiag"/>'
OTHER = BLACK.replace("000000", "0B5D4E")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BLACK, HATCHED),
        (HATCHED, HATCHED.replace("wdUpDiag", "wdDnDiag")),
        ('<a:ln w="9525"/>', '<a:ln w="38100"/>'),
        ('<a:ln><a:prstDash val="dash"/></a:ln>', '<a:ln><a:prstDash val="solid"/></a:ln>'),
    ],
)
def test_series_that_differ_in_more_than_colour_need_no_names(one: str, other: str) -> None:
    assert rules(bars(series("Rhine", one), series("Elbe", other))) == []


def test_series_told_by_colour_alone_are_named_each_once() -> None:
    messages = [message for rule, message in found(bars(series("Rhine"), series("Elbe", OTHER))) if rule == "colour"]
    assert len(messages) == 2
    assert "“Elbe”" in messages[0]
    assert "“Rhine”" in messages[1]


def test_series_with_their_names_beside_them_pass() -> None:
    both = bars(series("Rhine"), series("Elbe", OTHER))
    assert rules(both + '<c:dLbls><c:showSerName val="1"/></c:dLbls>') == []
    assert rules(both + words("Rhine") + words("Elbe")) == []
    assert rules(both + words("Rhine")) == ["colour"]


def test_a_series_that_is_not_seen_is_told_from_none() -> None:
    unseen = "<a:ln><a:noFill/></a:ln>"
    sign = '<c:marker><c:symbol val="{}"/></c:marker>'
    assert rules(bars(series("Rhine", unseen, sign.format("none")), series("Elbe", unseen, sign.format("none")))) == []
    dots = [series(name, unseen, sign.format("circle")) for name in ("Rhine", "Elbe")]
    assert rules(bars(*dots)) == ["colour", "colour"]


def test_parts_of_a_pie_have_their_names() -> None:
    pie = "<c:pieChart><c:ser>{}</c:ser>{}</c:pieChart>"
    parts = "<c:dPt/>" * 3
    assert rules(pie.format(parts, "")) == ["colour"]
    assert rules(pie.format(parts, '<c:dLbls><c:showCatName val="1"/></c:dLbls>')) == []
    assert rules(pie.format(parts + words("a") + words("b") + words("c"), "")) == []
    assert rules(pie.format(parts + words("a") + words("b"), "")) == ["colour"]
