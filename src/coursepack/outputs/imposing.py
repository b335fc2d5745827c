"""How pages go onto sheets: the options of `coursepack impose`, and of what `make` imposes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursepack.outputs.output import Option
from coursepack.press.scheme import SCHEMES, SHEETS, Wish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _number(least: float, most: float, kind: Callable[[str], Any] = float) -> Callable[[str], Any]:
    """Return what reads a number within bounds."""

    def number(said: str) -> Any:  # noqa: ANN401 what argparse takes
        found = kind(said)
        if not least <= found <= most:
            raise ValueError
        return found

    return number


def sheet(said: str) -> tuple[float, float]:
    """Read a paper: its name, or width and height in mm."""
    if said in SHEETS:
        return SHEETS[said]
    length = _number(50, 2000)
    width, _, height = said.partition("x")
    return length(width), length(height)


_SIGNATURE = {"type": _number(1, 1000, int), "default": Wish.signature, "metavar": "20"}
SIGNATURE = Option("--signature", "SIGNATURE", "the most sheets that are folded into each other", _SIGNATURE)
CREEP = Option(
    "--creep",
    "CREEP",
    "mm that a sheet sticks out of the one around it: the thickness of paper",
    {"type": _number(0, 5), "default": Wish.creep, "metavar": "0.1"},
)
FLIP = Option(
    "--flip",
    "FLIP",
    "the edge about which the printer turns sheets (short for lying, long for upright ones)",
    {"choices": ["short", "long"]},
)
MARKS = Option("--marks", "MARKS", "marks where to cut and fold, outside of the pages", {"action": "store_true"})
_WAYS = "; ".join(f"{name}: {scheme.help}" for name, scheme in SCHEMES.items())
IMPOSE = (
    Option("--as", "AS", _WAYS, {"choices": list(SCHEMES), "default": Wish.scheme}),
    Option("--up", "UP", "pages a side (2)", {"type": _number(1, 16, int), "default": 0, "metavar": "2"}),
    Option("--sheet", "SHEET", "a4, a3, letter …, or 320x450 (mm)", {"type": sheet, "metavar": "a4"}),
    SIGNATURE,
    CREEP,
    FLIP,
    Option("--bleed", "BLEED", "mm around pages that are printed too", {"type": _number(0, 50), "default": 0.0}),
    MARKS,
)


def wish(given: Mapping[str, Any], **more: Any) -> Wish:  # noqa: ANN401 what a wish has
    """Return what the options of a command wish."""
    known = {"as": "scheme"}
    found = {known.get(option.name, option.name): given[option.name] for option in IMPOSE if option.name in given}
    return Wish(**{**found, **more, "flip": given.get("flip") or ""})
