"""How much a drawing draws, with references counted as often as they draw."""

from __future__ import annotations

import pytest
from lxml import etree

from coursepack.load.picture import PictureError
from coursepack.load.svgreach import bounded, references

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def drawing(inside: str) -> etree._Element:
    return etree.fromstring(f"{HEAD}{inside}</svg>", etree.XMLParser(huge_tree=True))


def refused(inside: str) -> PictureError:
    with pytest.raises(PictureError) as caught:
        bounded(drawing(inside))
    return caught.value


def doubled(times: int) -> str:
    """Return groups of which each draws the one before it twice: 2 to the power of so many lines."""
    uses = "".join(f'<g id="g{n + 1}"><use href="#g{n}"/><use xlink:href="#g{n}"/></g>' for n in range(times))
    return f'<defs><path id="g0"/>{uses}</defs><use href="#g{times}"/>'


def test_what_draws_itself_again_and_again_is_counted_as_often() -> None:
    bounded(drawing(doubled(10)))
    assert "refers to more" in str(refused(doubled(20)))


def test_a_ring_of_references_is_refused_however_long() -> None:
    for inside in ('<g id="a"><use href="#a"/></g>', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'):
        assert "refers to itself" in str(refused(inside))
    assert "refers to itself" in str(refused('<mask id="m"><rect mask="url(#m)"/></mask>'))


def test_what_refers_to_nothing_that_is_there_draws_nothing() -> None:
    bounded(drawing('<use href="#gone"/><rect fill="url(#gone)"/><a href="https://un.org"/>'))


@pytest.mark.parametrize(("deep", "fine"), [(40, True), (59, True), (70, False), (2000, False)])
def test_elements_in_each_other_have_an_end(deep: int, *, fine: bool) -> None:
    inside = "<g>" * deep + "</g>" * deep
    if fine:
        bounded(drawing(inside))
    else:
        assert "in each other" in str(refused(inside))


def test_fifty_thousand_elements_are_the_most() -> None:
    bounded(drawing("<g/>" * 49_999))
    assert "elements" in str(refused("<g/>" * 50_000))


def test_references_are_found_in_addresses_and_in_any_attribute() -> None:
    element = drawing("<use xlink:href=' #a '/>")[0]
    assert list(references(element)) == ["a"]
    element = drawing("""<g fill="url(#a)" style="mask:url('#b');filter: url( #c)" clip-path='url("#d")'/>""")[0]
    assert list(references(element)) == ["a", "b", "c", "d"]
    assert list(references(drawing('<use href="other.svg#a"/>')[0])) == []


def test_what_was_counted_once_is_as_deep_where_it_is_referred_to_again() -> None:
    low = '<g id="a">' + "<g>" * 39 + "</g>" * 40
    bounded(drawing(low + '<use href="#a"/>'))
    assert "in each other" in str(refused(low + "<g>" * 40 + '<use href="#a"/>' + "</g>" * 40))
