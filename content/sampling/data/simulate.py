"""Make the data of this course: a town that does not exist, and samples of it.

Run it in this folder: `python simulate.py`. It needs nothing but Python, and it writes the same files each time,
because all chance comes from one generator with the seed 1936. Only `random()` is drawn from it: Python promises that
its sequence stays the same.
"""
# ruff: noqa: INP001, PLR2004, RUF001, S311  a teaching script: numbers in place, en dashes, chance for play

from __future__ import annotations

import csv
import math
import random
from pathlib import Path
from typing import Any

SEED = 1936
HERE = Path(__file__).parent
MEDIA = HERE.parent / "media"
SIZE = 6000
# Travel: the share of students, the median journey in minutes, and the spread of its logarithm.
TRAVEL = {"walk or cycle": (0.44, 12, 0.42), "bus": (0.36, 33, 0.38), "car": (0.20, 18, 0.40)}
Z = 1.96  # 95 per cent of a normal curve lies within so many standard deviations
T49 = 2.01  # and of Student's t with 49 degrees of freedom

rng = random.Random(SEED)


def normal() -> float:
    """A draw from the standard normal curve (Box and Muller's method)."""
    return math.sqrt(-2 * math.log(1 - rng.random())) * math.cos(2 * math.pi * rng.random())


def draw(items: list[Any], n: int) -> list[Any]:
    """A simple random sample: n items without replacement, each set of n equally likely."""
    pool = list(items)
    for k in range(n):
        j = k + int(rng.random() * (len(pool) - k))
        pool[k], pool[j] = pool[j], pool[k]
    return pool[:n]


def mean(values: list[float]) -> float:
    """The sum over the number of values."""
    return sum(values) / len(values)


def sd(values: list[float], less: int = 1) -> float:
    """The standard deviation; `less` is 1 for a sample and 0 for a whole population."""
    centre = mean(values)
    return math.sqrt(sum((v - centre) ** 2 for v in values) / (len(values) - less))


