"""Makes build/manual.html: AUTHORING.md with each of its examples as it comes out, on paper and on slides.

The examples are those of the text. Each becomes a unit of a course that has the data, pictures, works and terms of
`content/un-alliances`, and stands there in the line that it has in the text: where one is wrong, that line is told.
"""

from __future__ import annotations

import re
import shutil
import sys
from base64 import b64encode
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pypdfium2
from jinja2 import Environment, FileSystemLoader
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.anchors import anchors_plugin
from PIL import Image, ImageChops

from coursepack.judge.verdict import verdict
from coursepack.outputs import pdf, slides_pdf
from coursepack.pack import Copy
from coursepack.press import laid
from coursepack.problem import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coursepack.build import Ready
    from coursepack.press.laid import Laid, Line

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TEXT = ROOT / "AUTHORING.md"
# What the examples name, beside each other.
FLAGSHIP = ROOT / "content" / "un-alliances"
NAMED = ("data", "media", "glossary.yaml", "references.yaml")
# The head of an example that is part of a unit, and the slides before its own: of the course, the unit, its objectives.
HEAD = "---\nid: line-{0}\ntitle: Line {0}\nopener: none\nobjectives: [read it, write one]\n---\n"
BEFORE = 3
# Pixels a pt: shown at two thirds, paper is as large as it is printed on, and a slide 420 px wide.
PAGE, SLIDE = 2.0, 0.66
# White that is left around what is cut out (pixels).
AROUND = 10


@dataclass(frozen=True)
class Example:
    """A fence of the text that is content of a course, and the line where it stands."""

    line: int
    source: str

    @property
    def whole(self) -> bool:
        """Whether it is a whole unit."""
        return self.source.startswith("---\n")

    @property
    def name(self) -> str:
        """The name of its unit."""
        return f"{self.line:04}"

    @property
    def unit(self) -> str:
        """The text of its unit."""
        head = HEAD.format(self.line)
        return self.source if self.whole else head + "\n" * (self.line - 1 - head.count("\n")) + self.source


@dataclass(frozen=True)
class Picture:
    """What an example looks like: where, the picture, and the words that can be read on it."""

    medium: str
    image: Image.Image
    words: str

    @property
    def address(self) -> str:
        """The picture itself, in few colours: letters and drawings need no more."""
        out = BytesIO()
        self.image.quantize(48).save(out, "PNG", optimize=True)
        return f"data:image/png;base64,{b64encode(out.getvalue()).decode()}"


def examples(text: str) -> list[Example]:
    """Find what is content of a course: blocks, and fences of Markdown."""
    lines = text.split("\n")
    return [example for token in MarkdownIt().parse(text) if (example := _example(token, lines))]


def _example(token: Token, lines: Sequence[str]) -> Example | None:
    if token.type != "fence" or not token.map:
        return None
    first, end = token.map
    if token.info.startswith("{"):
        return Example(first + 1, "\n".join(lines[first:end]) + "\n")
    return Example(first + 2, token.content) if token.info == "markdown" else None


def lay(root: Path, found: Iterable[Example]) -> Path:
    """Write the course of these examples, and return its folder."""
    for name in NAMED:
        at = FLAGSHIP / name
        (shutil.copytree if at.is_dir() else shutil.copy)(at, root / name)
    shutil.copytree(HERE / "course", root, dirs_exist_ok=True)
    (root / "units").mkdir()
    for example in found:
        (root / "units" / f"{example.name}.md").write_text(example.unit, "utf-8")
    return root


def course(root: Path) -> Ready:
    """Read the course and judge it.

    Raises:
        ContentError: an example is wrong; its place is that in the text.
    """
    try:
        return verdict(root, Copy("teacher"))
    except ContentError as error:
        raise ContentError([_placed(problem, root) for problem in error.problems]) from None


def _placed(problem: Problem, root: Path) -> Problem:
    at = problem.span
    inside = at.file.startswith(str(root / "units"))
    return replace(problem, span=replace(at, file=TEXT.name)) if inside else problem


