"""What stands among a slide's paragraphs and is no text: taken out for a frame of its own, or told in words.

The first figure of a column has a frame in it, before or after the column's text as it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.html import builder

from coursepack.load import pictures

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BODY = "body-"
_TOLD = frozenset({"aside", "td", "th"})


def lift(section: HtmlElement) -> list[HtmlElement]:
    """Take the `part` elements out of a slide's frames and return them; in notes, cells and options they are told.

    A picture in a line or a cell is told too: no program sets one into a text.
    """
    lifted = []
    for element in list(section.find_class("part")):
        if any(one.tag in _TOLD or "options" in one.classes for one in element.iterancestors()):
            _tell(element)
        elif not ("data-columns" in section.attrib and _stays(element)):
            element.drop_tree()
            lifted.append(element)
    tables = [one for one in lifted if one.tag == "table"]
    for image in [picture for one in (section, *tables) for picture in one.iter("img")]:
        if "data-ph" not in image.attrib and not any("panels" in one.classes for one in image.iterancestors()):
            _replace(image, [builder.SPAN(_words(image))])
    return lifted


def _words(element: HtmlElement) -> str:
    """Return the words in which a figure is told: those of its author. Its file's name is none of them."""
    alt = element.get("alt") or element.get("data-alt") or ""
    return "" if "src" in element.attrib and alt == pictures.known(element.get("src")) else alt


def _stays(element: HtmlElement) -> bool:
    """Give a figure a frame in its column; tell whether it has one, for a column has one figure."""
    body = next((one for one in element.iterancestors() if one.get("data-ph", "").startswith(_BODY)), None)
    if body is None or "data-figured" in body.attrib:
        return False
    said = any(text.strip() for text in element.xpath("preceding::text()[ancestor::* = $body]", body=body))
    kind = "code" if "code" in element.classes else "equation" if "data-latex" in element.attrib else "figure"
    element.drop_tree()
    element.tail = None
    element.set("data-ph", f"{kind}-{body.get('data-ph').removeprefix(_BODY)}")
    body.set("data-figured", "true")
    (body.addnext if said else body.addprevious)(element)
    return True


def _tell(element: HtmlElement) -> None:
    """Put words in the place of a figure: the rows of a table, lines of code, or its alternative text."""
    if element.tag == "table":
        rows = [" \u00b7 ".join(cell.text_content().strip() for cell in row) for row in element.iter("tr")]
        _replace(element, [builder.P(row) for row in rows])
    elif "code" in element.classes:
        lines = list(element.iter("code"))
        for line in lines[:-1]:
            line.append(builder.BR())
        _replace(element, lines)
    else:
        _replace(element, [builder.P("; ".join(filter(None, map(_words, element.iter()))))])


def _replace(element: HtmlElement, others: list[HtmlElement]) -> None:
    for one in others:
        one.tail = None
        element.addprevious(one)
    element.drop_tree()