def write(name: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    """Write a data file beside this script."""
    with (HERE / name).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


# The town of Eastmere: 6,000 students, how they travel, how long it takes, and what they think of a later start.
town = []
for number in range(1, SIZE + 1):
    chance, travel = rng.random(), "car"
    for name, (share, _, _) in TRAVEL.items():
        if chance < share:
            travel = name
            break
        chance -= share
    _, median, spread = TRAVEL[travel]
    minutes = min(120, max(2, round(median * math.exp(spread * normal()))))
    later = "yes" if rng.random() < 0.25 + 0.009 * minutes else "no"
    town.append((number, travel, minutes, later))
write("population.csv", ["student", "travel", "minutes", "later_start"], town)

every = [row[2] for row in town]
mu, sigma = mean(every), sd(every, 0)

# How long the journeys take, in steps of ten minutes.
steps = [(0, 10), (10, 20), (20, 30), (30, 40), (40, 50), (50, 60), (60, 999)]
write(
    "journeys.csv",
    ["minutes", "students"],
    [(f"{lo}–{hi - 1}" if hi < 999 else "60+", sum(lo <= m < hi for m in every)) for lo, hi in steps],
)

# Four ways to ask about a later start.
bus = [row for row in town if row[1] == "bus"]
online = [row for row in town if rng.random() < (0.24 if row[3] == "yes" else 0.10)]
polls = {
    "All 6,000 students": town,
    "Random sample": draw(town, 100),
    "Bus queue": draw(bus, 300),
    "Online poll": online,
}


def percent(rows: list[tuple[Any, ...]], column: int, value: str) -> float:
    """The share of rows with that value, in per cent."""
    return round(100 * sum(row[column] == value for row in rows) / len(rows), 1)


write(
    "polls.csv",
    ["who", "asked", "yes_percent"],
    [(who, len(rows), percent(rows, 3, "yes")) for who, rows in polls.items()],
)
write(
    "who-answered.csv",
    ["who", "walk_or_cycle", "bus", "car"],
    [
        (who.replace("All 6,000 students", "All students"), *(round(percent(rows, 1, t)) for t in TRAVEL))
        for who, rows in polls.items()
    ],
)

# A thousand samples of each of three sizes: where do their means fall?
means = {n: [mean([row[2] for row in draw(town, n)]) for _ in range(1000)] for n in (10, 40, 160)}
counts = {n: {m: sum(round(v) == m for v in means[n]) for m in range(12, 41)} for n in means}


def shown(n: int, m: int) -> int | str:
    """A count, left out where the curve has run flat."""
    near = any(counts[n].get(m + step) for step in (-1, 0, 1))
    return counts[n][m] if near else ""


last = max(m for m in range(12, 41) if any(counts[n][m] for n in means)) + 1
write(
    "sample-means.csv",
    ["mean", "n10", "n40", "n160"],
    [(m, *(shown(n, m) for n in means)) for m in range(12, last + 1)],
)

# The standard error: from the formula, and as the thousand samples of each size show it.
spread = {}
for n in (5, 10, 20, 40, 80, 160, 320):
    found = means.get(n) or [mean([row[2] for row in draw(town, n)]) for _ in range(1000)]
    spread[n] = round(sd(found), 2)
write("standard-error.csv", ["n", "formula"], [(n, round(sigma / math.sqrt(n), 2)) for n in range(5, 321, 5)])
write(
    "standard-error-seen.csv",
    ["n", "formula", "seen"],
    [(n, round(sigma / math.sqrt(n), 2), spread[n]) for n in spread],
)

# Samples of all sizes between 5 and 200, one each: the funnel.
funnel = [(n, round(mean([row[2] for row in draw(town, n)]), 1)) for n in range(5, 201, 2)]
write("funnel.csv", ["n", "mean"], funnel)

# One sample of fifty students, for the worked example.
fifty = sorted(row[2] for row in draw(town, 50))
write("fifty.csv", ["minutes"], [(m,) for m in fifty])

# A thousand samples of fifty, each with its interval; the first 25 are drawn.
intervals = []
for number in range(1, 1001):
    values = [row[2] for row in draw(town, 50)]
    margin = T49 * sd(values) / math.sqrt(50)
    low, high = mean(values) - margin, mean(values) + margin
    intervals.append(
        (number, round(mean(values), 2), round(low, 2), round(high, 2), "yes" if low <= mu <= high else "no")
    )
write("intervals.csv", ["sample", "mean", "low", "high", "holds_the_mean"], intervals)

# The margin of error of a share of one half.
write("margin.csv", ["n", "points"], [(n, round(100 * Z * math.sqrt(0.25 / n), 1)) for n in range(100, 2501, 100)])

write(
    "town.csv",
    ["what", "value"],
    [
        ("seed", SEED),
        ("students", SIZE),
        ("mean journey, minutes", round(mu, 2)),
        ("standard deviation, minutes", round(sigma, 2)),
        ("median journey, minutes", sorted(every)[SIZE // 2]),
        ("longest journey, minutes", max(every)),
        ("in favour of a later start, per cent", percent(town, 3, "yes")),
        ("in favour, bus, per cent", percent(bus, 3, "yes")),
        ("in favour, not by bus, per cent", percent([r for r in town if r[1] != "bus"], 3, "yes")),
        ("sample of fifty: mean", round(mean(fifty), 2)),
        ("sample of fifty: standard deviation", round(sd(fifty), 2)),
        ("intervals that hold the mean, of 1,000", sum(r[4] == "yes" for r in intervals)),
        ("intervals that end below the mean", sum(r[3] < mu for r in intervals)),
        ("intervals that begin above the mean", sum(r[2] > mu for r in intervals)),
        (
            "means of samples of 40 within two standard errors, of 1,000",
            sum(abs(m - mu) <= 2 * sigma / math.sqrt(40) for m in means[40]),
        ),
        ("of the first 25", sum(r[4] == "yes" for r in intervals[:25])),
    ],
)

# The picture of 25 intervals: units are points, as in the charts.
LEFT, RIGHT, TOP, STEP, LOW, HIGH, INK, ACCENT = 30, 466, 22, 6.1, 12, 36, "#1A1A1A", "#14466B"
BOTTOM = TOP + 24 * STEP + 6


def x(value: float) -> float:
    """The place of a number of minutes along the picture."""
    return round(LEFT + (value - LOW) / (HIGH - LOW) * (RIGHT - LEFT), 1)


def line(start: tuple[float, float], end: tuple[float, float], weight: float, colour: str = INK) -> str:
    """A line from one point to another."""
    (x1, y1), (x2, y2) = start, end
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{weight}"/>'


def words(at: tuple[float, float], anchor: str, text: object, weight: str = "normal") -> str:
    """A piece of lettering; `anchor` is start, middle or end."""
    face = f'font-family="Source Sans 3" font-size="10.5" font-weight="{weight}" fill="{INK}"'
    return f'<text x="{at[0]}" y="{at[1]}" text-anchor="{anchor}" {face}>{text}</text>'


parts = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 476 198">',
    line((x(mu), TOP - 6), (x(mu), BOTTOM), 1.25, ACCENT),
    words((x(mu), 11), "middle", f"all students: {mu:.1f} minutes", "bold"),
]
for row, (number, centre, low, high, holds) in enumerate(intervals[:25]):
    y, miss = round(TOP + row * STEP, 1), holds == "no"
    parts.append(line((x(low), y), (x(high), y), 2.5 if miss else 1))
    radius, fill = (2.3, "#FFFFFF") if miss else (1.8, INK)
    parts.append(f'<circle cx="{x(centre)}" cy="{y}" r="{radius}" fill="{fill}" stroke="{INK}" stroke-width="1"/>')
    if miss:
        parts.append(words((x(low) - 5, y + 3.5), "end", number, "bold"))
for row, said in enumerate(("Thick line, open", "dot: the interval", "misses the mean.")):
    parts.append(words((RIGHT, TOP + 92 + 13 * row), "end", said))
parts.append(line((LEFT, BOTTOM), (RIGHT, BOTTOM), 0.9))
for tick in range(LOW, HIGH + 1, 4):
    parts.append(line((x(tick), BOTTOM), (x(tick), BOTTOM + 3), 0.75))
    if tick < HIGH:
        parts.append(words((x(tick), BOTTOM + 14), "middle", tick))
parts += [words((x(HIGH) + 8, BOTTOM + 14), "end", f"{HIGH} minutes"), "</svg>"]
(MEDIA / "intervals.svg").write_text("\n".join(parts) + "\n", encoding="utf-8")
