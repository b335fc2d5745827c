"""What is judged of a course with mistakes: what is right in it, and all of a course without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import read
from coursepack.judge.remainder import remainder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Findings, Ready

    Write = Callable[..., Path]

CALLOUT = "```{callout}\nkind: note\nid: %s\nbody: %s\n```\n"
CHART = """```{chart}
id: %s
kind: pie
data: data/%s.csv
x: river
y: km
unit: km
title: T
alt: A
```
"""
RIVERS = "river,km\nRhine,1233\nElbe,1094\n"


def found(root: Path) -> tuple[Findings, Ready | None]:
    findings = read(root)
    return findings, remainder(findings)


def ids(ready: Ready | None) -> list[str]:
    assert ready
    return [block.id for part in ready.course.parts() for block in part.blocks() if block.id]


def codes(findings: Findings) -> set[str]:
    return {problem.code for problem in findings.problems}


def test_a_course_without_mistakes_is_judged_whole_with_its_answers(unit: Write) -> None:
    findings, left = found(unit("## Springs {#springs}\n\n" + CALLOUT % ("one", "Words.")))
    assert left
    assert left.course is findings.course
    assert left.pack.copy.edition == "teacher"


def test_a_block_with_a_mistake_is_left_out_and_its_neighbours_stay(unit: Write) -> None:
    wide = "```{code}\nid: wide\nlanguage: python\ncode: print(" + "1" * 200 + ")\n```\n"
    findings, left = found(unit(f"## A\n\n{CALLOUT % ('one', 'Words.')}\n{wide}\n{CALLOUT % ('two', 'More.')}"))
    assert codes(findings) == {"wide-code"}
    assert ids(left) == ["one", "two"]


def test_what_leads_nowhere_gets_stand_ins_and_its_block_stays(unit: Write) -> None:
    body = 'See @chart:nowhere, [@nobody] and the [word]{.term of="lost"}.'
    findings, left = found(unit(f"## A\n\n{CALLOUT % ('one', body)}"))
    assert codes(findings) == {"unknown-reference", "unknown-citation", "unknown-term"}
    assert ids(left) == ["one"]
    assert left
    assert "lost" in left.course.glossary
    assert "nobody" in left.pack.works
    assert any("nowhere" in name for name in left.pack.targets)


def test_a_stand_in_takes_the_place_of_nothing_that_there_is(unit: Write) -> None:
    files = {"glossary.yaml": "- {term: spring, definition: where water comes out}\n"}
    _, left = found(unit('## A\n\nA [spring]{.term} and a [word]{.term of="lost"}.', files))
    assert left
    assert left.course.glossary["spring"].definition.plain() == "where water comes out"
    assert set(left.course.glossary) == {"spring", "lost"}


def test_a_block_whose_file_is_bad_or_gone_is_left_out_and_one_with_a_good_file_stays(unit: Write) -> None:
    charts = "\n".join(CHART % (name, name) for name in ("good", "words", "gone"))
    files = {"data/good.csv": RIVERS, "data/words.csv": RIVERS.replace("1094", "many")}
    findings, left = found(unit(f"## A\n\n{charts}", files))
    assert "not-a-number" in codes(findings)
    assert ids(left) == ["good"]


def test_a_course_that_can_not_be_read_leaves_nothing(course: Write) -> None:
    findings, left = found(course({"course.yaml": "title: [\n"}))
    assert findings.course is None
    assert left is None


def test_what_needs_a_block_that_is_left_out_goes_with_it(unit: Write) -> None:
    solution = "```{callout}\nid: %s\nkind: note\nanswers: %s\nbody: So.\n```\n"
    bad = (CALLOUT % ("task", "Words.")).replace("kind: note", "kind: nothing")
    blocks = (bad, CALLOUT % ("kept", "Words."), solution % ("of-bad", "task"), solution % ("of-good", "kept"))
    _, left = found(unit("\n".join(("## A\n", *blocks))))
    assert ids(left) == ["kept", "of-good"]


def test_a_unit_that_can_not_begin_is_left_out_and_the_others_are_judged(course: Write) -> None:
    head = "---\nid: {0}\ntitle: {0}\nquestion: {1}\nminutes: 45\nobjectives: [see]\n---\n\n## A\n\nWords.\n"
    questions = {"bad": r"Is it $\nothing{x}$?", "good": "Why?"}
    units = {f"units/{name}.md": head.format(name, question) for name, question in questions.items()}
    findings, left = found(course({"course.yaml": f"title: R\nlanguage: en\nunits: {list(units)}\n", **units}))
    assert codes(findings) == {"bad-equation"}
    assert left
    assert [unit.front.id for unit in left.course.units] == ["good"]


def test_a_course_of_which_nothing_can_begin_is_not_judged(unit: Write, course: Write) -> None:
    bad = (unit("## A\n\nWords.") / "units/01-water.md").read_text().replace("Where does", r"Where $\nothing{x}$ does")
    assert found(course({"units/01-water.md": bad}))[1] is None


def test_prose_with_a_mistake_is_left_out_and_not_the_block_before_it(unit: Write) -> None:
    bad = r"Or $\nothing{x}$ so."
    _, left = found(unit(f"## A\n\nGood.\n\n{CALLOUT % ('one', 'Words.')}\n{bad}\n\n## B\n\n{bad}\n"))
    assert left
    kinds = [[block.kind_name() for block in section.blocks] for section in left.course.units[0].sections]
    assert kinds == [["text", "callout"], []]
