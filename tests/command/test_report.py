from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.command.report import count, described, warnings
from coursepack.problem import Problem, Severity, Span

if TYPE_CHECKING:
    from pathlib import Path


def test_problems_are_said_once_in_the_order_of_their_places(tmp_path: Path) -> None:
    file = tmp_path / "text.md"
    file.write_text("first\nsecond\n", "utf-8")
    later = Problem(Span(str(file), 2, 1), "b", "the second is bad", "Mend it", Severity.WARNING)
    sooner = Problem(Span(str(file), 1, 1), "a", "the first is odd", "", Severity.NOTE)
    said = described([later, sooner, later])
    assert said.index("the first is odd") < said.index("the second is bad")
    assert said.count("is bad") == 1
    assert "second\n" in said
    assert said.endswith("\n\n")
    assert "odd" not in described([later, sooner], hide=Severity.NOTE)
    assert warnings([later, sooner]) == "1 warning"
    assert (count(0, "page"), count(1, "page"), count(2, "page")) == ("0 pages", "1 page", "2 pages")


def many(file: str, *words: str, line: int = 1) -> list[Problem]:
    return [Problem(Span(file, line + n), "c", f"`{one}` is odd", "Mend it") for n, one in enumerate(words)]


def test_what_is_said_often_is_shown_at_its_first_places_and_its_other_lines_are_named(tmp_path: Path) -> None:
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text("x\n" * 20, "utf-8")
    said = described([*many(str(one), *"abcdefgh"), *many(str(two), *"ijk", line=5)])
    assert [name for name in "abcdefghijk" if f"`{name}` is odd" in said] == ["a", "b", "c"]
    further = said.split("\n\n")[3]
    assert further.split("\n") == [
        "error[c]: `…` is odd, in 8 more places",
        f"  --> {one}: 4, 5, 6, 7, 8",
        f"  --> {two}: 5, 6, 7",
        "   = help: Mend it",
    ]


def test_ten_times_is_not_often_and_other_words_are_another_problem() -> None:
    ten = many("one.md", *"abcdefghij")
    assert described(ten).count("is odd") == 10
    other = Problem(Span("one.md", 1), "c", "`a` is even", "Mend it")
    assert described([*ten, other]).count("error[c]") == 11


def test_what_differs_in_a_name_or_a_number_alone_is_the_same_and_says_what_all_of_them_do() -> None:
    said = described(
        [
            Problem(Span("one.md", n), "c", f"``r x[{n}]`` makes “a {'b ' * n}” of 2 in {n / 2} mm", "Mend it")
            for n in range(1, 13)
        ]
    )
    assert said.count("error[c]") == 4
    assert "error[c]: `…` makes “…” of 2 in … mm, in 9 more places" in said


def test_a_line_of_a_roster_is_never_named_with_others() -> None:
    rows = [Problem(Span("class.csv", n), "r", "there is no name", "Write it", private=True) for n in range(1, 13)]
    assert described(rows).count("there is no name") == 12
