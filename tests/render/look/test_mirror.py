"""The mirror image of a style sheet, rule by rule."""

from __future__ import annotations

import pytest

from coursepack.render.look.mirror import mirrored


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        (".a { margin-left: 2pt; text-align: left; }", ".a { margin-right: 2pt; text-align: right; }"),
        ("@page :left { @top-right-corner { x: y; } }", "@page :right { @top-left-corner { x: y; } }"),
        (".match-left li { padding-right: 6mm; }", ".match-left li { padding-left: 6mm; }"),
        ("td { padding: 1pt 2pt 3pt 4pt; }", "td { padding: 1pt 4pt 3pt 2pt; }"),
        ("td { padding: 1pt 2pt 3pt; }", "td { padding: 1pt 2pt 3pt; }"),
        (
            'li { background: url("a/left.svg") no-repeat 0 2pt; }',
            'li { background: url("a/left.svg") no-repeat 100% 2pt; }',
        ),
        (".unit { break-before: right; }", ".unit { break-before: recto; }"),
        ('.a::before { content: "left"; }', '.a::before { content: "left"; }'),
        (".label { letter-spacing: 0.06em; }", ".label { letter-spacing: 0; }"),
        (".row { padding-left: 4mm; text-indent: -4mm; }", ".row { padding-right: 4mm; text-indent: -4mm; }"),
        (".answered .code p { padding-left: 2pt; }", ".answered .code p { padding-left: 2pt; }"),
        (".code p { padding-left: 2pt; }", ".code p { padding-left: 2pt; }"),
    ],
)
def test_left_is_right_but_in_names_words_and_code(rule: str, seen: str) -> None:
    assert mirrored(rule).split("\n")[0] == seen


def test_works_in_other_letters_hang_at_the_left() -> None:
    rules = mirrored(".work { padding-left: 4mm; text-indent: -4mm; }").split("\n")
    assert '.work[dir="ltr"] { direction: ltr; text-align: left; padding: 0 0 0 4mm; }' in rules


def test_options_fill_a_row_from_the_right() -> None:
    rules = mirrored("").split("\n")
    assert ".options.in-3 > :nth-child(1) { grid-column: 3; grid-row: 1; }" in rules
    assert ".options.in-3 > :nth-child(4) { grid-column: 3; grid-row: 2; }" in rules
