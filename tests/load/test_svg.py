"""Drawings: what is not on the list is gone, what opens or multiplies is refused, and fonts stand in one place."""

from __future__ import annotations

import base64

import pytest
from lxml import etree

from coursepack.load import svg
from coursepack.load.picture import PictureError
from pictures import halves, saved

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def drawing(inside: str, root: str = 'viewBox="0 0 90 90"') -> bytes:
    return f"{HEAD}{root}>{inside}</svg>".encode()


def refused(data: bytes) -> str:
    with pytest.raises(PictureError) as caught:
        svg.read(data)
    return str(caught.value)


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="9" height="9" fill="url(#a)"/>',
        '<!-- a remark --><g font-family="Arial"><text x="1" y="1e1">a</text></g>',
        '<style>.a { fill: red }</style><path class="a" d="M0 0h1e-3"/>',
        '<defs><g id="a"/></defs><use xlink:href="#a"/><use href="#gone"/>',
    ],
)
def test_a_drawing_that_holds_nothing_else_keeps_its_bytes(inside: str) -> None:
    assert svg.read(drawing(inside)).data == drawing(inside)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<foreignObject><p>x</p></foreignObject>", "<foreignObject>"),
        ('<rect onclick="alert(1)"/>', "`onclick`"),
        ('<rect><animate attributeName="x"/></rect>', "<animate>"),
        ('<linearGradient spreadMethod="repeat"/>', "`spreadMethod`"),
    ],
)
def test_what_runs_or_moves_is_left_out_and_said(inside: str, said: str) -> None:
    made = svg.read(drawing(f"{inside}<circle r='2'/>"))
    assert made.left_out == (said,)
    assert b"<circle" in made.data
    assert all(word not in made.data for word in (b"script", b"alert", b"foreign", b"animate"))


@pytest.mark.parametrize(
    "inside",
    [
        "<metadata>m</metadata>",
        '<x:view xmlns:x="urn:x"/>',
        '<a href="https://example.org"><rect/></a>',
        '<g x:label="b" xmlns:x="urn:x" data-a="b"/>',
    ],
)
def test_what_an_editor_keeps_for_itself_goes_without_a_word(inside: str) -> None:
    made = svg.read(drawing(inside))
    assert made.left_out == ()
    assert not any(word in made.data for word in (b"metadata", b"label", b"example.org", b"data-a", b"view "))


def test_words_after_what_is_left_out_stay() -> None:
    made = svg.read(drawing('<text font-family="A">one<script>x</script>two</text>'))
    assert svg.words(made.data).split() == ["onetwo"]


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="https://example.org/a.png"/>',
        '<image href="file:///etc/hostname"/>',
        '<image xlink:href="other.png"/>',
        '<use href="other.svg#a"/>',
        '<rect fill="url(https://example.org/a)"/>',
        '<rect style="fill: url(other.svg#a)"/>',
        r'<rect style="fill: u\72l(other.svg#a)"/>',
        r'<rect fill="u\72 l(other.svg#a)"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        r"<style>@\69mport 'https://example.org/a.css';</style>",
        "<style>rect { fill: url('other.svg#a') }</style>",
    ],
)
def test_what_opens_a_file_or_an_address_is_refused(inside: str) -> None:
    assert refused(drawing(inside)).startswith("opens ")


def test_a_drawing_in_a_drawing_is_refused_and_what_helps_is_said() -> None:
    said = refused(drawing('<image href="data:image/svg+xml,%3Csvg/%3E"/>'))
    assert said == "holds another drawing as a picture"


def test_a_style_sheet_before_the_drawing_is_refused() -> None:
    assert refused(b'<?xml-stylesheet href="a.css"?>' + drawing("")).startswith("opens ")


