"""One verdict: a course is judged once, and what `check` says every output says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import Ready, read
from coursepack.cli import main
from coursepack.judge import verdict as module
from coursepack.judge.remainder import remainder
from coursepack.judge.verdict import verdict
from coursepack.pack import Copy
from coursepack.problem import ContentError, Problem, Span
from coursepack.run import inputs, store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

HEAD = """\
---
id: {name}
title: The unit called {name}
question: What is it about?
minutes: 45
objectives:
  - find what is wrong
---

## The section of {name}

{body}
"""


def fence(kind: str, fields: str) -> str:
    return f"```{{{kind}}}\n{fields.strip()}\n```\n"


CHART = "id: {}\nkind: pie\ndata: data/{}.csv\nx: name\ny: {}\nunit: u\ntitle: T\nalt: A"
# Each has a unit of its own; the code of what is to be said of it.
MISTAKES: dict[str, str] = {
    "yaml-syntax": fence("callout", "kind: task\nbody: it is: wrong"),
    "unknown-field": fence("callout", "kind: task\nbody: Words.\ncolour: red"),
    "missing-field": fence("figure", "id: no-src\nalt: A\ntitle: A picture, as [@nobody] has it"),
    "unknown-citation": "",  # in the figure that has a mistake already
    "unknown-reference": "See @chart:nowhere.\n",
    "unknown-term": 'A [word]{.term of="nobody"}.\n',
    "missing-file": fence("figure", "id: gone\nsrc: media/gone.png\ntitle: Gone\nalt: Nothing"),
    "bad-picture": fence("figure", "id: torn\nsrc: media/torn.png\ntitle: Torn\nalt: Nothing"),
    "no-glyph": "ꦏ ꦒ ꦕ and ꦗ, again ꦏ ꦒ.\n",
    "bad-equation": r"It is $\nothing{x}$." + "\n",
    "unknown-language": fence("code", "language: pythn\ncode: print(1)"),
    "wide-code": fence("code", f"language: python\ncode: |\n  print({'1' * 120})"),
    "too-many-series": fence("chart", CHART.format("two", "good", "[a, b]")),
    "chart-limit": fence("chart", CHART.format("low", "low", "a")),
    "not-a-number": fence("chart", CHART.format("words", "bad", "a")),
    "wide-diagram": fence(
        "diagram",
        "id: broad\ntitle: Broad\ndirection: down\nalt: A row\nnodes:\n"
        + "\n".join(f"  n{number}: a box with some long words" for number in range(40))
        + "\nedges:\n"
        + "\n".join(f"  - n0 -> n{number + 1}" for number in range(39)),
    ),
    "title-too-long": fence("slide", f"title: {'A title that goes on and on, ' * 12}\npoints: [one]\nnotes: Said."),
    "word-too-wide": fence("slide", f"title: A word\npoints: [{'long' * 60}]\nnotes: Said."),
    "no-key": fence("multiple-choice", "id: ex-none\ntext: Which?\noptions:\n  - {text: this}\n  - {text: that}"),
    "equal-options": fence(
        "multiple-choice", "id: ex-same\ntext: Which?\noptions:\n  - {text: this, right: true}\n  - {text: this}"
    ),
    "stray-gap": "Fill [this]{.gap} in.\n",
    "template": "",  # a view of the course's own
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000100000001008020000009091683600000017")


# One that reading finds, one of what is drawn, one of the deck: with that of the view, one of each stage.
FEW = ("unknown-reference", "no-glyph", "wide-diagram", "title-too-long")


@pytest.fixture
def root(course: Callable[..., Path]) -> Path:
    """A course with a mistake of each kind, each in a unit of its own, and one in a view."""
    return wrong(course, MISTAKES)


def wrong(course: Callable[..., Path], mistakes: Iterable[str]) -> Path:
    units = {f"units/{number:02}-{code}.md": (code, MISTAKES[code]) for number, code in enumerate(mistakes, 1)}
    listed = "".join(f"  - {path}\n" for path, (_, body) in units.items() if body)
    made = course(
        {
            "course.yaml": f"title: Rivers\nlanguage: en\nslides: written\nunits:\n{listed}",
            **{path: HEAD.format(name=code, body=body) for path, (code, body) in units.items() if body},
            "media/good.svg": SVG,
            "data/good.csv": "name,a,b\nx,1,2\ny,2,3\n",
            "data/low.csv": "name,a\nx,1\ny,-2\n",
            "data/bad.csv": "name,a\nx,1\ny,many\n",
            "templates/parts/cover.html.j2": "{{ nothing }}",
        }
    )
    (made / "media/torn.png").write_bytes(PNG)
    return made


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Run a command that finds mistakes, and return what it says of them."""
    assert main(arguments) == 1
    return capsys.readouterr().err.replace(": nothing was written", "").rstrip().split("\n\n")


