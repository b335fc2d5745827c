"""Numbers in a column as their file writes them: with decimal points, or with decimal commas where it has these.

What 1,234 is can only be told from the rest of its column or of its file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coursepack.languages.language import marks
from coursepack.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursepack.load.cell import Cell

Mark = Literal[".", ",", ""]

_POINT = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
_APART = r"[. '\u2019\u00a0\u202f]"
_COMMA = re.compile(rf"[-+]?(\d+|\d{{1,3}}(?:{_APART}\d{{3}})+)?(,\d+)?([eE][-+]?\d+)?")
# Thousands or decimals: the digits do not say.
_EITHER = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(\.\d{3}){2,}")


@dataclass(frozen=True)
class Habit:
    """How a file writes decimals: the mark that its numbers show, and what is between cells and the language else."""

    shown: Mark
    delimiter: str
    language: str

    def mark(self, cells: Sequence[Cell]) -> Mark:
        """Return the mark of a column; it is not known if the column, the file and the language leave it open."""
        own = evidence(cell.text for cell in cells) or self.shown
        if own or self.delimiter in {",", ""}:
            return own or "."
        doubtful = {text for cell in cells for text in [cell.text] if _EITHER.fullmatch(text)}
        if not doubtful:
            return "."
        wanted = marks(self.language).point
        return "," if wanted == "," and all("," in text for text in doubtful) else self._point(doubtful, wanted)

    def _point(self, doubtful: Iterable[str], wanted: str) -> Mark:
        return "." if wanted == "." and all("." in text for text in doubtful) else ""


def evidence(texts: Iterable[str]) -> Mark:
    """Return the decimal mark that numbers can only have, most of them if they differ."""
    points = commas = 0
    for text in texts:
        if _EITHER.fullmatch(text):
            continue
        points += "." in text and _POINT.fullmatch(text) is not None
        commas += bool(_THOUSANDS.fullmatch(text) or ("," in text and is_comma(text)))
    return "" if not points and not commas else "," if commas > points else "."


def is_comma(text: str) -> bool:
    """Tell whether a text is a number with a decimal comma."""
    found = _COMMA.fullmatch(text)
    return bool(found and (found[1] or found[2]))


def number(cell: Cell, mark: Mark, problems: list[Problem]) -> float | None:
    """Return a cell as a number; an empty one is `None`, any other word is reported at its cell."""
    text = cell.text
    if cell.value is not None or not text:
        return cell.value
    if not mark and _EITHER.fullmatch(text):
        said = f"the mark in `{text}` parts thousands or begins decimals: nothing in the file says which"
        advice = "Write no mark for thousands, and two or four digits behind a decimal mark"
        problems.append(Problem(cell.span, "doubtful-number", said, advice))
        return None
    if mark == "," and is_comma(text):
        return float(re.sub(_APART, "", text).replace(",", "."))
    if mark != "," and _POINT.fullmatch(text):
        return float(text)
    habit = "comma, as the file does" if mark == "," else "point, and no thousands separator"
    help_text = f"Write digits with a decimal {habit}"
    problems.append(Problem(cell.span, "not-a-number", f"`{text}` is not a number", help_text))
    return None
