"""Graphviz, compiled and loaded."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from wasmtime import Engine, Module

from coursepack.render.figures import graphviz

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOT = 'digraph { a -> b -> c; a -> c [label="by the way"]; subgraph cluster_1 { label=group; b; c } }'


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    graphviz.backend.cache_clear()
    yield
    graphviz.backend.cache_clear()


def test_a_graph_is_laid_out_the_same_by_what_an_earlier_run_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    first = graphviz.render(DOT)
    assert any((tmp_path / "cache" / "wasmtime").rglob("*"))
    graphviz.backend.cache_clear()
    assert graphviz.render(DOT) == first


def test_graphviz_does_without_a_place_to_keep_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it would compile Graphviz with compiles without one, too: here the least that there is to compile."""
    monkeypatch.setattr(sys, "prefix", "/dev/null")
    assert Module(Engine(graphviz._config()), '(module (func (export "a")))').exports  # noqa: SLF001 it names the place