def code(problem: str) -> str:
    return problem.partition("[")[2].partition("]")[0]


def test_one_run_of_check_finds_all_kinds_of_mistakes_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = said(["check", str(root)], capsys)
    codes = [code(problem) for problem in found[:-1] if problem.startswith("error")]
    assert set(MISTAKES) - set(codes) == set()
    assert set(codes) - set(MISTAKES) == set()
    assert len(codes) == len(MISTAKES), [one for one in codes if codes.count(one) > 1]
    assert found[-1] == f"{len(MISTAKES)} errors"


def test_every_output_says_what_check_says(
    course: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = wrong(course, FEW)
    expected = said(["check", str(root)], capsys)
    assert {code(problem) for problem in expected if problem.startswith("error")} == {*FEW, "template"}
    for output, *unit in (["pdf"], ["slides"], ["variants"], ["pdf", "--unit", "2"]):
        assert said([output, str(root), *unit, "-o", str(tmp_path / "out")], capsys) == expected
    assert not (tmp_path / "out").exists()


def test_letters_of_one_script_are_one_problem_with_the_number_of_places(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = [problem for problem in said(["check", str(root)], capsys) if code(problem) == "no-glyph"]
    assert "`ꦏ` (U+A98F JAVANESE LETTER KA) and 3 other letters of its script have no glyph" in found
    assert "3 places" in found


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("A &#xa98f; written as an entity.\n", "units/01-water.md:"),
        (fence("callout", 'kind: task\nbody: "A \\ua98f"'), "units/01-water.md:"),
        (fence("figure", "id: drawn\nsrc: media/drawn.svg\ntitle: Drawn\nalt: A"), "media/drawn.svg:2:"),
    ],
    ids=["entity", "escape", "drawing"],
)
def test_check_finds_characters_that_no_text_file_has(
    unit: Callable[..., Path], capsys: pytest.CaptureFixture[str], written: str, place: str
) -> None:
    drawn = SVG.replace("<path", "\n<text>ꦏ</text><path")
    root = unit(f"## S\n\n{written}", {"media/drawn.svg": drawn})
    found = [problem for problem in said(["check", str(root)], capsys) if code(problem) == "no-glyph"]
    assert len(found) == 1
    assert f"--> {root}/{place}" in found[0]


