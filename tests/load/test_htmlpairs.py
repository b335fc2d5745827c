"""Where tags end, and that a text with many that have no end is walked through once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load import htmlpairs, kramdown
from coursepack.load.fence import written
from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines that are looked at, as they are."""
    seen: list[int] = []

    def note(state: StateBlock, line: int) -> str:
        seen.append(line)
        return written(state, line)

    for module in (htmlpairs, kramdown):
        monkeypatch.setattr(module, "written", note)
    return seen


@pytest.mark.parametrize("opens", ["<ul>", "<details>", "<figure>", "{% highlight c %}"])
def test_what_is_never_closed_is_looked_for_once(opens: str, lines: list[int]) -> None:
    parser().parse(f"{opens}\n\n" * 60)
    assert 120 <= len(lines) < 60 * 20


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("<details>\n\n<details>\na\n</details>\n", 1),  # the inner one alone
        ("<details>\na\n</details>\n</details>\n\n<details>\nb\n</details>\n", 2),
        ("> <details>\n> a\n\n</details>\n", 0),  # the quotation ends first
        ("<details>\n\n```\n</details>\n```\n\na\n\n</details>\n", 1),
    ],
)
def test_each_is_closed_by_its_own(source: str, kinds: int) -> None:
    assert len([token for token in parser().parse(source) if token.type == "callout"]) == kinds
