"""Entries that outlive a run: whole or not there at all, and no more than fit."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from coursepack.run import store

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        with store.within(tmp_path / "cache"):
            assert store.kept("a", lambda: made.append(1) or b"x") == b"x"  # type: ignore[func-returns-value]
    assert made == [1]


@pytest.mark.parametrize("damage", [b"", b"shorter", b"x" * 40])
def test_a_damaged_entry_is_made_again(tmp_path: Path, damage: bytes) -> None:
    with store.within(tmp_path):
        store.put("a", b"what was made")
        (tmp_path / "a").write_bytes(damage)
        assert store.get("a") is None
        assert store.kept("a", lambda: b"again") == b"again"
        assert store.get("a") == b"again"


@pytest.mark.usefixtures("anew")
def test_without_a_folder_or_with_a_file_in_its_place_everything_is_made(tmp_path: Path) -> None:
    assert store.kept("a", lambda: b"x") == b"x"
    assert store.get("a") is None
    (tmp_path / "file").write_bytes(b"")
    with store.within(tmp_path / "file"):
        assert store.kept("a", lambda: b"x") == b"x"


def test_what_was_used_longest_ago_makes_room(tmp_path: Path) -> None:
    with store.within(tmp_path, most=10_000):
        for place, name in enumerate("abc"):
            store.put(name, bytes(84))
            os.utime(tmp_path / name, (place, place))
        assert store.get("a") == bytes(84)
    assert {path.name for path in tmp_path.iterdir()} == {"a", "c"}


def test_parts_do_not_run_into_each_other() -> None:
    assert store.key("ab", "c") != store.key("a", "bc")
    assert store.key("a", b"b") == store.key(b"a", "b")


def test_what_the_program_made_of_itself_is_kept_in_its_environment_or_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/somewhere")
    assert str(store.installed()) == "/somewhere/cache"
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert store.installed() is None
