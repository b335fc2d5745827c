"""Line blocks of Pandoc: verse and addresses, each of whose lines begins with a bar, `| Roses are red`.

A paragraph is one if all of its lines begin so; what indents a line stays, `|` alone is an empty one, and a line that
begins with a blank goes on with the one above it (pandoc.org/MANUAL.html#line-blocks). What has bars among its words,
too, was meant for a table.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_LINE = re.compile(r"\|(?:(?=[ \t]) ?([ \t]*)(.*))?")
# Where a bar is a sign: escaped, in code, in a formula, between the words of a gap.
_SIGNS = re.compile(r"\\.|(`+)[^`]+\1|\$[^$]+\$|\[[^\[\]]*\]\{[^{}]*\}")
# What breaks a line of Markdown, at its end.
_BREAKS = " \t\\"
_TAB, _BLANK = 4, "\u00a0"


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before marks are read: a break of a line is that of Markdown then."""
    markdown.core.ruler.before("inline", "line_blocks", _blocks)


def _blocks(state: StateCore) -> None:
    for opened, inline in pairwise(state.tokens):
        if opened.type == "paragraph_open" and inline.content.startswith("|") and _is_block(inline.content):
            inline.content = _broken(inline.content)


def _is_block(content: str) -> bool:
    lines = _SIGNS.sub("", content).split("\n")
    return all(line[:1] in {" ", "\t"} or _LINE.fullmatch(line) for line in lines) and not any(
        "|" in line[1:] for line in lines
    )


def _broken(content: str) -> str:
    """Return the lines of verse as Markdown breaks them: places in a line are counted from its first letter."""
    lines = content.split("\n")
    below = [line.startswith("|") for line in lines[1:]]
    ends = ["  \n" if starts else "\n" for starts in below] + [""]
    return "".join(_indented(line) + end for line, end in zip(lines, ends, strict=True))


def _indented(line: str) -> str:
    found = _LINE.fullmatch(line)
    if not found:
        return line.rstrip(_BREAKS)
    words = (found[2] or "").rstrip(_BREAKS)
    blanks = (found[1] or "").replace("\t", " " * _TAB) if words else " "
    return _BLANK * len(blanks) + words