@pytest.mark.parametrize(
    "kind",
    [
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE svg [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;">]>',
        '<!DOCTYPE svg [<!ENTITY % x SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_a_drawing_with_entities_is_refused(kind: str) -> None:
    assert refused(kind.encode() + drawing("<text>a</text>")) == "declares entities"


def test_a_doctype_without_entities_goes() -> None:
    kind = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert svg.read(kind + drawing("")).data == drawing("").replace(b"></svg>", b"/>")


@pytest.mark.parametrize(
    "root",
    [
        'viewBox="0 0 -10 NaN" width="-10" height="inf"',
        'viewBox="0 0 0 9"',
        'viewBox="0 0 9 1e99"',
        'viewBox="0 0 9"',
        'width="0" height="9"',
        'width="9" height="-9"',
        'width="wide" height="9"',
        'width="100%" height="100%"',
        'viewBox="0 0 9 9000"',
        "",
    ],
)
def test_a_drawing_without_a_sensible_size_is_refused(root: str) -> None:
    assert refused(drawing("", root)).split()[0] in {"has", "is", "does"}


@pytest.mark.parametrize("inside", ['<rect width="1e99"/>', '<path d="M0 0 L 1e309 3"/>', '<circle r="NaN"/>'])
def test_a_number_that_no_drawing_needs_is_refused(inside: str) -> None:
    assert refused(drawing(inside)).startswith("has the number")


def test_a_view_box_inside_is_looked_at_too() -> None:
    assert refused(drawing('<symbol viewBox="0 0 0 0"/>')).startswith("has the view box") or refused(
        drawing('<symbol viewBox="0 0 0 0"/>')
    ).startswith("has the size")


def bomb(kind: str, link: str) -> str:
    levels = "".join(f'<{kind} id="a{level + 1}">{link.format(f"#a{level}") * 10}</{kind}>' for level in range(6))
    return f'<defs><{kind} id="a0"><rect width="1" height="1"/></{kind}>{levels}</defs>{link.format("#a6")}'


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        ("g", '<use href="{}"/>'),
        ("symbol", '<use xlink:href="{}"/>'),
        ("pattern", '<rect fill="url({})"/>'),
        ("mask", '<rect style="mask:url({})"/>'),
    ],
)
def test_references_that_multiply_are_refused(kind: str, link: str) -> None:
    assert "refers to" in refused(drawing(bomb(kind, link)))


@pytest.mark.parametrize(
    "inside",
    ['<g id="a"><use href="#a"/></g>', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
)
def test_a_part_that_refers_to_itself_is_refused(inside: str) -> None:
    assert refused(drawing(inside)) == "has a part that refers to itself"


def test_nesting_and_elements_are_bounded() -> None:
    chain = "".join(f'<g id="a{n + 1}"><use href="#a{n}"/></g>' for n in range(200))
    assert "in each other" in refused(drawing(chain))
    assert "in each other" in refused(drawing("<g>" * 100 + "</g>" * 100))
    assert "elements" in refused(drawing("<g/>" * 50_001))
    many = " ".join(f"a{number}='1'" for number in range(101))
    assert "attributes" in refused(drawing(f"<g {many}/>"))
    assert "style" in refused(drawing(f"<style>{'a{fill:red}' * 100_000}</style>"))


def test_what_is_no_drawing_is_refused() -> None:
    for data in (b"<html/>", b"<svg/>", b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg'>&nbsp;</svg>"):
        assert refused(data) == "is not a picture"


@pytest.mark.parametrize(
    ("inside", "fonts"),
    [
        ('<text font-family="Arial, sans-serif">a</text>', ("Arial",)),
        ("<text style=\"font-family:'Open Sans', serif; fill:red\">a</text>", ("Open Sans",)),
        ('<text style="font: italic bold 12px/1.2 Comic Sans MS, cursive">a</text>', ("Comic Sans MS",)),
        (
            "<style>text { font-family: Inter; fill: red } .b { font: 9px Lato }</style><text>a</text>",
            ("Inter", "Lato"),
        ),
        ("<style>@font-face { font-family: X; src: url(#x) }</style><text>a</text>", ()),
        ("<text>a</text>", ()),
        ('<text font-family="sans-serif">a</text>', ()),
    ],
)
def test_words_are_set_in_one_family_however_they_name_theirs(inside: str, fonts: tuple[str, ...]) -> None:
    made = svg.read(drawing(inside))
    assert made.fonts == fonts
    placed = svg.set_in(made.data, "Drawing")
    for text in etree.fromstring(placed).iter("{*}text"):
        named = [one.get("font-family") for one in (text, *text.iterancestors()) if one.get("font-family")]
        assert named[0] == "Drawing"
    assert not any(name.encode() in placed for name in ("Arial", "Open Sans", "Comic", "Inter", "Lato", "font-family:"))


def test_what_else_a_font_says_is_kept() -> None:
    made = svg.read(drawing('<text style="font: italic bold 12px/1.2 Lato; fill:red">a</text>'))
    style = etree.fromstring(made.data)[0].get("style", "")
    assert style == "font-weight:bold;font-style:italic;font-size:12px;fill:red"


def test_a_photograph_inside_is_checked_as_one_outside() -> None:
    def inside(data: bytes, kind: str) -> bytes:
        return drawing(f'<image href="data:image/{kind};base64,{base64.b64encode(data).decode()}"/>')

    good = inside(saved(halves(), "PNG"), "png")
    assert svg.read(good).data == good
    assert b"data:image/png;" in svg.read(inside(saved(halves(), "GIF"), "gif")).data
    assert "damaged" in refused(inside(saved(halves(), "PNG")[:40], "png"))


def test_a_drawing_in_another_encoding_is_written_in_ours() -> None:
    text = '<?xml version="1.0" encoding="{}"?>' + drawing("<text font-family='A'>ä</text>").decode()
    for name in ("utf-16", "iso-8859-1"):
        assert "ä".encode() in svg.read(text.format(name).encode(name)).data


def test_names_of_addresses_are_written_out_as_illustrator_declares_them() -> None:
    named = b'<!DOCTYPE svg [\n<!ENTITY ns "http://www.w3.org/2000/svg">\n]>\n<svg xmlns="&ns;" viewBox="0 0 9 9"/>'
    assert etree.fromstring(svg.read(named).data).tag == "{http://www.w3.org/2000/svg}svg"
    assert b"ENTITY" not in svg.read(named).data
    assert refused(named.replace(b"&ns;", b"&ns;" * 9000)) == "declares entities"
