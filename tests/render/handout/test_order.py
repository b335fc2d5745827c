"""A handout of pieces: the same bytes whatever was kept, right numbers, and nothing laid out that need not be."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from random import Random
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from page import validate_pdf_bytes

from casefile import COURSE, lay
from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.problem import ContentError
from coursepack.render.handout.bench import Bench, Laid, Wanted
from coursepack.render.handout.cutting import Chunk
from coursepack.render.handout.order import Order
from coursepack.render.handout.piece import Piece
from coursepack.run import store
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


HEAD = (
    "---\nid: {id}\ntitle: {title}\nquestion: Why?\nobjectives: [say why]\n---\n\n## Start {{#start-{id}}}\n\n{body}\n"
)
TABLE = "```{{table}}\nid: ties-{id}\ntitle: T\ncolumns: [a, b]\nrows:\n  - [c, d]\n```\n"
# Pages more: pictures nearly as high as a page are laid out sooner than words.
PICTURE = "```{{figure}}\nid: {}\nsrc: media/tall.svg\ntitle: T\nalt: x\n```\n"
LONG = {name: "\n".join(PICTURE.format(f"{name}-{at}") for at in range(4)) for name in ("dew", "sea", "ice")}
TALL = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="170"><path d="M0 0H9V9z"/></svg>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="9"><path d="M0 0H9V9z"/></svg>'
NAMES = ("dew", "sea", "ice")


def text(name: str, body: str) -> str:
    return HEAD.format(id=name, title=name.capitalize(), body=body)


def files(**bodies: str) -> dict[str, Any]:
    """Three units that refer to each other, a term, a list of works that is empty, and an index."""
    units = {
        f"units/0{place}-{name}.md": text(name, bodies.get(name, BODY[name])) for place, name in enumerate(NAMES, 1)
    }
    listed = ", ".join(units)
    return {
        "course.yaml": f"title: Water\nlanguage: en\nunits: [{listed}]\n",
        "media/tall.svg": TALL,
        "glossary.yaml": "- term: spring\n  definition: where a river begins\n",
        "index.yaml": "- entry: spring\n  find: [spring]\n- entry: glacier\n  find: [glacier]\n",
        **units,
    }


BODY = {
    "dew": f"A spring is not a glacier[^a]. See @section:start-ice.\n\n[^a]: Nor a dew.\n\n{TABLE.format(id='dew')}",
    "sea": f"No spring.\n\n{TABLE.format(id='sea')}",
    "ice": "A glacier is no [spring]{.term}, and see @table:ties-dew.",
}


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is laid out, by the first heading in it."""
    found: list[str] = []
    original = Bench.laid

    def laid_out(self: Bench, wanted: Wanted, first: int) -> Laid:
        found.append(wanted.source.rpartition("<body")[2][:60])
        return original(self, wanted, first)

    monkeypatch.setattr(Bench, "laid", laid_out)
    return found


def printed(root: Path) -> bytes:
    """Print a course of what was laid out before, in other tests too."""
    return pdf.make(ready(root), None, "a4").data


def kept(root: Path, cache: Path | None = None) -> bytes:
    """Print a course of what is in a cache; from nothing, if none is named."""
    with store.within(cache):
        return printed(root)


def words(data: bytes) -> list[str]:
    return [page.text for page in Reading(data).pages]


def opens(pages: list[str], unit: int = 3) -> int:
    """Return the page that opens a unit."""
    return [number for number, page in enumerate(pages, 1) if "Why?" in page][unit - 1]


def contents(pages: list[str]) -> str:
    """Return the contents, without blanks."""
    return "".join(next(page for page in pages if "Contents" in page and "Ice" in page).split())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Path]:
    """The pages from nothing, and the cache that is left of them."""
    folder = tmp_path_factory.mktemp("first")
    return kept(lay(folder / "course", COURSE, files()), folder / "cache"), folder / "cache"


@pytest.fixture
def cache(first: tuple[bytes, Path], tmp_path: Path) -> Path:
    """A cache that holds the first pages."""
    return copytree(first[1], tmp_path / "cache")


def test_after_any_edits_the_bytes_are_those_from_nothing(
    course: Callable[..., Path], first: tuple[bytes, Path], cache: Path
) -> None:
    """A longer unit moves what refers to it and what it refers to; a comma moves nothing; what was is known again."""
    longer = f"{BODY['dew']}\n\n{LONG['dew']}"
    for edits in ({"dew": longer}, {"dew": longer, "ice": f"{BODY['ice']}\n\nA comma, more.\n"}):
        root = course(files(**edits))
        assert kept(root, cache) == kept(root)
    assert kept(course(files()), cache) == first[0]


