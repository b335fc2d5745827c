"""The engine is loaded without asking where its libraries are, and has all that it has when it asks."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Prints how often it was asked where a library is, and the libraries that are loaded.
PROGRAM = """
import ctypes.util, sys
from importlib import import_module
from pathlib import Path
asked, find = [], ctypes.util.find_library
ctypes.util.find_library = lambda name: asked.append(name) or find(name)
import_module(sys.argv[1])
lines = Path("/proc/self/maps").read_text().splitlines()
print(len(asked), *sorted({line.split()[-1] for line in lines if ".so" in line}), sep="\\n")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has one name for each")
def test_it_has_the_same_libraries_and_asks_for_none() -> None:
    def loaded(module: str) -> tuple[int, list[str]]:
        command = [sys.executable, "-c", PROGRAM, module]
        asked, *found = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
        return int(asked), found

    many, searched = loaded("coursepack.render.handout.bench")
    none, named = loaded("coursepack.render.handout.engine")
    assert many > none == 0
    assert named == searched
