"""Numbers that are drawn: answers are worked out again in plain Python."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest

from coursepack.chance import Draw
from coursepack.exercises.numeric import Numeric
from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coursepack.task import Fill


def numeric(fields: Mapping[str, Any]) -> Numeric:
    return Numeric.model_validate({"id": "ex", "text": "What?", **fields}, context={"markdown": parser()})


def stems(made: Numeric, language: str = "en", draws: int = 40) -> list[tuple[str, Fill]]:
    """Return the stem and the task of many draws."""
    all_draws = [Draw(str(seed), "ex", variant, {}, language) for seed in range(draws // 4) for variant in range(4)]
    dealt = [(made.dealt(draw), draw) for draw in all_draws]
    return [(one.text.plain(), one.task(draw)) for one, draw in dealt]


def test_the_answer_is_that_of_the_numbers_in_the_stem() -> None:
    made = numeric(
        {
            "text": "{{n}} {{p}}",
            "parameters": {"n": [25, 100, 400, 2500], "p": {"from": 0.1, "to": 0.9, "step": 0.1}},
            "where": {"se": "sqrt(p * (1 - p) / n)"},
            "answer": "1.96 * se",
            "decimals": 4,
        }
    )
    for stem, task in stems(made):
        n, p = (float(number.replace(",", "")) for number in stem.split())
        expected = 1.96 * math.sqrt(p * (1 - p) / n)
        assert float(task.gaps[0].answers[0]) == pytest.approx(expected, abs=0.00005001)


@pytest.mark.parametrize(
    ("answer", "again"),
    [
        ("a + b * 2 - 1", lambda a, b: a + b * 2 - 1),
        ("a / b", lambda a, b: a / b),
        ("a ** 2 % b", lambda a, b: a**2 % b),
        ("-(a - b)", lambda a, b: b - a),
        ("exp(-a / 10) + log(b)", lambda a, b: math.exp(-a / 10) + math.log(b)),
        ("sin(pi * a) + cos(b) + tan(a)", lambda a, b: math.sin(math.pi * a) + math.cos(b) + math.tan(a)),
        ("abs(a - b) + min(a, b) + max(a, b, 3)", lambda a, b: abs(a - b) + min(a, b) + max(a, b, 3)),
        ("floor(a / b) + ceil(a / b) + round(a / 3, 1)", lambda a, b: a // b + math.ceil(a / b) + round(a / 3, 1)),
        ("e ** a", lambda a, b: math.e**a + 0 * b),
    ],
)
def test_an_expression_is_what_python_makes_of_it(answer: str, again: Callable[[float, float], float]) -> None:
    fields = {"text": "{{a}} {{b}}", "parameters": {"a": [1, 2, 5, 7], "b": [3, 4, 6]}, "decimals": 6}
    for stem, task in stems(numeric({**fields, "answer": answer})):
        printed = task.gaps[0].answers[0].replace(",", "").replace("\u2212", "-")
        assert float(printed) == pytest.approx(again(*map(float, stem.split())), abs=1e-6)


def test_a_half_is_rounded_up() -> None:
    made = numeric({"answer": "2.675", "decimals": 2})
    assert stems(made)[0][1].gaps[0].answers == ("2.68",)
    assert stems(numeric({"answer": "-0.4"}))[0][1].gaps[0].answers == ("0",)


def test_neighbouring_variants_have_other_numbers() -> None:
    made = numeric({"text": "{{n}}", "parameters": {"n": [1, 2, 3, 4, 5]}, "answer": "n"})
    for seed in range(8):
        shown = [made.dealt(Draw(str(seed), "ex", variant, {})).text.plain() for variant in range(4)]
        assert len(set(shown)) == 4


def test_a_range_has_both_of_its_ends() -> None:
    made = numeric({"text": "{{p}}", "parameters": {"p": {"from": 0.1, "to": 0.5, "step": 0.1}}, "answer": "p"})
    assert {stem for stem, _ in stems(made, draws=160)} == {"0.1", "0.2", "0.3", "0.4", "0.5"}


@pytest.mark.parametrize(
    ("language", "stem", "answer"),
    [
        ("en", "1,234.5", "2,469.00"),
        ("de", "1.234,5", "2.469,00"),
        ("fr", "1\u202f234,5", "2\u202f469,00"),
        ("de-CH", "1\u2019234.5", "2\u2019469.00"),
    ],
)
def test_numbers_are_written_as_the_language_does(language: str, stem: str, answer: str) -> None:
    made = numeric({"text": "{{n}}", "parameters": {"n": [1234.5]}, "answer": "2 * n", "decimals": 2})
    assert stems(made, language)[0][0] == stem
    assert stems(made, language)[0][1].gaps[0].answers == (answer,)


def test_numbers_stand_in_formulas_and_in_code_too() -> None:
    made = numeric({"text": "$\\sqrt{{{n}}}$ and `x = {{ n }}`", "parameters": {"n": [2500]}, "answer": "n"})
    assert stems(made)[0][0] == "\\sqrt{\\text{2,500}} and x = 2,500"


def test_only_the_teacher_is_told_the_answer() -> None:
    made = numeric(
        {"text": "{{n}}", "parameters": {"n": [3]}, "answer": "n / 2", "decimals": 1, "feedback": "{{answer}}"}
    )
    dealt = made.dealt(Draw("", "ex", 0, {}))
    assert dealt.feedback
    assert dealt.feedback.plain() == "1.5"
    assert not dealt.told().feedback


@pytest.mark.parametrize(("written", "said"), [("0.1", "±0.1"), ("2 %", "±2%"), ("2.5%", "±2.5%"), (3, "±3"), (0, "")])
def test_a_tolerance_is_a_number_or_per_cent(written: str, said: str) -> None:
    assert stems(numeric({"answer": "1", "tolerance": written}))[0][1].tolerance == said


def test_a_draw_that_has_no_answer_is_drawn_again() -> None:
    # Too many draws to try each of them when the course is checked.
    made = numeric({"text": "{{n}}", "parameters": {"n": {"from": 0, "to": 9999}}, "answer": "sqrt(n - 2000)"})
    assert all(float(stem.replace(",", "")) >= 2000 for stem, _ in stems(made, draws=200))


def test_the_length_of_a_gap_does_not_tell_the_number_of_digits() -> None:
    lengths = {stems(numeric({"answer": answer}))[0][1].gaps[0].length for answer in ("1", "12", "12345")}
    assert len(lengths) == 1


def test_an_answer_may_be_a_fraction_and_its_decimals_count_too() -> None:
    answers = stems(numeric({"answer": "2 / 6", "fraction": True}))[0][1].gaps[0].answers
    assert answers == ("1/3",)
    answers = stems(numeric({"answer": "2 / 6", "fraction": True, "decimals": 2}))[0][1].gaps[0].answers
    assert answers == ("1/3", "0.33")
    (said,) = numeric({"answer": "sqrt(2)", "fraction": True}).faults()
    assert "is no fraction" in said.message


def test_an_answer_may_be_very_large_or_small() -> None:
    assert stems(numeric({"answer": "6.02e23"}))[0][1].gaps[0].answers == ("6.02 \u00d7 10²³",)
    made = numeric({"answer": "6.626e-34 * 3e8 / 5e-7", "digits": 2, "tolerance": "1e-20"})
    assert not list(made.faults())
    assert stems(made)[0][1].gaps[0].answers == ("4.0 \u00d7 10⁻¹⁹",)
    assert stems(made)[0][1].tolerance == "\u00b11 \u00d7 10⁻²⁰"


def test_numbers_stand_in_the_parts_too_and_the_answer_in_their_models() -> None:
    part = {"text": "And of {{n}}?", "model": "Half of {{n}} is {{answer}}.", "marking": [{"text": "{{answer}}"}]}
    made = numeric({"text": "{{n}}", "parameters": {"n": [8]}, "answer": "n / 2", "parts": [part]})
    assert not list(made.faults())
    (dealt,) = made.dealt(Draw("", "ex", 0, {})).parts
    assert dealt.text.plain() == "And of 8?"
    assert dealt.model
    assert dealt.model.plain() == "Half of 8 is 4."
    assert dealt.marking[0].text.plain() == "4"


def test_a_part_says_no_answer_and_no_number_that_there_is_not() -> None:
    made = numeric({"answer": "2", "parts": [{"text": "{{answer}} and {{m}}"}]})
    assert [one.code for one in made.faults()] == ["unknown-parameter", "unknown-parameter"]


def test_a_part_may_have_a_number_of_its_own() -> None:
    part = {"text": "Of {{n}}?", "answer": "n / answer / 3", "decimals": 1, "tolerance": "2 %", "unit": "m"}
    part |= {"accepted": ["{{answer}} metres"], "model": "It is {{answer}}."}
    made = numeric(
        {"parameters": {"n": [8]}, "answer": "n / 2", "feedback": "{{answer}}", "parts": [part, {"text": "?"}]}
    )
    assert not list(made.faults())
    dealt = made.dealt(Draw("", "ex", 0, {}))
    first, second = dealt.parts
    assert [one.plain() for one in first.accepted] == ["0.7 m \u00b12%", "0.7 metres"]
    assert first.model
    assert first.model.plain() == "It is 0.7."
    assert dealt.feedback
    assert (dealt.feedback.plain(), second.accepted) == ("4", ())


@pytest.mark.parametrize(
    ("part", "code", "words"),
    [
        ({"answer": "1 / (n - 8)"}, "bad-expression", "for n = 8"),
        ({"answer": "m"}, "bad-expression", "m"),
        ({"answer": "n", "tolerance": "a bit"}, "tolerance", "a bit"),
    ],
)
def test_what_is_wrong_with_the_number_of_a_part_is_said(part: dict[str, str], code: str, words: str) -> None:
    made = numeric({"parameters": {"n": [8]}, "answer": "n", "parts": [{"text": "?", **part}]})
    (problem,) = made.faults()
    assert (problem.code, words in problem.message) == (code, True)


def test_numbers_are_drawn_again_until_every_part_has_an_answer() -> None:
    parameters = {"n": {"from": 0, "to": 9999}, "k": [0, 1]}
    made = numeric({"parameters": parameters, "answer": "n", "parts": [{"text": "?", "answer": "1 / k"}]})
    drawn = [made.dealt(Draw(str(seed), "ex", 0, {})).parts[0].accepted[0].plain() for seed in range(8)]
    assert set(drawn) == {"1"}
