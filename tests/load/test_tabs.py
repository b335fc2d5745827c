"""The heads of tabs begin no sections."""

from __future__ import annotations

from coursepack.load.markdown import parser

TABS = """\
## Counting

::: {.panel-tabset}
## R

### Packages

Words.

## Python

Words.
:::

## After
"""


def test_they_stand_below_the_heading_above_as_deep_among_each_other_as_before() -> None:
    heads = [token.tag for token in parser().parse(TABS) if token.type == "heading_open"]
    assert heads == ["h2", "h3", "h4", "h3", "h2"]


def test_those_that_stand_below_it_already_stay() -> None:
    lower = parser().parse("# A\n\n::: tabset\n### B\n:::\n")
    assert [token.tag for token in lower if token.type == "heading_open"] == ["h1", "h3"]