def pictures(ready: Ready, example: Example) -> Iterator[Picture]:
    """Yield what an example looks like on paper, as students have it, and on slides."""
    students = replace(ready, pack=ready.copy("student"))
    paper = _pages(pdf.make(students, students.unit(example.name), "a4").data, PAGE)
    # The works that it cites are on a page after it.
    own = [found for at, found in enumerate(paper) if not at or not _headed(found[0])]
    yield from filter(None, (_cut(*found, whole=example.whole) for found in own))
    deck = list(_pages(slides_pdf.make(ready, ready.unit(example.name), "a4").data, SLIDE))
    for page, image in deck[1 if example.whole else BEFORE :]:
        yield Picture("slide", image, _words(page.lines))


def _pages(data: bytes, scale: float) -> Iterator[tuple[Laid, Image.Image]]:
    for page, seen in zip(laid.read(data).pages, pypdfium2.PdfDocument(data), strict=True):
        yield page, seen.render(scale=scale).to_pil()


def _headed(page: Laid) -> list[Line]:
    return [line for line in page.lines if line.role == "H1"]


def _cut(page: Laid, image: Image.Image, *, whole: bool) -> Picture | None:
    """Cut out what a page says, without its running head and foot; of part of a unit, what is below its title."""
    left_out = [line for line in page.lines if not line.role] + ([] if whole else _headed(page))
    tops = [line.box.bottom for line in left_out if line.box.bottom > page.height / 2]
    feet = [line.box.top for line in left_out if line.box.top < page.height / 2]
    top, foot = page.height - min(tops, default=page.height), page.height - max(feet, default=0)
    seen = image.crop((0, round(top * PAGE) + 1, image.width, round(foot * PAGE) - 1))
    box = ImageChops.invert(seen.convert("L")).getbbox()
    if not box:
        return None
    around = Image.new("RGB", (box[2] - box[0] + 2 * AROUND, box[3] - box[1] + 2 * AROUND), "white")
    around.paste(seen.crop(box), (AROUND, AROUND))
    return Picture("paper", around, _words(line for line in page.lines if line not in left_out))


def _words(lines: Iterable[Line]) -> str:
    return " ".join(" ".join(line.words for line in lines).split())


def page(text: str, shown: Mapping[int, Sequence[Picture]]) -> str:
    """Write the text as HTML, after each example its pictures, by the lines where examples stand."""
    markdown = MarkdownIt().enable("table").use(anchors_plugin, max_level=4, slug_func=_slug)
    markdown.normalizeLink = lambda link: link if link.startswith(("#", "http")) else f"../{link}"
    templates = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True)
    tokens, lines = list[Token](), text.split("\n")
    for token in markdown.parse(text):
        tokens.append(token)
        if example := _example(token, lines):
            token.content = example.source
            seen = templates.get_template("pictures.html.j2").render(pictures=shown.get(example.line, ()))
            tokens.append(Token("html_block", "", 0, content=seen))
    body = markdown.renderer.render(tokens, markdown.options, {})
    return templates.get_template("manual.html.j2").render(body=body)


def _slug(title: str) -> str:
    """Return the id of a heading as GitHub has it."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def made(text: str, root: Path) -> str:
    """Make the manual in an empty folder.

    Raises:
        ContentError: an example is wrong.
    """
    found = examples(text)
    ready = course(lay(root, found))
    return page(text, {example.line: list(pictures(ready, example)) for example in found})


def main() -> None:
    """Make the manual, or say what is wrong with its examples."""
    with TemporaryDirectory() as folder:
        try:
            html = made(TEXT.read_text("utf-8"), Path(folder).resolve())
        except ContentError as error:
            sys.exit("\n".join(f"{one.span}: {one.message}; {one.help}" for one in error.problems))
    out = ROOT / "build" / "manual.html"
    out.write_text(html, "utf-8")
    sys.stdout.write(f"{out.relative_to(ROOT)}: {len(html.encode()) / 2**20:.1f} MiB\n")


if __name__ == "__main__":
    main()
