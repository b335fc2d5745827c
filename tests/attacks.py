"""Hostile and damaged courses, three and more of each kind, with the code of the problem that each ends in.

No code means that it can be set; a star, that either is right. `None` in the place of a file's bytes is a link to what
stands outside the course.
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from pptx import Presentation

from conftest import COURSE

Files = dict[str, str | bytes | Path]

_HEAD = COURSE["units/01-water.md"].partition("A river")[0]
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
# A picture of one point, cut after its head.
_PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000") + b"\x1f\x15\xc4\x89"
_OUTSIDE = Path("/etc/passwd")


def _body(text: str) -> Files:
    return {"units/01-water.md": _HEAD + text}


def _picture(data: str | bytes | Path, name: str = "p.svg") -> Files:
    block = f"```{{figure}}\nid: p\ntitle: P\nsrc: media/{name}\nalt: P\n```\n"
    return {**_body(block), f"media/{name}": data}


def _drawing(inside: str) -> Files:
    return _picture(_SVG.format(inside))


def chart(data: str | Path, kind: str = "bar") -> Files:
    """Return a course with a chart of a table."""
    block = f"```{{chart}}\nid: c\nkind: {kind}\ntitle: T\ndata: data/t.csv\nx: x\ny: y\nunit: m\nalt: A\n```\n"
    return {**_body(block), "data/t.csv": data}


def _callout(text: str) -> Files:
    return _body(f"```{{callout}}\nkind: case\ntitle: T\nbody: {text}\n```\n")


def _cover(text: str, **more: str) -> Files:
    views: Files = {f"templates/parts/{name}.html.j2": text for name, text in more.items()}
    return {**views, "templates/parts/cover.html.j2": text}


def _style(text: str) -> Files:
    return {"templates/print.css.j2": text}


def _course(lines: str) -> Files:
    return {"course.yaml": COURSE["course.yaml"] + lines}


def _school(data: bytes) -> Files:
    return {**_course("deck: {template: media/school.pptx}\n"), "media/school.pptx": data}


def _package(files: dict[str, str]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as package:
        for name, text in files.items():
            package.writestr(name, text)
    return made.getvalue()


def _torn(name: str) -> bytes:
    """Return a school's template without a file of it, which says what another leads to."""
    whole, made = BytesIO(), BytesIO()
    Presentation().save(whole)
    with ZipFile(whole) as old, ZipFile(made, "w") as new:
        for member in (one for one in old.namelist() if not one.endswith(name)):
            new.writestr(member, old.read(member))
    return made.getvalue()


def _in_each_other(begin: str, end: str, times: int) -> str:
    return f"${begin * times}x{end * times}$\n"


def _aliases(levels: int) -> str:
    first = "- &a0 [x, x, x, x, x, x, x, x, x]\n"
    return first + "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, levels))


_PHOTO = f'<image width="9" height="9" href="data:image/png;base64,{b64encode(_PNG).decode()}"/>'
_WIDE = "```{{figure}}\nid: p\ntitle: P\nsrc: media/p.svg\nalt: P\nwidth: {}\n```\n"
_WIDTHS = "```{{table}}\ncolumns: [a, b]\nrows: [[c, d]]\nwidths: [{}]\n```\n"
_NARROW = """```{slide}
title: Rivers have springs
notes: N
columns:
- {width: 0.001%, body: "![A](media/p.svg)"}
- {body: b}
```
"""
_DRAWN = "| a | b |\n|---|---|\n| 1 | 2 |\n"
_BOXES = "```{{diagram}}\nid: d\ntitle: D\nalt: D\nnodes: {{{}}}\nedges: [{}]\n```\n"

