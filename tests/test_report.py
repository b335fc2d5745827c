from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity, Span
from coursepack.report import count, described, warnings

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
