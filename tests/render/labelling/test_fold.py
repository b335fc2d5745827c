from __future__ import annotations

from coursepack.render.labelling.fold import fold


def test_a_line_takes_as_many_words_as_fit() -> None:
    assert fold("one two three four", lambda line: len(line) <= 9) == ("one two", "three", "four")


def test_a_word_that_does_not_fit_has_a_line_of_its_own() -> None:
    assert fold("unfoldable a unfoldable", lambda line: len(line) <= 4) == ("unfoldable", "a", "unfoldable")


def test_white_does_not_count() -> None:
    assert fold("  a \n b ", lambda _: True) == ("a b",)
    assert fold("", lambda _: True) == ("",)
