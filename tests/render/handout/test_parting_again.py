"""What was done to half empty pages is done from the start the next time. Pages are small, as `smallpages` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout import capture
from coursepack.render.handout.parting import early
from coursepack.render.handout.steps import BEGINS
from smallpages import CSS, LINE, TABLE, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying


@pytest.mark.parametrize("kept", [TABLE, '<div class="figure"><p id="rhine">F</p><div class="room"></div></div>'])
def test_what_was_mended_once_is_mended_from_the_start(
    laying: Callable[..., Laying], page: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    source = f'<div class="prose"><p>{"A line<br>" * 3}A line</p></div>{kept}<div class="prose"><p>A line</p></div>'
    bench, turns = laying(CSS).bench(), list[str]()
    original = bench._layout  # noqa: SLF001 what takes the time
    monkeypatch.setattr(bench, "_layout", lambda *given: turns.append("") or original(*given))
    first, _, mended = bench.layout(page(source), "", 1)
    assert len(early(mended)) == 1
    turns.clear()
    again, _, more = bench.layout(page(source), "", 1, mended)
    assert more == mended
    assert len(turns) == 1
    assert [capture.told(one, {}, ()) for one in (first, again)] == [capture.told(first, {}, ())] * 2
    assert [said(one) for one in again.pages] == [said(one) for one in first.pages]


@pytest.mark.parametrize(
    ("white", "turns"),
    [
        # Pages begin as they did: what was found then is not tried again.
        (0, 1),
        # They do not: all is asked anew, from a source that is not drawn in.
        (9, 3),
    ],
)
def test_what_was_tried_is_not_tried_again_where_pages_begin_as_they_did(
    laying: Callable[..., Laying], page: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, white: int, turns: int
) -> None:
    bench, found = laying("p{line-height:10pt} [data-drawn-in] p{line-height:8.8pt}").bench(), list[str]()
    source = f'<div class="page">{LINE}<p style="padding-top:{{}}pt">A line</p>{LINE * 15}</div>'
    *_, mended = bench.layout(page(source.format(0)), "", 1)
    assert [name for _, name in mended] == ["drawn-in", BEGINS, BEGINS]
    original = bench._layout  # noqa: SLF001 what takes the time
    monkeypatch.setattr(bench, "_layout", lambda *given: found.append("") or original(*given))
    *_, told = bench.layout(page(source.format(white)), "", 1, mended)
    assert len(found) == turns
    assert (told == mended) is (white == 0)
