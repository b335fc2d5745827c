r"""LaTeX before it is read: commands of packages that teachers use become plain ones, and lines have an environment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.render.words import chemistry, fillin, quantities, ruled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Command → how many arguments it has, and what is made of them.
_COMMANDS: dict[str, tuple[int, Callable[..., str]]] = {
    "ce": (1, chemistry.ce),
    "SI": (2, quantities.quantity),
    "qty": (2, quantities.quantity),
    "si": (1, quantities.unit),
    "unit": (1, quantities.unit),
    "num": (1, quantities.number),
    "ang": (1, quantities.angle),
    "pu": (1, quantities.physical),
    "numrange": (2, quantities.span),
    "SIrange": (3, quantities.span),
    "qtyrange": (3, quantities.span),
}
_COMMAND = re.compile(rf"\\({'|'.join(_COMMANDS)})(?![A-Za-z])\s*(?:\[[^\[\]]*\])?")
# Relations that have a sign of their own when they are struck out; the others are struck by a combining sign.
_NOT = {
    "=": r"\neq ", r"\in": r"\notin ", r"\equiv": r"\not\equiv ", "<": r"\nless ", ">": r"\ngtr ",
    r"\subset": "⊄", r"\supset": "⊅", r"\subseteq": r"\nsubseteq ", r"\supseteq": r"\nsupseteq ", r"\leq": r"\nleq ",
    r"\geq": r"\ngeq ", r"\le": r"\nleq ", r"\ge": r"\ngeq ", r"\mid": r"\nmid ", r"\parallel": r"\nparallel ",
    r"\exists": r"\nexists ", r"\sim": r"\nsim ", r"\approx": "≉", r"\ni": "∌", r"\cong": "≇",
    r"\to": r"\nrightarrow ", r"\gets": r"\nleftarrow ", r"\implies": "⇏", r"\iff": "⇎", r"\models": r"\nvDash ",
}  # fmt: skip
_NEGATED = re.compile(r"\\not(?![A-Za-z])\s*(\\[A-Za-z]+|[=<>])")
_LINE = re.compile(r"\\begin\s*\{[^{}]*\}|\\end\s*\{[^{}]*\}|\\.|[{}]", re.DOTALL)


# Environments of displays: a page numbers its equations itself, so what is inside counts.
_DISPLAYS = re.compile(r"\\(begin|end)\s*\{(align|gather|gathered|multline|flalign|split|alignat)\*?\}(?:\{\d+\})?")
_ALONE = re.compile(r"\\(?:begin|end)\s*\{(?:equation|displaymath|math)\*?\}")
_THREE = re.compile(r"\\(begin|end)\s*\{eqnarray\*?\}")
_UNNUMBERED = re.compile(r"\\(?:nonumber|notag)(?![A-Za-z])|\\label\s*\{[^{}]*\}")
# A page says how large its formulas are.
_SIZES = re.compile(
    r"\\(?:tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge)(?![A-Za-z])\s*"
    r"|\\(?:hfill|hfil)(?![A-Za-z])\s*"
)
# It also says how far apart lines are, and where they may be parted: `\\[1ex]`, `\\*`.
_END = re.compile(
    r"\\\\\*?(?:\s*\[\s*[+-]?(?:[\d.,]*\d\s*(?:pt|mm|cm|in|ex|em|pc|bp|dd|cc|sp|mu)"
    r"|[\d.,]*\\(?:jot|baselineskip|(?:small|med|big)skipamount))\s*\])?"
)
# What a bracket means that an environment begins with: how it stands in its line, or nothing but itself, `[1, 2]`. The
# library takes all of them for columns.
_STANDS = re.compile(r"(\\begin\s*\{aligned\})\s*\[[tcb]\]")
_BRACKET = re.compile(r"\\begin\s*\{(?!array\})[^{}]*\}(?=\s*\[[lcr|:\s]*[^lcr|:\s\]@!*])")
_BOLD = re.compile(r"\\(?:bm|boldsymbol)(?![A-Za-z])")
# One letter needs no braces in LaTeX; the library gives it its alphabet only in some.
_LETTER = re.compile(r"(\\(?:math(?:bb|cal|scr|frak|sf|bf|rm|it|tt)|bm|boldsymbol))(?:\s+([A-Za-z0-9])|([0-9]))")
_WORDS = re.compile(r"\\(?:hbox|mbox|textrm|textnormal)(?=\s*\{)")
_TEXT = re.compile(r"\\text\s*\{([^{}$]*)\$([^$]*)\$")
_LEFT, _RIGHT = re.compile(r"\\left(?![A-Za-z])"), re.compile(r"\\right(?![A-Za-z])")
_OPENED = r"\begin{cases}"
_CASES = re.compile(r"([^&]*?\\begin\{cases\})(.*)(\\end\{cases\}[^&]*)", re.DOTALL)
_ALIGNED = re.compile(r"\s*\\begin\{aligned\}(.*)\\end\{aligned\}\s*", re.DOTALL)


@dataclass(frozen=True)
class Lines:
    """The lines of a formula, and what stands around all of them in each formula that some of them make."""

    rows: tuple[str, ...]
    before: str = ""
    after: str = ""

    def shared(self, count: int) -> list[str]:
        """Return so many formulas of them, as even as can be."""
        ends = [-(-len(self.rows) * number // count) for number in range(count + 1)]
        return [self._formula(self.rows[start:end]) for start, end in pairwise(ends)]

    def _formula(self, rows: Sequence[str]) -> str:
        inside = r" \\ ".join(rows)
        if self.before or (len(rows) == 1 and "&" not in inside):
            return f"{self.before}{inside}{self.after}"
        return rf"\begin{{aligned}}{inside}\end{{aligned}}"


def plain(latex: str) -> str:
    """Return LaTeX without the commands of mhchem and siunitx; lines outside an environment are `aligned`.

    Lines that an array draws are marks in it.

    Raises:
        ValueError: such a command holds what it can't; the message says what.
    """
    return _lined(_NEGATED.sub(lambda found: _NOT.get(found[1], found[0]), _expanded(ruled.marked(usual(latex)))))


def usual(latex: str) -> str:
    """Return LaTeX whose displays are `aligned`, whose bold signs are set bold, and whose words hold no dollars."""
    latex = fillin.escaped(latex).replace("{dcases}", "{cases}")
    latex = _DISPLAYS.sub(lambda found: rf"\{found[1]}{{aligned}}", _ALONE.sub("", _UNNUMBERED.sub("", latex)))
    latex = _THREE.sub(lambda found: r"\begin{array}{rcl}" if found[1] == "begin" else r"\end{array}", latex)
    latex = _BRACKET.sub(r"\g<0>{}", _STANDS.sub(r"\1", latex))
    latex = _END.sub(r"\\\\", _SIZES.sub("", latex))
    latex = _LETTER.sub(lambda found: f"{found[1]}{{{found[2] or found[3]}}}", latex)
    latex = _WORDS.sub(lambda _: r"\text", _BOLD.sub(lambda _: r"\mathbf", latex))
    while (words := _TEXT.sub(lambda found: rf"\text{{{found[1]}}}{found[2]}\text{{", latex)) != latex:
        latex = words
    return latex.replace(r"\text{}", "")


def lines(latex: str) -> Lines:
    """Return the lines of a formula that is nothing but lines, or one column of cases: any of them can be set alone."""
    whole = usual(latex)
    inside = _ALIGNED.fullmatch(whole)
    found = _rows(inside[1] if inside else whole)
    cases = _CASES.fullmatch(found[0]) if len(found) == 1 and found[0].count(_OPENED) == 1 else None
    if cases:
        rows = _rows(cases[2])
        return Lines(rows, cases[1], cases[3]) if len(rows) > 1 else Lines((latex,))
    return Lines(found) if len(found) > 1 else Lines((latex,))


def _rows(text: str) -> tuple[str, ...]:
    ends = [(0, 0), *_breaks(text), (len(text), len(text))]
    if ruled.has_lines(text) or any(rf"\{word}{{aligned}}" in text for word in ("begin", "end")):
        return (text,)
    found = tuple(text[before[1] : after[0]].strip() for before, after in pairwise(ends))
    if any(len(_LEFT.findall(one)) != len(_RIGHT.findall(one)) for one in found):
        return (text,)  # a bracket that grows goes on over lines
    return tuple(one for one in found if one) or (text,)


def _expanded(latex: str) -> str:
    made, place = "", 0
    while found := _COMMAND.search(latex, place):
        count, rewrite = _COMMANDS[found[1]]
        given, end = [], found.end()
        for _ in range(count):
            inside, end = _argument(latex, end, found[0].strip())
            given.append(inside)
        made += f"{latex[place : found.start()]}{{{rewrite(*given)}}}"
        place = end
    return made + latex[place:]


def _argument(latex: str, start: int, command: str) -> tuple[str, int]:
    """Return what stands between the braces that come next, and the place after them."""
    place = start + len(latex[start:]) - len(latex[start:].lstrip())
    if latex[place : place + 1] != "{":
        message = f"`{command}` has its argument in braces"
        raise ValueError(message)
    depth = 0
    for end in range(place, len(latex)):
        depth += {"{": 1, "}": -1}.get(latex[end], 0)
        if depth == 0:
            return latex[place + 1 : end], end + 1
    message = f"the braces after `{command}` are not closed"
    raise ValueError(message)


def _breaks(latex: str) -> list[tuple[int, int]]:
    """Return where lines break that stand in no environment."""
    depth, breaks = 0, list[tuple[int, int]]()
    for found in _LINE.finditer(latex):
        sign = found[0]
        if sign == "{" or sign.startswith(r"\begin"):
            depth += 1
        elif sign == "}" or sign.startswith(r"\end"):
            depth -= 1
        elif sign.startswith(r"\\") and depth == 0:
            breaks.append(found.span())
    return breaks


def _lined(latex: str) -> str:
    """Put lines that stand in no environment into `aligned`; a break at the end begins no line."""
    breaks = _breaks(latex)
    while breaks and not latex[breaks[-1][1] :].strip():
        latex = latex[: breaks.pop()[0]]
    return rf"\begin{{aligned}}{latex}\end{{aligned}}" if breaks else latex
