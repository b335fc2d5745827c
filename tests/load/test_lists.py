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


def kinds(source: str) -> list[tuple[object, object]]:
    """Return the kind and the start of each list."""
    lists = (token for token in parser().parse(source) if token.type == "ordered_list_open")
    return [(token.attrs.get("type", "1"), token.attrs.get("start", 1)) for token in lists]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_question_below_options_is_none_of_them(between: str) -> None:
    """It was option C."""
    asked = ["1. Where?", "A. here", "B. there", "2. When?", "A. now", "B. then"]
    assert kinds(between.join(asked)) == [("1", 1), ("A", 1), ("1", 2), ("A", 1)]


def test_numbers_inside_an_option_stay_there() -> None:
    assert kinds("a) one\n\n   1) in it\n\nb) two\n\n3) three\n") == [("a", 1), ("1", 1), ("1", 3)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Which?\na) one\nb) two", [("a", 1)]),
        ("Which?\n(i) one\n(ii) two", [("i", 1)]),
        # Lines of a text that happen to begin so.
        ("It is by\nA. Smith, and\nC. Jones.", []),
        ("As in plan\nB. it is,\nC. is not.", []),
    ],
)
def test_options_need_no_empty_line_above_them(source: str, found: list[tuple[object, object]]) -> None:
    assert kinds(source) == found


def test_points_that_are_indented_right_below_words_are_a_list_where_they_stand() -> None:
    points = "Which?\n    - `a`\n    - b\n      c\n"
    assert parser().render(points) == "<p>Which?</p>\n<ul>\n<li><code>a</code></li>\n<li>b\nc</li>\n</ul>\n"
    assert [token.map for token in parser().parse(points) if token.type == "list_item_open"] == [[1, 2], [2, 4]]
    assert "<ul>" not in parser().render("words\n    - one\n\n    - code\n    - code\n")
