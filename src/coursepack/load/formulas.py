r"""Formulas in Markdown, between any of the marks that teachers write: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`.

Blocks of `$$` and of `\begin{align}` are read by plugins; all become `math` (in a line) or `math_block` tokens. One
with a label behind it, `$$ (eq:sum)` of MyST or `$$ {#eq-sum}` of Quarto, is a `formula`, read as a {math} block.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import takewhile
from typing import TYPE_CHECKING

from mdit_py_plugins.amsmath import amsmath_block, amsmath_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from coursepack.load import brackets, interrupting
from coursepack.load.attributes import name
from coursepack.load.fence import written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

# Pandoc's rule: no blank inside the dollars, and no digit after them, so that "$5 and $6" are two prices.
_INLINE = re.compile(r"\$(?=[^\s$])((?:[^$\\]|\\.)*?)(?<!\s)\$(?!\d)", re.DOTALL)
# With a command of LaTeX between them, dollars are no prices, whatever blanks stand there.
_SPACED, _COMMAND = re.compile(r"\$((?:[^$\\\n]|\\.)+)\$(?!\d)"), re.compile(r"\\[A-Za-z]")
_DISPLAY = re.compile(r"\$\$((?:[^$\\]|\\.)+?)\$\$", re.DOTALL)
_ROUND = re.compile(r"\\\((.+?)\\\)", re.DOTALL)
_SQUARE = re.compile(r"\\\[(.+?)\\\]", re.DOTALL)
# Lines that go on from those of a paragraph are none of a block, however far they are indented.
_LINES = re.compile(
    r"(\\begin\{((?:align(?:at|ed)?|gather(?:ed)?|equation|multline|flalign|eqnarray|split)\*?)\}.{1,4000}?\\end\{\2\})",
    re.DOTALL,
)
_CLOSING = {"\\(": "\\)", "\\[": "\\]", "\\b": "\\end{"}
_LABEL = re.compile(r"[ \t]*(?:\(([\w:.-]+)\)|\{#([\w:.-]+)[^{}]*\})[ \t]*")
# Two backslashes before the sign end a line, one makes it a sign.
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*+)%[^\n]*(?=\n\s*\S)")
_PER_CENT = re.compile(r"(?<!\\)((?:\\\\)*+)%")
# Lines of a formula inside a paragraph.
_LONGEST = 100
# As a saved page has signs of a formula.
_ENTITY = re.compile(r"&(?:lt|gt|amp);")
# The number that a page of LibreTexts gives a figure, table or exercise, which counts in it alone.
_COUNTED = re.compile(r"\s*\\PageIndex\s*\{([\w.]{1,9})\}\s*")
_STOP = re.compile(r"[.,;:!?]")


def use(markdown: MarkdownIt) -> None:
    """Add the rules for formulas."""
    markdown.use(dollarmath_plugin, allow_labels=False)
    markdown.inline.ruler.disable("math_inline")
    markdown.block.ruler.before("math_block", "labelled_formula", _labelled, interrupting.NOTES)
    markdown.use(amsmath_plugin)
    markdown.block.ruler.at("amsmath", _environment, interrupting.NOTES)
    # Before "escape", which would take the backslash away.
    markdown.inline.ruler.before("escape", "math_marks", _math)
    markdown.core.ruler.after("block", "math_blocks", _blocks)
    markdown.core.ruler.before("block", "brackets", brackets.judge)
    markdown.core.ruler.after("inline", "math_alone", _alone)


def _labelled(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    if not written(state, start).startswith("$$") or state.is_code_block(start):
        return False
    lines: list[str] = []
    for number in range(start, end):
        line = written(state, number)[0 if lines else 2 :]
        if state.isEmpty(number) or state.sCount[number] < state.blkIndent:
            return False
        inside, closed, behind = line.partition("$$")
        lines.append(inside or " ")
        if closed:
            break
    found = _LABEL.fullmatch(behind) if closed else None
    latex = one_line("\n".join(lines))
    if not (found and latex):
        return False
    if not silent:
        state.line = number + 1
        token = state.push("formula", "", 0)
        token.map, token.markup = [start, state.line], "$$"
        token.meta = {"id": name(found[1] or found[2]), "latex": latex}
    return True


def one_line(latex: str) -> str:
    """Return LaTeX in one line, without comments and HTML's names of signs.

    A bare sign that no other line follows is one of per cent.
    """
    signs = _ENTITY.sub(lambda found: unescape(found[0]), latex)
    return _PER_CENT.sub(r"\1\%", " ".join(_COMMENT.sub(r"\1", signs).split()))


def _environment(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own
    is_inside = silent and written(state, start).startswith("\\begin") and is_open(state, start)
    return not is_inside and amsmath_block(state, start, end, silent)


def is_open(state: StateBlock, start: int) -> bool:
    """Tell whether `$$` in the lines of a paragraph above this one is not closed: it is part of that formula."""
    above = takewhile(lambda line: not state.isEmpty(line), range(start - 1, max(start - _LONGEST, 0) - 1, -1))
    return sum(written(state, line).count("$$") for line in above) % 2 == 1


def _math(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    # Where Markdown takes a backslash away before MathJax reads it, authors write two.
    twice = state.src.startswith(("\\\\(", "\\\\["), state.pos)
    start = state.pos + twice
    pair = state.src[start : start + 2]
    if not pair.startswith(("$", "\\(", "\\[", "\\b")):
        return False
    pattern = {"$$": _DISPLAY, "\\(": _ROUND, "\\[": _SQUARE, "\\b": _LINES}.get(pair, _INLINE)
    # What is opened a thousand times and never closed is not searched for its end each time.
    closing = _CLOSING.get(pair, "$")
    match = pattern.match(state.src, start) if state.src.find(closing, start + 1) > 0 else None
    if pattern is _INLINE and not match:
        spaced = _SPACED.match(state.src, state.pos)
        match = spaced if spaced and _COMMAND.search(spaced[1]) else None
    if not match or not match[1].strip() or _is_said(state, pattern, match[1], twice=twice):
        return False
    counted = _COUNTED.fullmatch(match[1].removesuffix("\\") if twice else match[1])
    if counted:
        if not silent:
            state.push("text", "", 0).content = counted[1]
            state.tokens[-1].meta["raw"] = state.src[state.pos : match.end()]
        state.pos = match.end()
        return True
    shown = pattern in {_DISPLAY, _SQUARE, _LINES}
    # The stop after a formula that stands alone stands with it.
    found = _STOP.match(state.src, match.end()) if shown else None
    stop = found[0] if found else ""
    if not silent:
        token = state.push("math", "", 0)
        token.content = one_line(match[1].removesuffix("\\") if twice else match[1])
        token.meta = {"raw": state.src[state.pos : match.end()], "at": state.pos, "display": shown, "stop": stop}
    state.pos = match.end() + len(stop)
    return True


def _is_said(state: StateInline, pattern: re.Pattern[str], inside: str, *, twice: bool) -> bool:
    """Tell whether what stands in brackets is part of the text around it."""
    if pattern is _SQUARE:
        return brackets.is_mark(state, inside)
    return pattern is _ROUND and not twice and brackets.is_aside(state, inside)


def _alone(state: StateCore) -> None:
    """Mark formulas that have their line, cell or item to themselves: nothing there asks them to be low."""
    for inline in (token for token in state.tokens if token.type == "inline"):
        shown = [one for one in inline.children or [] if one.type != "text" or one.content.strip()]
        if len(shown) == 1 and shown[0].type == "math":
            shown[0].meta["alone"] = True


def _blocks(state: StateCore) -> None:
    for token in state.tokens:
        # GitHub has displays as code of a language of that name.
        if token.type in {"math_block", "amsmath"} or (token.type == "fence" and token.info.strip() == "math"):
            token.type = "math_block"
            token.content = one_line(token.content)