@pytest.mark.thorough
def test_after_edits_at_random_the_bytes_are_those_from_nothing(course: Callable[..., Path], tmp_path: Path) -> None:
    chance, cache = Random(4), tmp_path / "cache"  # noqa: S311 the same edits each time
    bodies = dict(BODY)
    for _ in range(9):
        name = chance.choice(NAMES)
        bodies[name] = chance.choice(
            [BODY[name], f"{BODY[name]}\n\n{LONG[name]}", f"{bodies[name]}\n\nA comma, more.\n"]
        )
        root = course(files(**bodies))
        assert kept(root, cache) == kept(root)


def test_what_is_damaged_is_laid_out_again(course: Callable[..., Path], first: tuple[bytes, Path], cache: Path) -> None:
    for path in list(cache.iterdir())[::2]:
        path.write_bytes(path.read_bytes()[:-9])
    assert kept(course(files()), cache) == first[0]


def test_a_comma_lays_out_its_unit_alone(course: Callable[..., Path], cache: Path, laid: list[str]) -> None:
    kept(course(files(sea=BODY["sea"].replace("No", "No,"))), cache)
    assert len(laid) == 1
    assert "data-head" in laid[0]
    laid.clear()
    kept(course(files(sea=BODY["sea"].replace("No", "No,"))), cache)
    assert laid == []


def test_numbers_follow_what_moves(course: Callable[..., Path]) -> None:
    for sea in (BODY["sea"], f"{BODY['sea']}\n\n{LONG['sea']}", BODY["sea"]):
        pages = words(printed(course(files(sea=sea))))
        assert f"{opens(pages)}3Ice" in contents(pages)
        explained = next(number for number, page in enumerate(pages, 1) if "where a river begins" in page)
        opener = next(page for page in pages if "KEY TERMS" in page.upper())
        assert f"spring p. {explained}" in " ".join(opener.split())


def test_there_is_one_structure_and_every_link_leads_somewhere(course: Callable[..., Path]) -> None:
    data = printed(course(files()))
    assert validate_pdf_bytes(data, profile="ua1").is_compliant
    file = pikepdf.open(BytesIO(data))
    dests = {str(name) for name in list(file.Root.Names.Dests.Names)[::2]}
    leads = [str(link.Dest) for page in file.pages for link in page.get("/Annots", ()) if "/Dest" in link]
    assert {"ties-dew", "start-ice"} <= set(leads) <= dests
    named = [
        str(one.ID) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/ID" in one and "/S" in one
    ]
    # A note each; cells are headed by what scope their heads have, and not by name.
    assert len(named) == 2 == len(set(named))
    faces = Counter(
        str(one.BaseFont) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one
    )
    assert set(faces.values()) == {1}
    keys = list(file.Root.StructTreeRoot.ParentTree.Nums)[::2]
    assert [page.StructParents for page in file.pages] == sorted({page.StructParents for page in file.pages})
    assert keys == list(range(len(keys)))


def test_words_that_look_like_references_stay_words(course: Callable[..., Path]) -> None:
    files_with = files(sea="```{figure}\nid: f\nsrc: media/a.svg\ntitle: T\nalt: 7 0 R (and 8 0 R\n```\n")
    data = printed(course({**files_with, "media/a.svg": SVG.format(9)}))
    file = pikepdf.open(BytesIO(data))
    figures = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
    assert "7 0 R (and 8 0 R" in {str(one.Alt) for one in figures if "/Alt" in one}


def test_a_picture_that_changed_under_its_name_is_printed_anew(unit: Callable[..., Path], tmp_path: Path) -> None:
    body = "```{figure}\nid: f\nsrc: media/a.svg\ntitle: T\nalt: x\n```\n"
    before = kept(unit(f"## S\n\n{body}", {"media/a.svg": SVG.format(9)}), tmp_path / "cache")
    root = unit(f"## S\n\n{body}", {"media/a.svg": SVG.format(200)})
    assert before != kept(root, tmp_path / "cache") == kept(root)


# Which rules do is shown rule by rule in `test_cutting.py`.
STRING = ".unit h1::after { content: string(other) }"


@pytest.mark.parametrize(
    "rule", [".unit { counter-increment: unit }", pytest.param(STRING, marks=pytest.mark.thorough)]
)
def test_a_style_that_counts_over_all_units_has_one_piece(
    course: Callable[..., Path], laid: list[str], rule: str
) -> None:
    data = kept(course({**files(), "templates/theme.css.j2": rule}))
    # The whole, until it is known what is far, and again; and the index.
    assert len(laid) == 3
    assert f"{opens(words(data))}3Ice" in contents(words(data))


