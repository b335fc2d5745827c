"""The line of a name: what is printed and what is read aloud say the same of a student."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.problem import Span
from coursepack.render.words.nameline import lines, said
from coursepack.roster import Seated, Student

if TYPE_CHECKING:
    from coursepack.render.look.design import Design


def seated(name: str, seat: str = "12") -> Seated:
    return Seated(Student(2, name, "QX-07Z", seat, None, Span("class.csv", 2)), 1)


@pytest.mark.parametrize(
    ("seat", "words"), [("12", "Ada, ID QX-07Z, Seat 12, Variant B"), ("", "Ada, ID QX-07Z, Variant B")]
)
def test_a_line_is_read_aloud_without_what_nobody_gave(own_design: Design, seat: str, words: str) -> None:
    assert said(seated("Ada", seat), own_design) == words


def test_each_student_has_a_line_of_their_own_and_their_words_are_no_markup(own_design: Design) -> None:
    html = lines([seated("Ada"), seated("<b>Ben</b> & Co")], own_design, "en")
    assert html.count("<section") == 2
    assert "&lt;b&gt;Ben&lt;/b&gt; &amp; Co" in html
    assert html.index("Ada") < html.index("Ben")
