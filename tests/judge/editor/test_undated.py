from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]

DATED = "The dam of 1950 broke in 1962, and that of 1970 holds."


def words(found: list[Problem]) -> list[str]:
    return [one.message.split("”")[0].strip("“") for one in found if one.code == "undated"]


def test_a_word_that_counts_from_the_day_of_writing_is_named_in_a_text_of_years(said: Said) -> None:
    assert words(said(f"{DATED} Today it is being rebuilt.")) == ["Today"]
    assert words(said(f"{DATED} In 2020, as today, it was dry.")) == []


def test_a_text_without_years_and_speaker_notes_may_say_it(said: Said) -> None:
    assert words(said("Today we look at springs.")) == []
    notes = "```{slide}\ntitle: Rivers\npoints: [One]\nnotes: Today we look at springs.\n```"
    assert words(said(f"{notes}\n\n{DATED}")) == []


def test_languages_have_words_of_their_own_and_chinese_has_no_blanks(said: Said) -> None:
    assert words(said(f"{DATED} Heute steht er.", "language: de\n")) == ["Heute"]
    assert words(said("1950 年、1962 年和 1970 年。目前还在。", "language: zh\n")) == ["目前"]
