from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("%% mine %%\n\na\n", "<p>a</p>\n"),
        ("%%\nmine\n\n# mine\n%%\na\n", "<p>a</p>\n"),
        ("a %% mine %% b\n", "<p>a  b</p>\n"),
        ("a ^sea-1\n", "<p>a</p>\n"),
        ("100%% of\n\n%% it\n", "<p>100%% of</p>\n<p>%% it</p>\n"),
        ("so 2 ^3^ is\n", "<p>so 2 <sup>3</sup> is</p>\n"),
    ],
)
def test_comments_and_names_of_paragraphs_are_left_out(source: str, made: str) -> None:
    assert parser().render(source) == made
