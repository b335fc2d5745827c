from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursepack.build import read, ready
from coursepack.problem import ContentError, Severity

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "block",
    [
        "```{figure}\n  src: media/spring.svg\n  alt: A spring\n  ```",
        "```{figure} media/spring.svg\n  A spring\n  ```",
        '```{r, echo=FALSE, fig.cap="A spring"}\n  knitr::include_graphics("media/spring.svg")\n  ```',
        "```{math}\n  :label: sum\n  a + b\n  ```",
        "![A spring](media/spring.svg)",
    ],
)
def test_a_block_where_none_is_shown_is_said_however_it_is_written(course: Callable[..., Path], block: str) -> None:
    notes = f"title: Rivers\nunits: [units/01-water.md]\nopening: |\n  Say hello.\n\n  {block}\n"
    with pytest.raises(ContentError) as caught:
        ready(course({"course.yaml": notes}))
    assert [(one.code, one.span.line, one.span.column) for one in caught.value.problems] == [("bad-block", 6, 3)]


def test_what_code_does_not_make_is_said_where_its_cell_begins(unit: Callable[..., Path]) -> None:
    cell = "```{r}\n#| label: fig-rain\n#| fig-alt: |\n#|   It falls.\nplot(rain)\n```\n"
    (whole,) = [one for one in read(unit(f"## Rain\n\n{cell}")).problems if "this code draws" in one.message]
    line = Path(whole.span.file).read_text("utf-8").split("\n")[whole.span.line - 1]
    assert (whole.severity, line, whole.span.length) == (Severity.WARNING, "```{r}", 3)


def test_html_behind_four_blanks_below_html_is_said_and_code_below_words_is_not(unit: Callable[..., Path]) -> None:
    """An empty line within a `<div>` makes code of what is indented after it, with its tags."""
    shown = "Write this:\n\n    <p>Hello</p>\n\nSo.\n\n"
    html = "<div>\n    <h4>Which sea?</h4>\n\n    <button>Show</button>\n    <p>The North Sea</p>\n</div>\n"
    with pytest.raises(ContentError) as caught:
        ready(unit(f"## S\n\n{shown}{html}"))
    (found,) = (one for one in caught.value.problems if one.code == "unread-markup")
    assert "`<button>Show</button>`" in found.message
