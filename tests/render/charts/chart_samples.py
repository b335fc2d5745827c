"""Charts to test with: real ones from case files, and random ones, with long names, zeros, equal values and gaps."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from coursepack.chart import Apart, Chart, Mark, Series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.chart import Kind

WORDS = (
    "United",
    "Nations",
    "Security",
    "Council",
    "peacekeeping",
    "Verteidigungsbündnis",
    "contributions",
    "Côte",
    "d\u2019Ivoire",
    "Mali",
    "of",
    "the",
    "and",
    "Organisation",
    "Yugoslavia",
    "Friedenssicherung",
    "AU",
    "EU",
    "NATO",
    "Republic",
    "Democratic",
    "multidimensional",
    "1989",
    "Chapter",
)
WHOLES = ("stacked", "area", "pie")
LANGUAGES = ("en", "de", "fr", "sv", "de-CH")
WIDTHS = (340.0, 476.0)


def charts(kind: Kind, number: int) -> Iterator[tuple[Chart, float]]:
    """Yield a number of charts of a kind with the width to draw them at; always the same ones."""
    for index in range(number):
        random = Random(f"{kind}-{index}")  # noqa: S311 -- no secret
        yield _chart(kind, random), random.choice(WIDTHS)


def _chart(kind: Kind, random: Random) -> Chart:
    size = random.choice((1, 2, 3, 5, 8, 12, 20, 33))
    size = min(6, max(2, size)) if kind == "pie" else size
    positions = _years(random, size) if kind == "line" and random.random() < 0.8 else ()
    if kind in {"area", "scatter"}:
        positions = _years(random, max(2, size))
        size = len(positions)
    several = random.randint(1, 3)
    series = {"line": random.choice((1, 1, 1, 2, 3))}.get(
        kind, several if kind in {"bar", "stacked", "area", "scatter"} else 1
    )
    values = _values(random, size, negative=kind not in WHOLES and random.random() < 0.3)
    rows = [values, *(_values(random, size, negative=False) for _ in range(series - 1))]
    if kind in {"area", "pie"}:
        rows = [[value or 1 for value in row] for row in rows]
    names = tuple(f"{place:g}" for place in positions) or _names(random, size, kind)
    marked = sorted(random.sample(range(size), min(size, random.randint(0, 5)))) if kind in ("line", "scatter") else []
    return Chart(
        kind,
        names,
        tuple(Series(_words(random, 5), tuple(row)) for row in rows),
        unit=_words(random, 12),
        language=random.choice(LANGUAGES),
        positions=positions,
        divide=random.choice((1, 1, 1000)),
        marks=tuple(Mark(index, _words(random, random.choice((0, 3, 9)))) for index in marked),
        apart=_apart(random, positions, rows[0]) if kind == "line" else (),
    )


def _values(random: Random, size: int, *, negative: bool) -> list[float | None]:
    top = random.choice((1, 9, 40, 1000, 107088, 2_500_000))
    equal = random.random() < 0.15
    places = random.choice((0, 0, 1, 2))
    one = round(random.uniform(0, top), places)
    drawn = [one if equal else round(random.uniform(-top if negative else 0, top), places) for _ in range(size)]
    holes = random.choice((0.0, 0.0, 0.2))
    found = [None if random.random() < holes else 0 if random.random() < 0.1 else value for value in drawn]
    return found if any(value is not None for value in found) else [one] * size


def _years(random: Random, size: int) -> tuple[float, ...]:
    first, step = random.randint(1945, 1990), random.choice((1, 1, 2, 5))
    return tuple(float(first + step * index) for index in range(size))


def _names(random: Random, size: int, kind: Kind) -> tuple[str, ...]:
    if kind != "ranked" and random.random() < 0.5:
        return tuple(f"{1946 + index}/{(47 + index) % 100:02}" for index in range(size))
    return tuple(_words(random, 6) or "(none)" for _ in range(size))


def _apart(random: Random, positions: tuple[float, ...], values: list[float | None]) -> tuple[Apart, ...]:
    if not positions or random.random() < 0.6:
        return ()
    near = next(value for value in values if value is not None)
    return (Apart(positions[-1] + 2.5, near * 0.8, _words(random, 3)),)


def _words(random: Random, most: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(min(1, most), most)))
