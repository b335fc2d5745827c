from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.course import IndexEntry
from coursepack.judge.editor.index_long import find

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INDEX = "- {entry: dew, find: [dew]}\n- {entry: Rhine, sub: floods, find: [the Rhine rose, flood]}\n"
ASKED = "```{essay}\nid: e%s\ntext: Why a flood?\n```\n"


def said(unit: Callable[..., Path], sections: int, body: str) -> list[tuple[int, str]]:
    text = "".join(f"## S{number}\n\n{body % ((number,) * body.count('%s'))}\n\n" for number in range(sections))
    pack = ready(unit(text, {"index.yaml": INDEX})).pack
    return [(one.span.line, one.message.partition(":")[0]) for one in find(pack)]


def test_an_entry_that_too_many_sections_mention_is_named_where_it_is_written(unit: Callable[..., Path]) -> None:
    body = "After a *flood* the Rhine rose, a flood."
    assert said(unit, IndexEntry.MOST, body) == []
    more = IndexEntry.MOST + 1
    assert said(unit, more, body) == [(2, f"`floods` is mentioned in {more} sections")]


def test_exercises_and_other_words_do_not_count(unit: Callable[..., Path]) -> None:
    assert said(unit, IndexEntry.MOST + 1, f"Floods, dewy.\n\n{ASKED}") == []
