from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from coursepack.build import read, ready
from coursepack.pack import Copy
from coursepack.render.look.measure import measure
from coursepack.render.words.handoutwords import HandoutWords
from coursepack.render.words.slidewords import SlideWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.task import Fill

FIELDS = "id: ex\ntext: The Rhine has [two | 2]{.gap} springs and [one | three | no]{.choice} mouth"


def shown(unit: Callable[..., Path], words: type, edition: Any, variant: int = 0, fields: str = FIELDS) -> str:  # noqa: ANN401 a literal
    made = ready(unit(f"## One\n\n```{{cloze}}\n{fields}\n```\n"), Copy(edition, variant))
    theme = made.design.theme
    task: Any = made.pack.units[0].sections[0].items[0].task
    more = [measure(theme, theme.papers["a4"])] if words is HandoutWords else []
    return str(words(made.pack, *more).line(task.text))


def test_the_first_word_of_a_gap_is_the_best_and_the_others_count(task: Callable[..., Fill]) -> None:
    gaps = task("cloze", FIELDS).gaps
    assert [gap.answers for gap in gaps] == [("two", "2"), ("one",)]
    assert set(gaps[1].choices) == {"one", "three", "no"}


def test_digits_of_a_gap_are_lowered_and_raised(task: Callable[..., Fill]) -> None:
    gaps = task("cloze", "id: ex\ntext: It is [10^2^ | 10^3^]{.gap}").gaps
    assert [gap.answers for gap in gaps] == [("10²", "10³")]


def test_a_gap_is_half_as_long_again_as_its_longest_word(task: Callable[..., Fill]) -> None:
    made = task("cloze", "id: ex\ntext: It is [short | considerably]{.gap}, [so]{.gap}")
    assert [gap.length for gap in made.gaps] == [18, 6]


def test_choices_are_mixed_by_the_seed_and_turned_by_the_variant(task: Callable[..., Fill]) -> None:
    orders = {task("cloze", FIELDS, seed=str(seed)).gaps[1].choices for seed in range(12)}
    assert len(orders) > 2
    first = [task("cloze", FIELDS, variant=variant).gaps[1].choices.index("one") for variant in (0, 1, 2, 3)]
    assert all(before != after for before, after in pairwise(first))


def test_the_bank_has_the_words_of_gaps_in_the_order_of_the_alphabet(task: Callable[..., Fill]) -> None:
    made = task("cloze", "id: ex\ntext: The [Rhine]{.gap}, [an | a]{.gap}, [no | one]{.choice}\nbank: true", "student")
    assert made.bank == ("an", "Rhine")


@pytest.mark.parametrize(
    ("gap", "language", "around"),
    [
        ("[rex]{.gap lang=la}", "la", ""),
        ('[rex]{lang="la" .gap}', "la", ""),
        ("[rex | regina]{.choice lang=la}", "la", ""),
        ("[[rex]{.gap}]{lang=la}", "la", "la"),
        ("[sic dixit [rex]{.gap}]{lang=la}", "la", "la"),
        ("[sic dixit [roi]{.gap lang=fr}]{lang=la}", "fr", "la"),
        ("[sic dixit]{lang=la} [rex]{.gap}", "", ""),
    ],
)
def test_a_gap_has_the_language_that_it_says_or_that_of_the_words_around_it(
    task: Callable[..., Fill], gap: str, language: str, around: str
) -> None:
    made = task("cloze", f"id: ex\ntext: Then {gap}.\nbank: true")
    assert made.gaps[0].answers[0].language == language  # type: ignore[attr-defined]
    assert [word.language for word in made.bank] in ([language], [])  # type: ignore[attr-defined]
    assert made.text
    ((token, _),) = made.text.marks("gap")
    assert (token.meta["language"], token.meta["around"]) == (language, around)


def test_what_is_said_of_a_gap_is_in_the_language_of_the_course(unit: Callable[..., Path]) -> None:
    """A listener hears "blank 1" in English, and Latin as Latin."""
    fields = 'id: ex\ntext: "[Vivat [rex]{.gap}]{lang=la}, [pax | lex]{.choice lang=la}"\npoints: 2'
    for edition in ("student", "teacher"):
        made = ready(unit(f"## One\n\n```{{cloze}}\n{fields}\n```\n"), Copy(edition))  # type: ignore[arg-type]
        theme, task = made.design.theme, made.pack.units[0].sections[0].items[0].task
        said = str(HandoutWords(made.pack, measure(theme, theme.papers["a4"])).line(task.text))  # type: ignore[union-attr]
        if edition == "student":
            assert '<span lang="la">Vivat <span class="gap" lang="en" data-said=" blank 1 "' in said
            assert 'data-said=" blank 2">\u00a0</span><span lang="la" data-said=" (' in said
        else:
            assert ' lang="en" style="width:6em"><span class="heard" data-said=" Answer: ">' in said
            assert '</span><span lang="la" data-said="rex">rex</span><span class="heard" data-said="; end of' in said
            assert '<span lang="la" data-said="pax (' in said


