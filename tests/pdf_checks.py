"""What holds for every handout, the golden course's and the flagship's: each check returns what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

from coursepack.load.markdown import slug
from coursepack.render.look.theme import font_path
from reading import MM, Box, contents, headings, sides, squeezed

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import Pack
    from coursepack.render.look.theme import Paper, Theme
    from reading import Reading

# What begins a line and hangs in the margin, and how far at most (pt).
QUOTES, HANG = ("\u201c", "\u2018", "\u00ab", "\u201e"), 8.0


def misplaced_headings(reading: Reading, pack: Pack) -> list[str]:
    """Name the headings that are not on the page that the contents say."""
    said = dict(contents(reading, pack.units[0].front.id))
    wrong = []
    for anchor, words in headings(pack):
        number = said.get(anchor, 0)
        if not number or not reading.pages[number - 1].find(words):
            wrong.append(f"{words}: the contents say page {number}")
    return wrong


def wrong_numbers(reading: Reading, pack: Pack) -> list[str]:
    """Name the rows of the contents whose number is not the page that they lead to."""
    rows = list(contents(reading, pack.units[0].front.id))
    assert rows
    return [f"{name}: {number}" for name, number in rows if number != reading.places.get(name, (0, 0))[0]]


def lost_links(reading: Reading, ready: Ready) -> list[str]:
    """Name the internal links whose target is nowhere, or not the thing that they name."""
    internal = [link for link in reading.links if not link.address]
    assert internal
    wrong = []
    for link in internal:
        page = reading.places.get(link.name, (0, 0.0))[0]
        words = _expected(link.name, ready.pack)
        if not page or not any(reading.pages[page - 1].find(text) for text in words):
            wrong.append(f"page {link.page}: {link.name} leads to page {page}, looked for {words}")
    return wrong


def _expected(name: str, pack: Pack) -> list[str]:
    """Return what may stand at an anchor; one of them must."""
    if name in pack.targets:
        target = pack.targets[name]
        return [target.title.plain() if target.title else target.name]
    work = next((work for key, work in pack.works.items() if name == f"w-{slug(key)}"), None)
    if work:
        item = next(item for item in pack.course.references if item["id"] == work.key)
        return [str(item[field]) for field in ("title", "title-short", "number") if field in item]
    if name.startswith("t-"):
        return [pack.course.glossary[name.removeprefix("t-")].term]
    if name.startswith(("ix-", "ic-")):
        return [find for entry in pack.course.index for find in entry.find]
    return [pack.labels[name]] if name in pack.labels else []


def stray_text(reading: Reading, paper: Paper) -> list[str]:
    """Name the pages with text at the inner side, beyond the outer margin, or near the upper and lower edge.

    A quotation mark hangs in the margin.
    """
    wrong = []
    for number, page in enumerate(reading.pages, 1):
        whole, _ = sides(paper, number)
        for run in page.runs:
            hangs = HANG if page.inside(run).startswith(QUOTES) else 0
            high = Box(whole.left - hangs, 8 * MM, whole.right, paper.height * MM - 8 * MM)
            if not run.within(high):
                wrong.append(f"page {number}: {page.inside(run)!r} at {run}")
    return wrong


def crossing_text(reading: Reading) -> list[str]:
    """Name the pages where one run of text lies on another."""
    wrong = []
    for number, page in enumerate(reading.pages, 1):
        runs = sorted(page.runs, key=lambda run: -run.top)
        for index, run in enumerate(runs):
            for other in runs[index + 1 :]:
                if other.top < run.bottom:
                    break
                if run.meets(other, 2.5):
                    wrong.append(f"page {number}: {page.inside(run)!r} and {page.inside(other)!r}")
    return wrong


def lost_notes(reading: Reading, pack: Pack, paper: Paper) -> list[str]:
    """Name the explanations that are not in the outer margin of their term's page, or lie on something drawn."""
    assert pack.explained
    wrong = []
    for name in pack.explained.values():
        entry = pack.course.glossary[name]
        number, _ = reading.places[f"t-{name}"]
        page, margin = reading.pages[number - 1], sides(paper, number)[1]
        note = page.find(entry.term + entry.definition.plain(), margin)
        # The rule above a note is drawn inside the margin; what is wide is not.
        wide = [drawing for drawing in page.drawings if not drawing.within(margin)]
        if note is None:
            wrong.append(f"{name} is not in the outer margin of page {number}")
        elif any(note.meets(drawing) for drawing in wide):
            wrong.append(f"{name} lies on a drawing of page {number}")
    return wrong


def foreign_fonts(reading: Reading, theme: Theme) -> list[str]:
    """Name the fonts that are not in the file, or not faces of the theme."""
    fonts = list(reading.fonts())
    assert fonts
    families = {face.family for face in theme.faces} | {_family(face.file) for face in theme.faces}
    known = {squeezed(family).replace("-", "") for family in families}
    return [name for name, embedded in fonts if not embedded or name.partition("+")[2].split("-")[0] not in known]


def _family(file: str) -> str:
    return str(TTFont(font_path(file))["name"].getBestFamilyName())


def bookmark_mistakes(reading: Reading, pack: Pack) -> list[str]:
    """Name the headings of units and sections that have no bookmark on their page."""
    marks = [(words, page) for _, words, page in reading.bookmarks()]
    return [
        words
        for anchor, words in headings(pack)
        if not any(said.endswith(words) and page == reading.places[anchor][0] for said, page in marks)
    ]
