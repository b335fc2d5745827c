"""A class and a course for it: what packs are made of."""

from __future__ import annotations

from conftest import COURSE
from coursepack.outputs import packing
from coursepack.run.jobs import here

EXERCISE = """
```{ordering}
id: way
text: Put the way of the water in order.
items: [spring, brook, river, mouth, sea]
```
"""
UNIT = COURSE["units/01-water.md"]
SECOND = UNIT.replace("id: water", "id: sea").replace("title: Water", "title: Sea").replace("springs", "tides")
FILES = {
    "course.yaml": "title: Rivers\nlanguage: en\nunits: [units/01-water.md, units/02-sea.md]\n",
    "units/01-water.md": UNIT + EXERCISE,
    "units/02-sea.md": SECOND,
}
NAMES = ["Amara Okafor", "Łucja Wiśniewska", "Борис Іваненко", "Νίκος Παππάς", "Nguyễn Thị Ánh", "ليلى حداد"]
NAMES += ["山田 花子", "Müller-Ñandú, Zoë"]
# Ids that no other text of a file holds by chance.
IDS = [f"QX-{number}7Z" for number in range(len(NAMES))]


def roster(names: list[str]) -> bytes:
    """Write a roster as a German spreadsheet does."""
    rows = [f'"{name}";QX-{number}7Z;{number + 1}' for number, name in enumerate(names)]
    return "\r\n".join(["Name;Nummer;Platz", *rows, ""]).encode("utf-16")


def made(wish: packing.Wish) -> dict[str, bytes]:
    return {name: b"".join(parts) for name, parts in packing.make(wish, here).files}
