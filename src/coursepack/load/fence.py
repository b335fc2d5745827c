"""Fences: where a block ends, and the words after the backticks of code, as Pandoc, Quarto, MyST and others write them.

They name its language, its title, the lines that matter and whether lines have numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.load import attributes, interrupting
from coursepack.load.attributes import BRACES

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

# A kind of block after a fence, and what stands after it.
BLOCK = re.compile(r"\s*\{([^}.][^}]*)\}\s*(.*)$")
_OPENS = re.compile(r"(`{3,}|~{3,})[ \t]*\{[^}.][^}]*\}[^`]*$")
LINES = re.compile(r"\d+(?:\s*-\s*\d+)?(?:[\s,]+\d+(?:\s*-\s*\d+)?)*")
_TITLES = ("title", "filename", "caption", "lst-cap")
_EMPHASIS = ("emphasize-lines", "emphasis", "highlight-lines", "hl_lines", "highlight", "hl-lines")
_NUMBERS = re.compile(
    r"line-?nos?|linenos|line-?numbers?|numberlines|number-lines|showlinenumbers|linenums|lineno-start|code-line-numbers"
)
# What another tool does with a block on a screen, and what paper has no need of.
_ELSEWHERE = re.compile(
    r"startfrom|lineno-start|code-fold|code-overflow|copy|eval|echo|output|results|wrap|name|label|id"
)
# The name of the file that the code is, after its language: a title.
_FILE = re.compile(r"[+-]?[\w-]+(?:[./][\w-]+)*\.\w{1,5}")
# What a program said is set beside what was written; a name of another tool for a language.
SAID = frozenset({"output", "error", "console-output", "stdout", "stderr"})
_OTHER_NAMES = {
    **dict.fromkeys(SAID, "text"),
    "ipython": "python",
    "ipython3": "python",
    "plain": "text",
    "none": "text",
    "source": "text",
}


@dataclass(frozen=True)
class Info:
    """A language, the lines that matter (from 1), and what means nothing here; a title, and what else was asked for."""

    language: str
    emphasis: tuple[int, ...]
    unknown: str
    title: str = ""
    numbered: bool = False
    # It is what a program said.
    said: bool = False


def use(markdown: MarkdownIt) -> None:
    """Add the rule for blocks of the course: what is written in their fields is indented, fences of code too."""
    markdown.block.ruler.before("fence", "course_block", _block, interrupting.LISTS)


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Read a fence with a kind up to one that is as long, and no further in than itself."""
    opened = _OPENS.match(written(state, start))
    if opened is None or state.is_code_block(start):
        return False
    if silent:
        return True
    last = next((n for n in range(start + 1, end) if _is_out(state, n) or _closes(state, n, start, opened[1])), end)
    closed = last < end and not _is_out(state, last)
    state.line = last + closed
    token = state.push("fence", "code", 0)
    token.info = written(state, start)[len(opened[1]) :]
    token.content = state.getLines(start + 1, last, state.sCount[start], True)  # noqa: FBT003 markdown-it's own
    token.markup, token.map = opened[1], [start, state.line]
    return True


def written(state: StateBlock, line: int) -> str:
    """Return a line without what indents it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def closing(state: StateBlock, start: int, end: int, is_end: Callable[[str], object], kind: str) -> int | None:
    """Return the line below that ends what a line begins, or None.

    Where one of a kind has no end, none of those below it has: they are not looked through again.
    """
    endless: set[int] = state.env.setdefault(f"endless {kind}", set())
    if end in endless:
        return None
    last = next((number for number in range(start + 1, end) if is_end(written(state, number))), None)
    if last is None:
        endless.add(end)
    return last


def _is_out(state: StateBlock, line: int) -> bool:
    """Tell whether a line ends the list or quotation around a fence."""
    return bool(written(state, line)) and state.sCount[line] < state.blkIndent


def _closes(state: StateBlock, line: int, start: int, fence: str) -> bool:
    words = written(state, line).rstrip()
    return state.sCount[line] <= state.sCount[start] and words.startswith(fence) and not words.strip(fence[0])


def info(words: str) -> Info:
    """Read `python {2-3}`, `{.python title="Draw" .numberLines}`, `python title="Draw" linenos` and their like."""
    named = {name.lower(): value for name, value in attributes.read(words).named.items()}
    inside = " ".join(BRACES.findall(words))
    emphasis = " ".join(part for part in BRACES.findall(words) if LINES.fullmatch(part.strip()))
    emphasis += " " + " ".join(named.get(name, "") for name in _EMPHASIS)
    # Quarto's own name for lines that are numbered has the lines that matter as well.
    numbered = [name for name in named if _NUMBERS.fullmatch(name) and named[name].lower() not in {"false", "0"}]
    if LINES.fullmatch(named.get("code-line-numbers", "")):
        emphasis += " " + named["code-line-numbers"]
    outside = _words(BRACES.sub(" ", words))
    # Only a class names a language there: `{quote}` is a block.
    rest = [*outside, *(word[1:] for word in _words(inside) if word.startswith("."))]
    others = [word for word in _words(inside) if word[0] not in ".#" and not _NUMBERS.fullmatch(word.lower())]
    flags = [word for word in [*rest, *_words(inside)] if _NUMBERS.fullmatch(word.lower())]
    rest = [word for word in rest if word not in flags]
    language, unknown = (rest[0], [*rest[1:], *others]) if rest else ("", others)
    files = [word for word in unknown if _FILE.fullmatch(word)]
    unknown = [word for word in unknown if word not in files]
    known = {*_TITLES, *_EMPHASIS, *numbered}
    strange = [
        name for name in named if name not in known and not _NUMBERS.fullmatch(name) and not _ELSEWHERE.fullmatch(name)
    ]
    return Info(
        _OTHER_NAMES.get(language.lower(), language),
        numbers(emphasis) if LINES.fullmatch(emphasis.strip()) else (),
        " ".join([*unknown, *strange]),
        next((named[name] for name in _TITLES if name in named), next(iter(files), "").lstrip("+-")),
        bool(flags or numbered),
        language.lower() in SAID,
    )


def _words(text: str) -> list[str]:
    """Return the words of a text that are no attributes and no lines."""
    found = " ".join(attributes.read(text).words).replace(",", " ").split()
    return [word for word in found if not LINES.fullmatch(word)]


def numbers(words: str) -> tuple[int, ...]:
    """Return the numbers of `2,4-6`; ranges are cut at a thousand lines."""
    found: list[int] = []
    for part in re.sub(r"\s*-\s*", "-", words.replace(",", " ")).split():
        first, _, last = part.partition("-")
        start, end = int(first[:4]), int((last or first)[:4])
        found += range(start, min(end, start + 1000) + 1)
    return tuple(found)
