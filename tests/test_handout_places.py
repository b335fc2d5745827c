"""What stands where on printed pages of small courses: works, points, plans, what goes over to the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.press.laid import read
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_works_may_be_listed_after_each_unit_that_cites_them(tmp_path: Path) -> None:
    cited = {"none.md": "Nothing.", "one.md": "One [@law].", "two.md": "Two [@law; @spring]."}
    for name, said in cited.items():
        (tmp_path / name).write_text(f"---\ntitle: T\n---\n\n## S\n\n{said}\n")
    (tmp_path / "course.yaml").write_text(f"title: Rivers\nunits: [{', '.join(cited)}]\nworks: unit\n")
    (tmp_path / "references.yaml").write_text(
        "- {id: law, type: treaty, title: Convention on rivers}\n- {id: spring, type: book, title: Where they rise}\n"
    )
    made = ready(tmp_path)
    whole, alone = (pdf.make(made, unit, "a4") for unit in (None, made.pack.units[1]))
    assert (whole.notices, alone.notices) == ((), ())
    read = Reading(whole.data)
    assert {link.name for link in read.links if not link.address} <= read.places.keys()
    pages = [page.text for page in read.pages]
    units = [number for number, text in enumerate(pages) if "WORKS CITED" in text]
    assert [("Convention on" in pages[number], "Where they" in pages[number]) for number in units] == [
        (True, False),
        (True, True),
    ]
    assert "Works cited" not in "".join(pages)
    assert sum("WORKS CITED" in page.text for page in Reading(alone.data).pages) == 1


# What is left of a page after so many lines: room for all that ends a unit, for its summary alone, for neither.
ENDS = {16: (0, 0), 24: (1, 0), 32: (0, 0)}


@pytest.mark.parametrize("lines", ENDS)
def test_points_head_a_page_where_its_rest_is_ruled(course: Callable[..., Path], lines: int) -> None:
    """Where it isn't ruled they stay with the summary: a few lines would be alone on a page."""
    head = "---\nid: water\ntitle: Water\nsummary:\n  points: [One thing., Another., A third.]\n---\n\n# Water\n\n"
    task = "```{true-false}\nid: t\ntext: It runs.\nanswer: true\n```\n"
    root = course({"units/01-water.md": f"{head}{lines * f'Water runs downhill.{chr(10) * 2}'}{task}"})
    for more, apart in zip(("", "notes-page: false\n"), ENDS[lines], strict=True):
        with (root / "course.yaml").open("a") as file:
            file.write(more)
        made = ready(root)
        pages = [page.text for page in Reading(pdf.make(made, made.pack.units[0], "a4").data).pages]
        ends = [next(at for at, text in enumerate(pages) if words in text) for words in ("WHAT TO KEEP", "POINTS OF")]
        assert ends[1] - ends[0] == apart


@pytest.mark.parametrize(("lines", "before"), [(10, 10), (14, 6), (17, 9)])
def test_a_few_lines_to_write_on_are_not_alone_over_the_leaf(
    unit: Callable[..., Path], lines: int, before: int
) -> None:
    task = f"```{{short-answer}}\nid: t\ntext: Why does it run?\nspace: {{lines: {lines}}}\nmodel: It does.\n```\n"
    made = ready(unit(f"## Springs\n\n{24 * f'Water runs downhill.{chr(10) * 2}'}{task}"))
    pages = read(pdf.make(made, made.pack.units[0], "a4").data).pages
    (page,) = [page for page in pages if any("Water runs" in line.words for line in page.said)]
    assert len(page.rows) == before


def test_what_alone_leads_to_a_long_table_below_a_heading_goes_over_with_it(course: Callable[..., Path]) -> None:
    rows = "".join(f"  - [row {row}, it is said]\n" for row in range(12))
    table = f"```{{table}}\nid: t0\ntitle: T\ncolumns: [A, B]\nrows:\n{rows}```\n"
    body = f"# W\n\n## S\n\n- Water.\n\n## T\n\nThe table says it.\n\n{table}"
    units = {
        f"units/{filled}.md": body.replace("- Water.\n", "- Water.\n" * filled).replace("t0", f"t{filled}")
        for filled in (27, 28, 29)
    }
    listed = f"title: Rivers\nunits: [{', '.join(units)}]\n"
    pages = read(pdf.make(ready(course({"course.yaml": listed, **units})), None, "a4").data).pages
    said = [{line.words.strip() for line in page.said} for page in pages]
    ends = ["The table says it." in one for one in said]
    assert sum(ends) == len(units)
    assert ends == ["row 0" in one for one in said]


def test_words_of_a_short_step_are_whole(course: Callable[..., Path]) -> None:
    steps = [("Welcome", "Registration and announcements", 2), ("Read", "Section 1.1", 86), ("End", "Homework", 2)]
    plan = ", ".join(f"{{do: {do}, what: {what}, minutes: {minutes}}}" for do, what, minutes in steps)
    root = course({"units/01-water.md": f"---\nopener: page\nplan: [{plan}]\n---\n# Water\n\n## Springs\n\nWater.\n"})
    made = ready(root)
    text = Reading(pdf.make(made, made.pack.units[0], "a4").data).pages[0].text
    assert {"Welcome", "Registration", "announcements", "Homework"} <= set(text.split())


@pytest.mark.parametrize("aims", [3, 22])
def test_the_plan_stands_at_the_foot_of_an_opener_below_all_else(course: Callable[..., Path], aims: int) -> None:
    """So many aims and the plan are longer than the page: white is left out."""
    head = f"opener: page\nobjectives: [{', '.join(['say it'] * aims)}]\nplan: [{{do: Read, what: All, minutes: 9}}]"
    made = ready(course({"units/01-water.md": f"---\n{head}\n---\n# Water\n\n## Springs\n\nWater.\n"}))
    page = read(pdf.make(made, made.pack.units[0], "a4").data).pages[0]
    aim = min(line.box.bottom for line in page.said if "say it" in line.words)
    plan = next(line for line in page.said if "Read" in line.words).box
    assert plan.top < aim
    assert 32.9 * 72 / 25.4 < plan.bottom < 50 * 72 / 25.4


def test_a_question_among_words_keeps_what_is_to_be_ticked_for_it(course: Callable[..., Path]) -> None:
    """Of four lines that meet a page's end the last stood overleaf."""
    listed = "1. Where does it begin?\n   - [ ] at a spring\n   - [ ] in a cloud\n   - [ ] at sea\n"
    text = "# Water\n\n" + "It runs.\n\n" * 36 + listed
    files = {"course.yaml": "title: R\nunits: [a.md]\n", "a.md": text}
    pages = [page.text for page in Reading(pdf.make(ready(course(files)), None, "a4").data).pages]
    (whole,) = (text for text in pages if "at sea" in text)
    assert "Where does it begin?" in whole
