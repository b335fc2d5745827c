"""Closed questions: the order of each copy, and the key to it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any

import pytest

from coursepack.languages.number import lettered
from coursepack.pack import Copy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.pack import Item
    from coursepack.task import Choose, Order

VARIANTS = range(4)
Many = Callable[..., "list[tuple[Any, ...]]"]


@pytest.fixture
def many(dealt: Callable[..., list[Item]]) -> Many:
    """Return a function that gives so many exercises that differ in their ids alone, each in all variants."""

    def make(kind: str, fields: str, count: int, variants: Iterable[int] = VARIANTS) -> list[tuple[Any, ...]]:
        body = "\n".join(f"```{{{kind}}}\nid: ex{number}\n{fields.strip()}\n```" for number in range(count))
        rows = [[item.task for item in dealt(body, Copy("teacher", variant))] for variant in variants]
        return list(zip(*rows, strict=True))

    return make


def options(words: list[str], right: int = 0) -> str:
    listed = [f'{{text: "{word}"{", right: true" if place == right else ""}}}' for place, word in enumerate(words)]
    return f"id: ex\ntext: Which?\noptions: [{', '.join(listed)}]"


def words(task: Any) -> list[str]:  # noqa: ANN401 a choice
    return [option.plain() for option in task.options]


def test_the_key_is_the_letter_under_which_the_right_option_is_shown(task: Callable[..., Choose]) -> None:
    for right in range(4):
        made = task("multiple-choice", options(["p", "q", "r", "s"], right))
        assert words(made)["abcd".index(made.letters(lettered))] == "pqrs"[right]


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_neighbouring_variants_have_other_keys(task: Callable[..., Choose], count: int) -> None:
    for right in range(count):
        fields = options(list("pqrst"[:count]), right)
        keys = [task("multiple-choice", fields, variant=variant).letters(lettered) for variant in VARIANTS]
        assert all(one != other for one, other in [*pairwise(keys), (keys[-1], keys[0])])


def test_another_exercise_changes_no_order(dealt: Callable[..., list[Item]]) -> None:
    fence = f"```{{multiple-choice}}\n{options(list('pqrst'))}\n```\n"
    alone = dealt(fence)[0]
    beside = dealt(f"{fence.replace('id: ex', 'id: other')}\n{fence}")[1]
    assert words(alone.task) == words(beside.task)


def test_what_is_last_stays_last(task: Callable[..., Choose]) -> None:
    fields = "id: ex\ntext: Which?\noptions: [{text: a, right: true}, {text: b}, {text: c}, {text: none, last: true}]"
    assert {words(task("multiple-choice", fields, seed=str(seed)))[-1] for seed in range(6)} == {"none"}


@pytest.mark.parametrize(
    "scale",
    [
        ["1", "2", "3"],
        ["865 km", "1,233 km", "2,850 km"],
        ["-5", "0", "5.5"],
        ["1 year", "5 years", "10 years"],
        ["90%", "50%", "10%"],
        ["€5", "€10", "€20"],
    ],
)
def test_a_scale_of_numbers_keeps_its_order(many: Many, scale: list[str]) -> None:
    assert all(words(one) == scale for (one,) in many("multiple-choice", options(scale)[7:], 6, [0]))


@pytest.mark.parametrize(
    "mixed",
    [
        ["24 October", "26 June", "29 November"],
        ["1.2.1945", "3.4.1946", "5.6.1947"],
        ["1 king", "2 queens", "3 knaves"],
        ["1", "3", "2"],
        ["1", "two", "3"],
    ],
)
def test_what_is_no_scale_is_mixed(many: Many, mixed: list[str]) -> None:
    assert any(words(one) != mixed for (one,) in many("multiple-choice", options(mixed)[7:], 8, [0]))


def test_true_and_false_stand_in_this_order(task: Callable[..., Choose]) -> None:
    made = task("true-false", "id: ex\ntext: Water is wet.\nanswer: false\nreason: no")
    assert words(made) == ["True", "False"]
    assert made.letters(lettered) == "b"
    assert made.reasons[1]
    assert made.reasons[1].plain() == "no"


def test_a_match_joins_each_left_with_its_own_right(many: Many) -> None:
    """Five things are mixed: three or fewer often stand so that to and fro are the same way."""
    pairs = ", ".join(f"{{left: {sign}, right: {sign.upper()}}}" for sign in "abcde")
    for variants in many("matching", f"text: Join.\npairs: [{pairs}]\nextra: [X]", 4):
        for made in variants:
            for left, place in zip(made.left, made.pairs, strict=True):
                assert made.right[place].plain() == left.plain().upper()
            assert sorted(words.plain() for words in made.right) == list("ABCDEX")


@pytest.mark.parametrize("count", [2, 3, *(pytest.param(one, marks=pytest.mark.thorough) for one in (4, 6))])
@pytest.mark.parametrize("extra", ["", "\nextra: [X, Y]"])
def test_no_matching_is_printed_in_the_order_of_its_key(many: Many, count: int, extra: str) -> None:
    """Thirty exercises in four variants each: three pairs would stand as at the left in every sixth of them."""
    pairs = ", ".join(f"{{left: {sign}, right: {sign.upper()}}}" for sign in "abcdef"[:count])
    for variants in many("matching", f"text: Join.\npairs: [{pairs}]{extra}", 30):
        assert all(list(made.pairs) != sorted(made.pairs) for made in variants)


def test_what_is_fixed_keeps_its_order(task: Callable[..., Choose]) -> None:
    fields = "id: ex\ntext: Which?\nfixed: true\noptions: [{text: p, right: true}, {text: q}, {text: r}]"
    assert all(words(task("multiple-choice", fields, variant=variant)) == ["p", "q", "r"] for variant in VARIANTS)
    fields = "id: ex\ntext: Judge.\nstatements: [{text: p, answer: true}, {text: q, answer: false}]"
    kept = task("true-false", f"{fields}\nfixed: true", variant=1)
    assert [one.plain() for one in getattr(kept, "statements", ())] == ["p", "q"]
    assert kept.letters(lettered) == "a True, b False"
    mixed = {task("true-false", fields, variant=variant).letters(lettered) for variant in (0, 1)}
    assert mixed == {"a True, b False", "a False, b True"}


def test_the_places_of_an_order_lead_back_to_it(task: Callable[..., Order]) -> None:
    made = task("ordering", "id: ex\ntext: Order.\nitems: [a, b, c, d, e]")
    shown = sorted(zip(made.places, made.items, strict=True), key=lambda pair: pair[0])
    assert [item.plain() for _, item in shown] == list("abcde")
    assert made.letters(lettered) == " ".join(f"{'abcde'[number]}{place}" for number, place in enumerate(made.places))


@pytest.mark.parametrize("count", [3, 4, 5])
def test_no_variant_shows_the_right_order_or_that_of_its_neighbour(many: Many, count: int) -> None:
    """Each id is a throw of the dice of its own."""
    right = list("abcde"[:count])
    fields = f"text: Order.\nitems: [{', '.join(right)}]"
    for variants in many("ordering", fields, 12):
        shown = [[item.plain() for item in task.items] for task in variants]
        assert right not in shown
        assert all(one != other for one, other in pairwise(shown))
        assert {tuple(one) for one in shown} <= set(permutations(right))
