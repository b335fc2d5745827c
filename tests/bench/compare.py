"""Sets the prose of one unit with coursepack, memoir, Tufte-LaTeX and Typst, and prints how the pages differ.

Each program has the same headings and paragraphs on A4, in its own usual form; one reader measures all the PDFs.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandoc
import typst
from lxml import html
from lxml.builder import E
from pageform import Form, form

from coursepack.build import ready
from coursepack.render.handout.markup import handout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.html import HtmlElement

ROOT = Path(__file__).parents[2]
COURSE = "title: Prose\nlanguage: en\nlevel: x\nauthors: [x]\n"
# Computer Modern as outlines; a class that brings a face of its own overrides it.
LATEX = (
    "\\RequirePackage{{lmodern}}\n\\documentclass[a4paper]{{{kind}}}\n\\usepackage[T1]{{fontenc}}\n"
    "\\usepackage[english]{{babel}}\n"
    "\\begin{{document}}\n{body}\n\\end{{document}}\n"
)
TYPST = '#set page(paper: "a4")\n#set text(lang: "en")\n'
# What a row shows of a form, and why the four differ in it.
ROWS: Mapping[str, tuple[Callable[[Form], str], str]] = {
    "type, pt": (
        lambda one: f"{one.size:.1f} on {one.leading:.1f}",
        "Ours has large small letters, sturdy after two copies, and the leading that they need.",
    ),
    "measure, mm": (
        lambda one: f"{one.measure:.0f}",
        "Ours and Tufte's leave an outer column for notes, memoir a margin; Typst's text is as wide as it may be.",
    ),
    "characters a line": (
        lambda one: f"{one.letters:.0f}",
        "60 to 70 are read best: an outer column keeps lines so short; memoir's and Typst's ask more of readers.",
    ),
    "depth, mm": (
        lambda one: f"{one.depth:.0f}",
        "Of the fullest page: memoir's has broad margins; ours has room for what a copied page must say alone.",
    ),
    "hyphens a page": (
        lambda one: f"{one.hyphens:.1f}",
        "Ragged lines need few, and ours cuts no word of less than eight letters; memoir's lines are all of one width.",
    ),
    "rivers a page": (
        lambda one: f"{one.rivers:.1f}",
        "Four blanks one below the other: ours are all as narrow as the face has them, none is stretched.",
    ),
    "ragged by, mm": (
        lambda one: f"{one.ragged:.1f}",
        "Half of the full lines end so near to the edge: memoir's are justified, which ours are not, for even blanks.",
    ),
    "pages": (
        lambda one: str(one.pages),
        "Small type, close lines and narrow margins take less; ours has `paper: thrifty` for that.",
    ),
}


def main() -> None:
    """Set, measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("course", type=Path, nargs="?", default=ROOT / "content" / "un-alliances")
    parser.add_argument("--unit", default="03", help="the unit whose prose is set")
    parser.add_argument("--keep", type=Path, help="a folder for the PDFs, to look at")
    options = parser.parse_args()
    parts = list(prose(options.course, options.unit))
    with TemporaryDirectory() as folder:
        place = options.keep or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        forms = {name: form(make(parts, place)) for name, make in PROGRAMS.items()}
    print(f"{'':18}" + "".join(f"{name:>14}" for name in forms))
    for row, (shown, _) in ROWS.items():
        print(f"{row:18}" + "".join(f"{shown(one):>14}" for one in forms.values()))
    print()
    for row, (_, why) in ROWS.items():
        print(f"{row}: {why}")


def prose(course: Path, unit: str) -> Iterator[HtmlElement]:
    """Yield the headings and paragraphs of a unit, as words alone."""
    own = ready(course)
    theme, part = own.design.theme, own.unit(unit)
    root = html.document_fromstring(handout(own.pack, theme, theme.papers["a4"], own.design.templates, part).html)
    for said in (*root.find_class("note-at"), *root.find_class("section-number"), *root.xpath("//*[@data-far]")):
        said.drop_tree()
    for element in root.xpath('//h2[@id]|//div[@class="prose"]/p'):
        yield E(element.tag, " ".join(element.text_content().split()))


def ours(parts: list[HtmlElement], folder: Path) -> Path:
    """Set a course of one unit."""
    course, file = folder / "course", folder / "coursepack.pdf"
    (course / "units").mkdir(parents=True, exist_ok=True)
    (course / "course.yaml").write_text(COURSE, "utf-8")
    (course / "units" / "01-prose.md").write_text(f"---\ntitle: Prose\n---\n\n{_as(parts, 'commonmark')}", "utf-8")
    command = [f"{Path(sys.executable).parent}/coursepack", "pdf", f"{course}", "--unit", "01", "-o", f"{file}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return file


def tex(kind: str) -> Callable[[list[HtmlElement], Path], Path]:
    """Return what sets the text with a class of LaTeX."""

    def make(parts: list[HtmlElement], folder: Path) -> Path:
        file = folder / f"{kind}.tex"
        file.write_text(LATEX.format(kind=kind, body=_as(parts, "latex")), "utf-8")
        command = ["pdflatex", "-interaction=nonstopmode", f"-output-directory={folder}", f"{file}"]
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder, errors="replace")
        if not file.with_suffix(".pdf").exists():
            sys.exit(f"{kind}: {done.stdout[-2000:]}")
        return file.with_suffix(".pdf")

    return make


def typeset(parts: list[HtmlElement], folder: Path) -> Path:
    """Set the text with Typst."""
    file = folder / "typst.typ"
    file.write_text(TYPST + _as(parts, "typst"), "utf-8")
    typst.compile(str(file), output=str(file.with_suffix(".pdf")))
    return file.with_suffix(".pdf")


PROGRAMS: Mapping[str, Callable[[list[HtmlElement], Path], Path]] = {
    "coursepack": ours,
    "memoir": tex("memoir"),
    "Tufte-LaTeX": tex("tufte-book"),
    "Typst": typeset,
}


def _as(parts: list[HtmlElement], form: str) -> str:
    page = html.tostring(E.body(*parts), encoding="unicode")
    command = [pandoc.PANDOC, "--from=html", f"--to={form}", "--wrap=none"]
    return subprocess.run(command, input=page, text=True, check=True, capture_output=True).stdout


if __name__ == "__main__":
    main()
