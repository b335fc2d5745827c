"""Fences become blocks: those of a section, and those inside a text."""

from __future__ import annotations

from fenced import FENCE, block, read


def codes(kind: str, fields: str) -> list[tuple[str, int]]:
    return [(one.code, one.span.line - FENCE.line) for one in read(kind, fields)[1]]


def test_a_block_knows_where_it_and_its_fields_are_written() -> None:
    made = block("quote", "text: So.\nby: A")
    assert made.span == FENCE
    assert made.at("by").line == FENCE.line + 2


def test_a_kind_that_there_is_not_is_said_with_the_nearest() -> None:
    made, (problem,) = read("qoute", "text: So.\nby: A")
    assert made is None
    assert (problem.code, problem.span, problem.help) == ("unknown-kind", FENCE, "did you mean `quote`?")


def test_what_has_a_mistake_is_made_of_what_is_left_so_that_its_id_is_known() -> None:
    made, problems = read("quote", "text: So.\nid: said\nbye: A")
    assert sorted(one.code for one in problems) == ["missing-field", "unknown-field"]
    assert (made.id, made.text.plain()) == ("said", "So.")


def test_a_mistake_inside_a_text_is_said_once_and_at_its_own_line() -> None:
    fields = "kind: note\nnobody: x\nbody: |\n  A.\n\n  ```{quote}\n  text: So.\n  ```\n"
    # What is missing is said where the fields of its block begin.
    assert sorted(codes("callout", fields)) == [("missing-field", 7), ("unknown-field", 2)]


def test_a_block_inside_a_text_has_no_slide_of_its_own_and_some_stand_in_no_text() -> None:
    inside = "kind: note\nbody: |\n  A.\n\n  ```{{quote}}\n  text: So.\n  by: A\n{}  ```\n"
    assert codes("callout", inside.format("")) == []
    assert codes("callout", inside.format("  slide: {}\n")) == [("bad-block", 8)]
    exercise = "kind: note\nbody: |\n  A.\n\n  ```{true-false}\n  id: ex\n  text: T.\n  answer: true\n  ```\n"
    assert codes("callout", exercise) == [("bad-block", 5)]


def test_blocks_in_blocks_have_an_end() -> None:
    """A note in a note in a note: four deep is the most."""

    def nested(depth: int) -> str:
        fields = "kind: note\nbody: Innermost."
        for _ in range(depth):
            fence = "`" * (3 + depth)
            lines = "\n".join(f"  {line}" for line in f"{fence}{{callout}}\n{fields}\n{fence}".split("\n"))
            fields, depth = f"kind: note\nbody: |\n  A.\n\n{lines}", depth + 1
        return fields

    assert codes("callout", nested(4)) == []
    assert [code for code, _ in codes("callout", nested(5))] == ["bad-block"]
    assert len(list(block("callout", nested(4)).inside())) == 4