ATTACKS: dict[str, tuple[Files, str]] = {
    # Nothing outside the course is read.
    "a unit above the course": (
        {"course.yaml": "title: R\nlanguage: en\nunits: [units/../../x.md]\n"},
        "outside-course",
    ),
    "a unit that is a link": ({"units/01-water.md": _OUTSIDE}, "outside-course"),
    "a picture that is a link": (_picture(_OUTSIDE), "outside-course"),
    "a table that is a link": (chart(_OUTSIDE), "outside-course"),
    "a view that is a link": (_cover("{% include 'parts/x.html.j2' %}") | {"templates/parts/x.html.j2": _OUTSIDE}, "*"),
    "a glossary that is a link": ({"glossary.yaml": _OUTSIDE}, "outside-course"),
    "works that are a link": ({"references.yaml": _OUTSIDE}, "outside-course"),
    "a course that is a link": ({"course.yaml": _OUTSIDE}, "outside-course"),
    "labels that are a link": ({"templates/labels/en.yaml": _OUTSIDE}, "outside-course"),
    "a theme above the course": (_course("theme: ../../x\n"), "unknown-theme"),
    "a logo above the course": (_course("logo: ../logo.svg\n"), "outside-course"),
    "a template above the course": (_course("deck: {template: ../school.pptx}\n"), "outside-course"),
    # Nor by what a course's own templates make.
    "a face": (_style("@font-face { font-family: X; src: url(file:///etc/passwd) }"), "outside-course"),
    "a background": (_style("p { background: url('/etc/passwd') }"), "outside-course"),
    "an import": (_style("@import 'https://a.example/x.css';"), "outside-course"),
    "a picture of a view": (_cover("<section><img src='file:///etc/passwd'></section>"), "outside-course"),
    "an attachment": (_cover("<section><a rel='attachment' href='/etc/passwd'>x</a></section>"), "outside-course"),
    "a style in a view": (_cover("<p style='background:url(//a.example/x)'>x</p>"), "outside-course"),
    # Pictures.
    "a photograph without a head": (_picture(_PNG[:20], "p.png"), "bad-picture"),
    "a photograph without a body": (_picture(_PNG, "p.png"), "bad-picture"),
    "a page that says 404": (_picture("<html><body>404</body></html>", "p.png"), "bad-picture"),
    "a photograph of a billion points": (_picture(_PNG[:16] + b"\0\0\xff\xff" * 2 + _PNG[24:], "p.png"), "*"),
    "a width without an end": (_body(_WIDTHS.format("1e308, 1e308")), "wrong-value"),
    "a width of another tool without an end": (
        _body(f"```{{table}} T\n:name: t\n:widths: {'9' * 400} 1\n\n{_DRAWN}```\n"),
        "wrong-value",
    ),
    "a width of a caption without an end": (_body(f"{_DRAWN}\n: T {{tbl-colwidths='[{'9' * 400},1]'}}\n"), ""),
    "a picture in a column without room": (_picture(_SVG.format("")) | _body(_NARROW), ""),
    "a callout that is a list": (_body("```{callout}\n- a\n```\n"), "wrong-type"),
    "a width that is a list": (_body(_WIDE.format("[1]")), "wrong-value"),
    "a width of fields": (_body(_WIDE.format("{a: b}")), "wrong-value"),
    "a drawing in a ring": (_drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "bad-picture"),
    "a drawing without an end": (_picture(_SVG.replace("0 0 9 9", "0 0 1e999 9")), "bad-picture"),
    "a drawing without a size": (_picture(_SVG.replace(' viewBox="0 0 9 9"', "")), "bad-picture"),
    "a drawing from the network": (_drawing('<image href="http://a.example/x.png"/>'), "outside-course"),
    "a drawing too deep": (_drawing("<g>" * 100 + "</g>" * 100), "large-picture"),
    "a drawing of a broken photograph": (_drawing(_PHOTO), "bad-picture"),
    "a drawing of too many parts": (_drawing("<g/>" * 60_000), "large-picture"),
    # Tables.
    "a table of empty cells": (chart("x,y\na,\nb,\n"), "no-value"),
    "a table of one row": (chart("x,y\na,1\n"), "*"),
    "a table of noughts": (chart("x,y\na,0\nb,0\n"), ""),
    "a number too large": (chart("x,y\na,1e300\nb,2\n", "line"), "too-much"),
    "a number too small": (chart("x,y\na,1e-300\nb,2\n"), "too-much"),
    "an override in a cell": (chart("x,y\na\u202eb,1\nc,2\n"), "unprintable"),
    "a bell in a cell": (chart("x,y\na\x07,1\nc,2\n"), "unprintable"),
    "ten thousand rows": (chart("x,y\n" + "a,1\n" * 10_000), "too-much"),
    # YAML.
    "aliases of aliases": ({"glossary.yaml": _aliases(6)}, "yaml-large"),
    "lists in each other": (_callout("[" * 3000), "yaml-deep"),
    "keys in each other": ({"glossary.yaml": "".join(" " * depth + "a:\n" for depth in range(300))}, "yaml-deep"),
    "an escape that is no character": (_callout(r'"\UFFFFFFFF"'), "yaml-syntax"),
    "a date that is none": (_callout("!!timestamp abc"), "yaml-value"),
    "a program": (_callout("!!python/object/apply:os.system [x]"), "*"),
    "an anchor that holds itself": (_callout("&a [*a]"), "yaml-anchor"),
    "a number of 5000 digits": (
        _body(f"```{{callout}}\nkind: case\ntitle: T\nbody: x\nminutes: {'9' * 5000}\n```\n"),
        "*",
    ),
    "a work of nothing": ({"references.yaml": "- id: a\n  type: none\n"} | _body("A river [@a].\n"), "missing-field"),
    # Characters.
    "an escape sequence": (_body("A \x1b[31m river.\n"), "unprintable"),
    "an override in a title": (
        {"course.yaml": 'title: "A\\u202Eb"\nlanguage: en\nunits: [units/01-water.md]\n'},
        "unprintable",
    ),
    "half of a character": (_callout('"a \\ud800"'), "unprintable"),
    "an override of the file": ({"glossary.yaml": "- {term: a\u202eb, definition: c}\n"}, "unprintable"),
    # Templates of a course.
    "a long word": (_cover("{{ 'a' * 10**9 }}"), "template"),
    "a long list": (_cover("{{ range(10**9)|list|length }}"), "template"),
    "a wide word": (_cover("{{ 'a'|center(10**9) }}"), "template"),
    "two views that ask for each other": (
        _cover("{% include 'parts/x.html.j2' %}", x="{% include 'parts/cover.html.j2' %}"),
        "template",
    ),
    "the way to Python": (_cover("{{ ''.__class__.__mro__ }}"), "template"),
    "a part of a deck that is no XML": ({"templates/deck/notes-master.xml.j2": "<a"}, "template"),
    "a part of a deck that is another": ({"templates/deck/presentation.xml.j2": "<a/>"}, "template"),
    "a drawing of a view that is none": (chart("x,y\na,1\nb,2\n") | {"templates/charts/bar.svg.j2": "<svg"}, "*"),
    "a loop that is not closed": (_cover("{% for a in b %}"), "template"),
    # What grows faster than it is written.
    "fractions in each other": (_body(_in_each_other(r"\frac{1}{", "}", 100)), "bad-equation"),
    "brackets in each other": (_body(_in_each_other(r"\left(", r"\right)", 30)), "*"),
    "matrices in each other": (_body(_in_each_other(r"\begin{matrix}", r"\end{matrix}", 16)), "*"),
    "sums": (_body("$" + r"\sum " * 200 + "x$\n"), "bad-equation"),
    "minuses": (_body("$" + "-" * 400 + "$\n"), "wide-equation"),
    "blanks alone": (_body(r"$\quad$" + "\n"), "bad-equation"),
    "a command alone": (_body(r"$\frac$" + "\n"), "bad-equation"),
    "links in each other": (_body("[a](" * 3000 + "\n"), "unread-markup"),
    "links with titles": (_body('[x]("' * 3000 + "\n"), "unread-markup"),
    "formulas that are not closed": (_body(r"\(" * 10_000 + "\n"), "*"),
    "dollars": (_body("$" * 9000 + "\n"), "bad-equation"),
    "quotations in each other": (_body("> " * 5000 + "a\n"), "*"),
    "seventy boxes": (_body(_BOXES.format(", ".join(f"a{n}: b" for n in range(70)), "")), "too-much"),
    "two thousand items": (_body("- a\n" * 2000), "too-much"),
    "two thousand items deep": (
        _body("".join(" " * (n % 6 * 2) + "- a\n" for n in range(2000))),
        "too-much",
    ),
    "a list of thirty thousand letters": (_body(f"- {'a' * 30_000}\n"), "too-much"),
    "three lists of many items": (_body(("- a\n" * 100 + "\nb\n\n") * 3), ""),
    "a word of a thousand letters": (_body("a" * 1000 + "\n"), ""),
    "a paragraph without blanks": (_body("\u6cb3" * 3000 + "\n"), "*"),
    "sixty arrows with words": (
        _body(_BOXES.format("a: b, c: d", ", ".join(["{a -> c: flows}", "{c -> a: back}"] * 30))),
        "*",
    ),
    "two hundred arrows": (_body(_BOXES.format("a: b, c: d", ", ".join(["a -> c"] * 200))), "too-much"),
    # A school's template.
    "a layout without a master": (_school(_torn("slideLayout1.xml.rels")), "template-unfit"),
    "a master without layouts": (_school(_torn("slideMaster1.xml.rels")), "template-unfit"),
    "no archive": (_school(b"PK\x03\x04" + bytes(60)), "template-unfit"),
    "another archive": (_school(_package({"a.txt": "a"})), "template-unfit"),
    "bad XML": (_school(_package({"[Content_Types].xml": "<a", "ppt/presentation.xml": "<b"})), "template-unfit"),
    "a file above the archive": (
        _school(_package({"../../x": "a", "[Content_Types].xml": "<Types/>"})),
        "template-unfit",
    ),
}
