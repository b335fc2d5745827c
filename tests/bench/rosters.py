"""Rosters of any length with names of nobody, mostly Latin, some in other scripts."""

from __future__ import annotations

GIVEN = ["Amara", "Łucja", "Zoë", "José", "Thị Ánh", "Ingrid", "Борис", "Ελένη", "Tariq", "Mei"]
FAMILY = [
    "Okafor",
    "Wiśniewska",
    "Müller",
    "Ñandú",
    "Nguyễn",
    "Sørensen",
    "Іваненко",
    "Παππά",
    "Haddad",
    "Wong",
    "Šimić",
]
OTHER = ["ليلى حداد", "山田 花子", "王小明", "김하늘", "שרה לוי"]
# One name of so many is in a script that the printed faces lack.
EVERY = 20


def roster(count: int) -> str:
    """Write a roster."""
    rows = [f"{name(number)},{10000 + number},{number + 1}" for number in range(count)]
    return "\n".join(["name,id,seat", *rows, ""])


def name(number: int) -> str:
    """Return a name."""
    if number % EVERY == EVERY - 1:
        return OTHER[number // EVERY % len(OTHER)]
    return f"{GIVEN[number % len(GIVEN)]} {FAMILY[number // len(GIVEN) % len(FAMILY)]}"
