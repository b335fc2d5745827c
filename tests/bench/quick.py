"""Prints what shall be too quick to notice: `make` with nothing to do, and the search for markup in a hostile text."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from measure import run

from coursepack.load.markdown import parser

ROOT = Path(__file__).parents[2]
# Beginnings without an end, which a careless search would look through again and again.
BEGINS = ("{{<", "](", "\\cite[", "|a", ":a", "[[", "~~ ", "a **")


def main() -> None:
    """Measure and print."""
    # Whatever was made before: only the looking is measured.
    command = ["make", "-C", str(ROOT), "-s", "inputs"]
    print(f"Looking for what was changed: {median(run(command).seconds for _ in range(5)) * 1000:.0f} ms (below 100)")
    for begins in BEGINS:
        few, many = parsing(begins * 2000), parsing(begins * 8000)
        print(f"Four times {begins!r:10} {few * 1000:6.0f} ms, {many * 1000:6.0f} ms: {many / few:4.1f} times as long")


def parsing(text: str) -> float:
    """Return the seconds of the processor that a text takes to read."""
    start = time.process_time()
    parser().parse(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