@pytest.mark.parametrize("theme", [pytest.param("compact", marks=pytest.mark.thorough), "large"])
def test_themes_begin_units_as_they_will(course: Callable[..., Path], theme: str) -> None:
    made = files()
    made["course.yaml"] += f"theme: {theme}\n"
    pages = words(printed(course(made)))
    begins = [opens(pages, unit) for unit in (1, 2)]
    assert (theme == "compact") is (begins[1] == begins[0] + 1)


def test_a_text_says_the_page_of_what_is_on_another_opening(course: Callable[..., Path]) -> None:
    near = "See @table:ties-sea, and (see @table:ties-sea, @section:start-ice); [there](03-ice.md).\n\n"
    pages = words(printed(course(files(sea=f"{near}{BODY['sea']}"))))
    ice = opens(pages) + 1
    (text,) = [page for page in pages if "See Table" in page]
    said = f"See Table 2.1, and (see Table 2.1, Section 3.1, p. {ice}); there (Unit 3)."
    assert opens(pages) == pages.index(text) + 2
    assert said in " ".join(text.split()).replace("\u00a0", " ")


def test_a_unit_alone_says_pages_of_its_own(unit: Callable[..., Path]) -> None:
    made = ready(
        unit(f"## S\n\nSee @table:ties-t.\n\n{LONG['sea']}\n\n{TABLE.format(id='t')}", {"media/tall.svg": TALL})
    )
    pages = words(pdf.make(made, made.pack.units[0], "a4").data)
    there = next(number for number, page in enumerate(pages, 1) if "Table 1.1 T" in " ".join(page.split()))
    assert f"See Table 1.1 (p. {there})." in " ".join("".join(pages).split()).replace("\u00a0", " ")


def test_what_leads_only_to_what_is_near_is_drawn(unit: Callable[..., Path]) -> None:
    made = ready(unit(f"## S\n\nSee @table:ties-t.\n\n{TABLE.format(id='t')}"))
    pages = words(pdf.make(made, made.pack.units[0], "a4").data)
    assert "See Table 1.1." in " ".join("".join(pages).split()).replace("\u00a0", " ")


class Moving:
    """Pages on which a table is near where its page is told, and far where it is not."""

    stamp = "moving"

    @staticmethod
    def told(wanted: Wanted, **_: object) -> Piece:
        return Piece(3, {"from-1": 0, "t": 0 if "p. " in wanted.html else 2}, (), {}, ())

    @staticmethod
    def drawn(wanted: Wanted, _first: int) -> Piece:
        return Moving.told(wanted)


def test_a_page_that_was_told_is_told_for_good() -> None:
    order = Order(Moving(), [Chunk("<html><body>", '<span id="from-1" data-far="#t"> (p. {page})</span><b id="t">')])  # type: ignore[arg-type]
    assert order.settle() == {"from-1": 1, "t": 1}


def test_the_index_is_written_once_from_the_numbers_that_stay() -> None:
    found: list[Mapping[str, int]] = []
    text = '<span id="from-1" data-far="#t"> (p. {page})</span><b id="t">'
    index = Chunk("<html><body>", "")
    order = Order(Moving(), [Chunk("<html><body>", text)], lambda pages: found.append(pages) or index)  # type: ignore[arg-type,func-returns-value]
    order.settle()
    assert found == [{"from-1": 1, "t": 1}]


class Mended:
    """A piece of which a figure is moved where it says no page."""

    stamp = "mended"

    def __init__(self) -> None:
        self.wanted: list[Wanted] = []

    def told(self, wanted: Wanted, **_: object) -> Piece:
        self.wanted.append(wanted)
        return Piece(3, {"from-1": 0, "t": 2}, (), {}, (), mended=(*wanted.mended, (9, "later")))

    def drawn(self, _wanted: Wanted, _first: int) -> Piece:
        return Piece(3, {}, (), {}, ())


def test_the_next_round_begins_with_what_was_mended() -> None:
    work, said = Mended(), '<span id="from-1" data-far="#t"> (p. {page})</span><b id="t">'
    Order(work, [Chunk("<html><body>", said), Chunk("<html><body>", "<p>")]).settle()  # type: ignore[arg-type]
    # What says no page of others is the same as before, and is not laid out anew.
    assert [wanted.mended for wanted in work.wanted if "<p>" in wanted.html] == [(), ()]
    assert [wanted.mended for wanted in work.wanted if 'id="t"' in wanted.html] == [(), ((9, "later"),)]


def test_numbers_that_never_settle_are_a_problem(unit: Callable[..., Path]) -> None:
    """The contents are two pages longer where the first unit is on page 3, and it then is on page 5."""
    rule = '.at[data-page="3"]::before { content: "3"; display: block; height: 230mm }'
    with pytest.raises(ContentError) as caught:
        printed(unit("## S\n\nNo spring.\n", {"templates/theme.css.j2": rule}))
    assert [problem.code for problem in caught.value.problems] == ["numbers"]