@pytest.mark.parametrize("gap", ["[rex]{.gap lang=!}", "[rex]{.gap of=x}", "[[rex]{.gap}]{.loud}"])
def test_a_gap_that_says_anything_else_is_none(unit: Callable[..., Path], gap: str) -> None:
    problems = read(unit(f"## One\n\n```{{cloze}}\nid: ex\ntext: Then {gap} and [a]{{.gap}}.\n```\n")).problems
    assert [problem.code for problem in problems if problem.code == "bad-gap"] == ["bad-gap"]


def test_there_is_a_point_a_gap_unless_it_is_said_otherwise(block: Callable[..., Any]) -> None:
    for edition in ("teacher", "student"):
        assert block("cloze", FIELDS, edition).worth == 2
        assert block("cloze", f"{FIELDS}\npoints: 5", edition).worth == 5


def test_a_gap_may_be_written_as_in_a_table(task: Callable[..., Fill]) -> None:
    assert task("cloze", r"id: ex" "\n" r"text: 'It is [one \| 1]{.gap}'").gaps[0].answers == ("one", "1")


def test_a_gap_is_room_on_paper(unit: Callable[..., Path]) -> None:
    assert shown(unit, HandoutWords, "student").startswith(
        'The Rhine has <span class="gap" data-said=" blank 1 " style="width:6em"></span> springs and '
        '<span class="choice" data-said=" blank 2 (no, one, three) ">'
    )


def test_a_few_short_words_to_choose_from_stay_on_one_line(unit: Callable[..., Path]) -> None:
    fields = "id: ex\ntext: 'The mean is [too low | not far off | about the same]{.choice}.'"
    words = shown(unit, HandoutWords, "student", fields=fields)
    assert "too\u00a0low" in words
    assert "not\u00a0far\u00a0off" in words
    assert "about the same" in words
    assert ">too\u00a0low</strong>" in shown(unit, HandoutWords, "teacher", fields=fields)


def test_a_gap_is_ruled_on_a_slide(unit: Callable[..., Path]) -> None:
    assert ">______</span> springs" in shown(unit, SlideWords, "student")


def test_a_copy_with_answers_has_them_in_place(unit: Callable[..., Path]) -> None:
    said = "Answer: two; end of the answer; "
    filled = {
        HandoutWords: f'<span class="gap answer" data-said=" {said}" style="width:6em">two</span>',
        SlideWords: '<strong data-colour="accent">two</strong>',
    }
    for words, gap in filled.items():
        html = shown(unit, words, "teacher")
        assert gap in html
        assert html.count("<strong") == 1 + gap.count("<strong")
        assert '<strong class="answer">one</strong>' in html


def test_a_copy_with_answers_can_ask_without_them(task: Callable[..., Fill]) -> None:
    made = task("cloze", FIELDS)
    assert made.text
    assert made.asked
    assert "two" in made.text.plain()
    assert "two" not in made.asked.plain()


def test_marks_beside_gaps_keep_their_places(task: Callable[..., Fill]) -> None:
    asked = task("cloze", "id: ex\ntext: The [spring]{.gap}, see @section:one", "student").text
    assert asked
    assert [(span.line, span.column) for _, span in asked.marks("ref")] == [(13, 31)]


def test_answers_that_differ_in_their_capitals_both_count(task: Callable[..., Fill]) -> None:
    made = task("cloze", "id: ex\ntext: It is [Paris | paris]{.gap}.")
    assert made.gaps[0].answers == ("Paris", "paris")


@pytest.mark.parametrize("words", ["Paris | Paris", "H~n~O", "x^n^", "$x$"])
def test_a_gap_has_words_alone_and_none_twice(words: str, unit: Callable[..., Path]) -> None:
    problems = read(unit(f"## One\n\n```{{cloze}}\nid: ex\ntext: It is [{words}]{{.gap}}.\n```\n")).problems
    assert [one.code for one in problems if one.code in {"equal-options", "bad-gap"}]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Does he [speak | say]{.gap} (speak) Greek?", []),
        ("[Did]{.gap} she [wait]{.gap} long? (she / wait)", []),
        ("Er [nimmt]{.gap} den Bus\uff08nimmt\uff09.", []),
        ("The [spring]{.gap} (a spring is where water leaves the ground) is cold.", ["given-away"]),
        ("They speak. Does he [speak]{.gap} (speak)?", ["given-away"]),
        ("(speak) Does he [speak]{.gap}?", []),
        ("- They (speak)\\n- Does he [speak]{.gap}?", ["given-away"]),
    ],
)
def test_words_in_brackets_beside_a_gap_are_to_be_put_into_it(
    words: str, codes: list[str], unit: Callable[..., Path]
) -> None:
    problems = read(unit(f'## One\n\n```{{cloze}}\nid: ex\ntext: "{words}"\n```\n')).problems
    assert [one.code for one in problems if one.code == "given-away"] == codes
