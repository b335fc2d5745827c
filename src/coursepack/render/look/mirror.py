"""A style sheet for a language that is read from right to left: what is left in it is right, page sides too.

Names of classes, words in quotes, addresses and code stay as they are. Where a new leaf begins is said by `recto`, the
left page of such a book; letters that are joined are not set apart.
"""

from __future__ import annotations

import re

_TURNED = {"left": "right", "right": "left"}
_KEPT = r"""url\("[^"]*"\)|"[^"]*"|\.[\w-]+"""
_SIDES = re.compile(rf"(?P<kept>{_KEPT})|(?<![a-z])(?P<side>left|right)(?![a-z])")
_SHEETS = re.compile(r"(?<=break-before: )(?:right|left)\b")
_LEAVES = {"right": "recto", "left": "verso"}
_FOUR = re.compile(r"(?<![\w-])(margin|padding): ([^\s;}]+) ([^\s;}]+) ([^\s;}]+) ([^\s;}]+)")
_GROUND = re.compile(r"""(background: url\("[^"]*"\) no-repeat )(0|100%) """)
_SPACING = re.compile(r"letter-spacing: [^;}]+")
_CODE = (".code", ".said .code", ".answered .code")
# Grids do not turn: options stand in the columns from the right, row by row.
_COLUMNS = (2, 3, 4)
_MOST_OPTIONS = 12
_CODE_RULE = "code, .code, .code p.line { direction: ltr; } .code { text-align: left; }"
# An entry of the list of works in letters from left to right hangs as it does in their books.
_WORK = re.compile(r"^\.work \{ padding-left: ([^;]+);", re.MULTILINE)


def mirrored(css: str) -> str:
    """Return the mirror image of a style sheet, of which every rule is a line that begins with its selector."""
    lines = (line if line.startswith(_CODE) else _line(line) for line in css.split("\n"))
    return "\n".join([*lines, _CODE_RULE, *_works(css), *_grids()])


def _line(line: str) -> str:
    turned = _FOUR.sub(
        r"\1: \2 \5 \4 \3", _SHEETS.sub(lambda found: _LEAVES[found[0]], _SPACING.sub("letter-spacing: 0", line))
    )
    turned = _GROUND.sub(lambda found: f"{found[1]}{'100%' if found[2] == '0' else '0'} ", turned)
    return _SIDES.sub(lambda found: found["kept"] or _TURNED[found["side"]], turned)


def _works(css: str) -> list[str]:
    own = '.work[dir="ltr"] {{ direction: ltr; text-align: left; padding: 0 0 0 {}; }}'
    return [own.format(room) for room in _WORK.findall(css)]


def _grids() -> list[str]:
    return [
        f".options.in-{columns} > :nth-child({number + 1}) "
        f"{{ grid-column: {columns - number % columns}; grid-row: {number // columns + 1}; }}"
        for columns in _COLUMNS
        for number in range(_MOST_OPTIONS)
    ]
