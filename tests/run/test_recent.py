from __future__ import annotations

import pytest

from coursepack.run.recent import Recent


def test_a_value_is_made_once_whatever_it_is() -> None:
    kept, made = Recent[str](2), list[str]()
    for _ in range(2):
        assert kept.get("a", lambda: made.append("a") or "") == ""  # type: ignore[func-returns-value]
    assert made == ["a"]


def test_so_many_are_kept_and_no_more_those_that_were_asked_for_last() -> None:
    kept = Recent[int](2)
    kept.get("a", lambda: 1)
    kept.get("b", lambda: 1)
    assert kept.get("a", lambda: 2) == 1  # now the second is the one that was not used for longest
    kept.get("c", lambda: 1)
    assert kept.get("a", lambda: 2) == 1
    assert kept.get("b", lambda: 2) == 2


def test_what_could_not_be_made_is_made_when_it_can_be() -> None:
    kept = Recent[float](2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 / 0)
    assert kept.get("a", lambda: 1) == 1
