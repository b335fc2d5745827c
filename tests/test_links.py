"""A link to another file of the course leads to its unit, to a heading of it to the section; others are words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import read, ready
from coursepack.problem import Severity
from coursepack.render.handout.markup import handout
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROSE = """\
## Springs

[Later](02-sea.md#waves), [next](./02-sea.md), [the site](../units/02-sea.html), [here](#springs), [lost](09-lost.md).

A [named one][far].

[far]: https://example.org/far
"""


def test_it_names_what_it_leads_to(unit: Callable[..., Path]) -> None:
    made = ready(lay(unit))
    html = handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates).html
    assert 'Later (<a href="#waves">Section\u00a02.1</a>)' in html
    assert 'next (<a href="#sea">Unit\u00a02</a>), the site (<a href="#sea">Unit\u00a02</a>)' in html
    assert 'here (<a href="#springs">Section\u00a01.1</a>), lost.' in html


def test_slides_name_it_too(unit: Callable[..., Path]) -> None:
    made = ready(lay(unit, "## Springs\n\n- [Later](02-sea.md#waves)\n"))
    assert "<li>Later (Section\u00a02.1)</li>" in script(made.pack, made.design.templates).markup


def test_a_page_that_the_course_has_not_is_said(unit: Callable[..., Path]) -> None:
    (problem,) = (one for one in read(lay(unit)).problems if one.severity is not Severity.NOTE)
    assert (problem.code, problem.severity) == ("link-outside", Severity.WARNING)


def test_addresses_for_all_texts_stand_in_a_file_of_their_own(unit: Callable[..., Path]) -> None:
    root = lay(unit, "## Springs\n\n::: note\nA [named one][all].\n:::\n")
    (root / "links.md").write_text("[all]: https://example.org/all\n", "utf-8")
    made = ready(root)
    html = handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates).html
    assert 'href="https://example.org/all"' in html


def lay(unit: Callable[..., Path], prose: str = PROSE) -> Path:
    root = unit(prose)
    (root / "units" / "02-sea.md").write_text("---\nid: sea\ntitle: Sea\n---\n\n## Waves\n\nThey roll.\n", "utf-8")
    file = root / "course.yaml"
    file.write_text(file.read_text("utf-8").replace("units/01-water.md", "units/01-water.md, units/02-sea.md"), "utf-8")
    return root
