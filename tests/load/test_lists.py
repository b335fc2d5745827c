from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


def lists(text: str) -> list[tuple[str, object, object, object]]:
    return [
        (token.tag, token.attrGet("type"), token.attrGet("start"), token.attrGet("class"))
        for token in parser().parse(text)
        if token.type.endswith("list_open")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a. x\nb. y", ("ol", "a", None, None)),
        ("(a) x\n(b) y", ("ol", "a", None, "brackets")),
        ("a) x\nb) y", ("ol", "a", None, None)),
        ("C. x\nD. y", ("ol", "A", 3, None)),
        ("i. x\nii. y\niii. z", ("ol", "i", None, None)),
        ("iv) x\nv) y", ("ol", "i", 4, None)),
        ("h. x\ni. y", ("ol", "a", 8, None)),
        ("(2) x\n(3) y", ("ol", None, 2, "brackets")),
        ("7. x\n8. y", ("ol", None, 7, None)),
        ("Say why.\n2. x\ngoes on\n3. y", ("ol", None, 2, None)),
        ("Say why.\n2) x\n3) y", ("ol", None, 2, None)),
        ("a. x\n\nb. y", ("ol", "a", None, None)),
        ("a. x\n   goes on\nb. y", ("ol", "a", None, None)),
    ],
)
def test_a_list_keeps_its_kind_and_its_start(text: str, expected: tuple[object, ...]) -> None:
    assert lists(text) == [expected]


@pytest.mark.parametrize("text", ["A. Smith came.", "i. e. never", "a. x\nc. y", "A. Smith\nand B. Jones"])
def test_a_letter_without_a_second_item_is_a_word(text: str) -> None:
    assert lists(text) == []


def test_what_is_indented_below_an_item_is_left_as_it_is() -> None:
    tokens = parser().parse("a. x\n\n   ```text\n   b. in code\n   ```\n\nb. y")
    (code,) = (token for token in tokens if token.type == "fence")
    assert code.content == "b. in code\n"
    assert sum(token.type == "list_item_open" for token in tokens) == 2


def test_a_task_has_a_box_and_no_brackets() -> None:
    inlines = [token for token in parser().parse("- [ ] open\n- [X] done") if token.type == "inline"]
    assert [
        [(one.type, one.meta.get("ticked"), one.content) for one in inline.children or []] for inline in inlines
    ] == [
        [("box", False, ""), ("text", None, "open")],
        [("box", True, ""), ("text", None, "done")],
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("True [ ] False [ ]", "True \u2610 False \u2610"),
        ("| A | B |\n|---|---|\n| x | [ ] |", "ABx\u2610"),
        ("- [x] one [ ]", "one \u2610"),
        ("A `[ ]` in code, a[ ], [[ ]], [ ](x) and [x]", "A [ ] in code, a[ ], [[ ]],   and [x]"),
    ],
)
def test_a_box_may_stand_among_words_and_in_a_cell(text: str, words: str) -> None:
    tokens = [one for token in parser().parse(text) for one in token.children or []]
    assert "".join(one.content for one in tokens) == words
