from __future__ import annotations

from coursepack.languages.number import lettered
from coursepack.task import Ask, Choose, Fill, Gap, Mark, Match, Order, Space, Write, form, without_key
from coursepack.text import plain

A, B, C = plain("a"), plain("b"), plain("c")


def test_a_form_has_the_name_that_its_templates_have() -> None:
    tasks = [Choose((A,)), Match((A,), (B,)), Order((A,)), Fill(()), Write(())]
    assert [form(task) for task in tasks] == ["choose", "match", "order", "fill", "write"]


def test_keys_are_written_as_letters() -> None:
    assert Choose((A, B, C), several=True, right=frozenset({2, 0})).letters(lettered) == "a, c"
    assert Match((A, B), (A, B, C), (2, 0)).letters(lettered) == "1C 2A"
    assert Order((A, B, C), (2, 3, 1)).letters(lettered) == "a2 b3 c1"


def test_a_task_without_its_key_keeps_what_is_asked() -> None:
    assert without_key(Choose((A, B), right=frozenset({1}), reasons=(C, None), origin=(1, 0))) == Choose((A, B))
    assert without_key(Match((A,), (B,), (0,), (0,))) == Match((A,), (B,))
    assert without_key(Order((A, B), (2, 1), (1, 0))) == Order((A, B))
    gap = Gap(8, ("x", "y"), answers=("x",))
    assert without_key(Fill((gap,), bank=("z",), tolerance="±1")) == Fill((Gap(8, ("x", "y")),), bank=("z",))
    ask = Ask(Space(lines=2), 3, "a", A, B, (Mark(C, 3),), (C,))
    assert without_key(Write((ask,), words=(1, 2))) == Write((Ask(Space(lines=2), 3, "a", A),), words=(1, 2))


def test_what_has_no_key_has_no_letters() -> None:
    for task in (Choose((A, B)), Match((A,), (B,)), Order((A, B))):
        assert task.letters(lettered) == ""
