from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.problem import Problem, Severity
from coursepack.validate.placeholders import Beside, placeholders
from coursepack.values import read

if TYPE_CHECKING:
    from coursepack.languages.labels import Label

AGENDA = "The course in {count} {count:unit|units}, {minutes} min"


def faults(name: str, english: Label, source: str, tag: str = "de") -> list[Problem]:
    values = read(source, "de.yaml", 1, [])
    assert values
    label = values.value[name]
    own: Label = tuple(label) if isinstance(label, list) else label
    return list(Beside(name, english, own, values, source.split("\n"), tag).faults())


def test_the_placeholders_of_a_text_are_names_with_plural_forms() -> None:
    assert list(placeholders(AGENDA)) == [("count", ""), ("count", "unit|units"), ("minutes", "")]


@pytest.mark.parametrize(
    "text",
    [
        "In {count} {count:Teil|Teilen}, {minutes} min",
        "{minutes} min, {count:Teil}",
        "{minutes}{count}",
    ],
)
def test_the_order_of_placeholders_and_their_forms_are_the_language_s(text: str) -> None:
    assert faults("agenda", AGENDA, f'agenda: "{text}"\n') == []


@pytest.mark.parametrize(
    ("text", "code", "message", "advice", "column"),
    [
        (
            "Kurs: {cuont}, {minutes}",
            "unknown-placeholder",
            "nothing fills in `{cuont}`",
            "did you mean `{count}`?",
            16,
        ),
        ("{count} {x}{minutes}", "unknown-placeholder", "nothing fills in `{x}`", "Use `{count}`, `{minutes}`", 18),
        (
            "{count} {minutes:a|b}",
            "bad-placeholder",
            "`{minutes:a|b}` has no plural forms here",
            "Write `{minutes}`",
            18,
        ),
        (
            "{count:a|b|c}{minutes}",
            "bad-placeholder",
            "`{count:a|b|c}` has 3 plural forms, the language has 2",
            "Write one for each of one, other",
            10,
        ),
    ],
)
def test_a_wrong_placeholder_is_an_error_where_it_stands(
    text: str, code: str, message: str, advice: str, column: int
) -> None:
    (problem,) = faults("agenda", AGENDA, f'figure: a\nagenda: "{text}"\n')
    assert (problem.code, problem.message, problem.help) == (code, message, advice)
    assert (problem.span.line, problem.span.column, problem.severity) == (2, column, Severity.ERROR)


@pytest.mark.parametrize(
    "text",
    [
        "{count",
        "count}",
        "{}",
        "{0}",
        "{count!r} {minutes}",
        "{count.real} {minutes}",
        "{count[0]}",
        "{count:{minutes}}",
    ],
)
def test_what_is_no_name_in_braces_is_an_error(text: str) -> None:
    (problem,) = faults("agenda", AGENDA, f'agenda: "{text}"\n')
    assert (problem.code, problem.severity) == ("bad-placeholder", Severity.ERROR)


def test_a_placeholder_that_is_left_out_is_a_warning() -> None:
    (problem,) = faults("agenda", AGENDA, "agenda: Der Kurs\n")
    assert (problem.message, problem.severity) == ("`agenda` leaves out `{count}`, `{minutes}`", Severity.WARNING)


def test_a_text_without_placeholders_has_none_in_any_language() -> None:
    (problem,) = faults("figure", "Figure", "figure: Bild {number}\n")
    assert (problem.code, problem.help) == ("unknown-placeholder", "Write it without braces")


def test_lists_are_compared_item_by_item_and_words_by_name() -> None:
    (problem,) = faults("difficulty", ("a", "b {n}"), "difficulty: [a, 'b {m}']\n")
    assert (problem.message, problem.help, problem.span.column) == ("nothing fills in `{m}`", "did you mean `{n}`?", 20)
    (problem,) = faults("spoken", {"over": "over"}, "spoken:\n  over: '{x}'\n")
    assert (problem.message, problem.span.line) == ("nothing fills in `{x}`", 2)
    assert [one.code for one in faults("bound", ("Article",), "bound: ['{x}', Art.]\n")] == ["unknown-placeholder"]
