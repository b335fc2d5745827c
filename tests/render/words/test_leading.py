"""Paragraphs that stay with what comes after them, and those that need not."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser
from coursepack.render.words.leading import introduces, leads


@pytest.mark.parametrize(
    "text",
    [
        "A ring is drawn so:",
        "On dessine un anneau ainsi\u00a0:",
        "\u5982\u4e0b\uff1a",
        "**So:**",
        "**Sheet 2**",
        "**Sheet 2: a map of the *harbour*.**",
        "**A ring with `circle`**",
        "**A ring with** `circle` \u2013",
    ],
)
def test_what_ends_with_a_colon_or_is_bold_alone_leads_to_what_follows(text: str) -> None:
    assert leads(parser().parse(text)[1])


@pytest.mark.parametrize(
    "text", ["A ring.", "**A ring** is round.", "`circle`", "**Said**\n**twice**", "\u2013", "**A** $x$"]
)
def test_other_words_stand_for_themselves(text: str) -> None:
    assert not leads(parser().parse(text)[1])


@pytest.mark.parametrize(
    "text",
    [
        "Fill in the table.\n\n| a | b |\n|---|---|\n| c |   |",
        "Give the past of each.\n\n1. go\n2. see",
        "Write sentences.\n\n**Example:**\n\n- so",
    ],
)
def test_a_short_paragraph_below_a_heading_says_what_to_do_with_a_list_or_a_table(text: str) -> None:
    assert introduces(parser().parse(text), 0)
    assert introduces(parser().parse(f"### Exercise 2\n\n{text}"), 3)
    assert not introduces(parser().parse(f"Bread rises.\n\n{text}"), 3)
    assert not introduces(parser().parse(f"{'Bread rises. ' * 9}{text}"), 0)


def test_a_short_paragraph_before_another_is_one_of_the_text() -> None:
    assert not introduces(parser().parse("Bread rises.\n\nIt is baked.\n\n- so"), 0)
