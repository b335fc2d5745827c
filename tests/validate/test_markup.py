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
