from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.judge import printed
from coursepack.judge.book import Book
from coursepack.press.laid import Pages, Place
from laidpages import TOP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coursepack.press.laid import Laid

BODY = """## Springs {#springs}

Water.

```{table}
id: lengths
title: Lengths
columns: [River, km]
rows: [[Rhine, 1233]]
```

## Mouths {#mouths}

@table:lengths

```{short-answer}
id: ex-lengths
text: Which is the longest river of @table:lengths?
model: The Rhine.
```

```{question}
id: q-longest
text: Why is it?
```
"""


@pytest.fixture
def said(unit: Callable[..., Path]) -> Callable[..., list[tuple[str, int]]]:
    """Return a function that says what a finding has of pages, with the lines of their author."""
    made = ready(unit(BODY))

    def say(  # noqa: PLR0913 what is asked, of which pages, of which paper
        code: str,
        *pages: Laid,
        anchors: dict[str, tuple[int, float]] | None = None,
        links: Sequence[tuple[int, str]] = (),
        outer: int = 42,
        top: int = 27,
        leading: float = 15,
    ) -> list[tuple[str, int]]:
        places = {name: Place(at, TOP - top) for name, (at, top) in (anchors or {}).items()}
        led = tuple((Place(at, TOP), name) for at, name in links)
        paper = made.design.theme.papers["a4"].model_copy(update={"outer": outer, "top": top})
        book = Book(Pages(pages, places, led), made.pack, paper, leading)
        return [(one.message, one.span.line) for one in printed.FINDINGS[code](book)]

    return say