def test_what_only_students_see_is_judged_too(unit: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    body = fence("slide", f"title: A word\nfor: student\npoints: [{'long' * 60}]\nnotes: Said.")
    found = said(["check", str(unit(f"## S\n\n{body}"))], capsys)
    assert [code(problem) for problem in found[:-1]] == ["word-too-wide"]


def test_what_is_missing_has_no_mistakes_of_its_own(
    unit: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither two blocks without ids, nor a picture that nobody has named."""
    body = (
        fence("figure", "title: One\nalt: A")
        + "\n"
        + fence("figure", "title: Two\nalt: A, [@nobody]\nsource: '[@nobody]'")
    )
    found = said(["check", str(unit(f"## S\n\n{body}"))], capsys)
    assert sorted(code(problem) for problem in found[:-1]) == [*["missing-field"] * 2, "unknown-citation"]


def test_front_matter_with_mistakes_does_not_hide_the_blocks_below(
    course: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    text = HEAD.format(name="x", body="See @chart:nowhere.\n").replace("minutes: 45", "minutes: long\nobjectivs: []")
    found = said(["check", str(course({"units/01-water.md": text}))], capsys)
    assert sorted(code(problem) for problem in found[:-1]) == ["unknown-field", "unknown-reference", "wrong-type"]


def test_a_character_that_may_not_be_there_is_said_once(
    unit: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    found = said(["check", str(unit("## S\n\nA \x07 bell.\n"))], capsys)
    assert [code(problem) for problem in found[:-1]] == ["unprintable"]


def test_prose_with_a_mistake_is_left_out_and_not_the_block_before_it(unit: Callable[..., Path]) -> None:
    drawn = fence("diagram", "id: d\ntitle: D\nalt: D\nnodes: {a: b, c: d}\nedges: [a -> c]")
    left = remainder(read(unit(f"## S\n\nOne.\n\n{drawn}\n\n$\\frac$\n")))
    assert left
    blocks = [block for part in left.course.units for block in part.blocks()]
    assert [(block.kind_name(), block.span.line) for block in blocks] == [("text", 11), ("diagram", 13)]


def test_who_makes_something_of_a_course_gets_what_was_judged(
    course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its deck and its markup are kept for that course alone: another one's would be made anew."""
    judged = list[Ready]()
    monkeypatch.setattr(module, "STAGES", (lambda one: judged.append(one) or (),))
    made = verdict(course(), Copy("teacher"), lambda _: {"springs": 7})
    (one,) = judged
    assert made is one
    assert made.printed == {"springs": 7}


def test_a_sound_course_is_judged_once_until_anything_changes_that_it_comes_of(
    course: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged, root = list[object](), course()
    monkeypatch.setattr(module, "STAGES", (lambda one: judged.append(one) or (),))

    def times() -> int:
        """Count the judgements of three runs."""
        before = len(judged)
        with store.within(tmp_path / "store"):
            for copy in (Copy(), Copy("teacher"), Copy()):
                assert verdict(root, copy).pack.copy == copy
        return len(judged) - before

    assert times() == 1
    (root / "units/01-water.md").write_text((root / "units/01-water.md").read_text() + "\nOne more.\n")
    assert times() == 1
    monkeypatch.setattr(inputs, "installed", lambda: "another version")
    assert times() == 1
    with store.within(tmp_path / "store"):
        verdict(root, paper="letter")
        verdict(root, printed=lambda _: {"springs": 7})
    assert len(judged) == 5


def test_what_is_right_beside_a_mistake_is_judged_with_the_pages_that_are_known(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deck that says pages is told the same of, whatever else is wrong."""
    judged: list[Ready] = []
    monkeypatch.setattr(module, "STAGES", (lambda one: judged.append(one) or (),))
    with pytest.raises(ContentError):
        verdict(root, printed=lambda _: {"springs": 7})
    assert [one.printed for one in judged] == [{"springs": 7}]


HIDDEN = [".more.j2", *(pytest.param(name, marks=pytest.mark.thorough) for name in ("more.pyc", "__pycache__/more.j2"))]


@pytest.mark.parametrize("name", HIDDEN)
def test_a_file_with_a_hidden_name_hides_no_mistake(course: Callable[..., Path], tmp_path: Path, name: str) -> None:
    root = course({"templates/parts/cover.html.j2": f"{{% include 'parts/{name}' %}}", f"templates/parts/{name}": "A"})
    with store.within(tmp_path / "store"):
        verdict(root)
        (root / "templates/parts" / name).write_text("{{ nothing }}")
        with pytest.raises(ContentError):
            verdict(root)


def test_a_mistake_that_was_mended_while_the_course_was_judged_is_found_when_it_is_back(
    course: Callable[..., Path], tmp_path: Path
) -> None:
    root = course({"templates/parts/cover.html.j2": "{{ nothing }}"})
    view = root / "templates/parts/cover.html.j2"
    bad = view.read_text("utf-8")
    with store.within(tmp_path / "store"):
        found = read(root)
        view.write_text("Right", "utf-8")
        # Views are read when they are rendered.
        module.judged(found)
        view.write_text(bad, "utf-8")
        with pytest.raises(ContentError):
            verdict(root)


def test_a_course_with_mistakes_is_judged_each_time(
    course: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = course()
    monkeypatch.setattr(module, "STAGES", (lambda _: [Problem(Span("here"), "bad", "this is bad", "Mend it")],))
    with store.within(tmp_path / "store"):
        for _ in range(2):
            with pytest.raises(ContentError):
                verdict(root)
