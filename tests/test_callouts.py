"""The table of callouts: each name means one kind, and each kind has its words and its views."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from coursepack.callouts import CALLOUTS, NAMES, Look
from coursepack.load.files import OWN
from coursepack.problem import Span
from coursepack.validate.labels import labels


def test_no_name_means_two_kinds() -> None:
    listed = Counter(name for kind, one in CALLOUTS.items() for name in (kind, *one.elsewhere))
    assert [name for name, count in listed.items() if count > 1] == []
    assert NAMES.keys() == listed.keys()
    assert set(NAMES.values()) == set(CALLOUTS)


@pytest.mark.parametrize("look", get_args(Look))
def test_each_look_has_its_views(look: str) -> None:
    assert {path.name for path in (OWN / "callouts").glob(f"{look}.*")} >= {f"{look}.handout.html.j2"}
    assert look in {one.look for one in CALLOUTS.values()}


def test_each_kind_has_its_word() -> None:
    words = labels([OWN], "en", Span(""), [])
    assert all(words[kind] for kind in CALLOUTS)


def test_what_is_numbered_is_a_statement() -> None:
    assert {one.look for one in CALLOUTS.values() if one.numbered} == {"statement"}
    assert {kind for kind, one in CALLOUTS.items() if one.private} == {"solution", "instructor", "notes"}
