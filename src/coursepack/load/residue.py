"""What has the shape of markup and is none that is set: found where it stands, so that no reader sees it as letters.

Every run of text remembers what was found in it (`meta["residue"]`), before quotation marks are curled.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.characters import pictured
from coursepack.load import attributes, screen
from coursepack.load.spans import OWN, unknown
from coursepack.problem import did_you_mean
from coursepack.text import HEADING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token


@dataclass(frozen=True)
class Residue:
    """Markup that is not set: how far from the beginning of its run of text it stands, and what to write instead."""

    at: int
    raw: str
    what: str
    advice: str


# What it is in all texts but those of an exercise that draws numbers.
ATTRIBUTES = "attributes that mean nothing here"
STYLE = "a style that is not known here"
SIGN = "a name of a picture sign"
PARAMETER = "a place for a number that nothing draws"
# Commands that stand in formulas alone, whatever comes after them.
_COMMANDS = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|varphi|chi|psi|omega"
    "|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega|sum|prod|int|oint|lim|sqrt|d?frac|cdot|times|infty|partial|nabla"
    "|sin|cos|tan|log|ln|exp|leq?|geq?|neq?|approx|equiv|pm|rightarrow|Rightarrow|overline|vec|hat|bar|mathrm|mathbf"
)
# The search is linear: no two repetitions that can share a character stand side by side before something that may be
# missing, and none runs over a sign that its own pattern must have before it.
_PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), what, advice)
    for pattern, what, advice in (
        (
            r"\{\{[<%](?:[^\n{]|\{(?!\{[<%]))*?[>%]\}\}",
            "a shortcode of another tool",
            "Write what it stands for: a {figure}, {video} or {pagebreak} block, or text",
        ),
        (
            r"\{\{\d+(?:-\d+)?\}\}",
            "a step of LiaScript",
            "Leave it out: paper shows all at once; `build: true` lets the points of a {slide} come one by one",
        ),
        (
            r"\(https?://[^\s()]+\)\[(?!\d+\])[^\[\]\n]+\](?![(\[])",
            "a link the wrong way round",
            "Write `[words](address)`",
        ),
        (
            r"(?<![\w@])@[A-Za-z][\w-]*(?:\.[a-z][\w.-]*\(?|\()",
            "a macro of LiaScript",
            "Leave it out, or write what it stands for; `\\@` is the sign itself",
        ),
        (
            r"\{\{-?[ \t]*(?:site|page|include|layout|content)\b(?![ \t]*[-+*/])[^{}\n<%]*\}\}",
            "a value of a site",
            "Write the value itself",
        ),
        (r"\{\{[^{}\n<%]*\}\}", PARAMETER, "Write the number itself; only a {numeric} exercise draws numbers"),
        (r"\{%(?:[^\n{]|\{(?!%))*?%\}", "a template tag of another tool", "Leave it out, or write what it stands for"),
        (
            r"\\(?:newpage|pagebreak|clearpage)\b",
            "a page break inside a text",
            "Write it alone, between two empty lines of the unit",
        ),
        (
            r"\\(?:cite[a-z]*|parencite|textcite|autocite)\*?(?:\[[^\[\]\n]*\])*\{[^{}\n]*\}?",
            "a citation in LaTeX",
            "Write `[@key, p. 3]`",
        ),
        (
            r"\\(?:ref|eqref|autoref|cref|Cref|pageref)\{[^{}\n]*\}?",
            "a reference in LaTeX",
            "Write `@figure:id`, `@table:id`, `@math:id` or `@section:id`",
        ),
        (r"\\label\{[^{}\n]*\}?", "a label in LaTeX", "Give the block an `id`"),
        (
            r"\\(?:textbf|textit|emph|underline|texttt|textsc)\{",
            "a mark in LaTeX",
            "Write `**bold**`, `*emphasis*`, `` `code` ``, `[x]{.underline}` or `[x]{.smallcaps}`",
        ),
        (
            r"\\(?:begin|end)\{[^{}\n]*\}?",
            "an environment of LaTeX",
            "Write a list, table or block of this manual; a formula stands in `$$`",
        ),
        (
            rf"(?<![\w:\\])\\[A-Za-z]{{2,}}(?:\{{|(?=\s|$))|(?<![A-Za-z:\\])\\(?:{_COMMANDS})(?![A-Za-z])",
            "a command of LaTeX",
            "Write a formula in dollars, or code in `` ` ``",
        ),
        (
            r"^:{3,}[^\n]*",
            "a fenced div that is not read here",
            "Begin and end it on lines of their own, between the paragraphs of a unit",
        ),
        (r"\$\$", "`$$` that is not closed", "Write `$$` before and after the formula, or `\\$` for a dollar sign"),
        (
            # Or with a sign of relation and no words, as in "$3 : 2 = $ ____".
            r"\$[^$\n\\^_]*[\\^_][^$\n]*\$|\$(?:(?![^\W\d_]{2})[^$\n=<>])*[=<>](?:(?![^\W\d_]{2})[^$\n])*\$(?!\d)",
            "a formula with a blank inside its dollars",
            "Write `$x^2$`, with no blank after the first dollar or before the last",
        ),
        (
            r"^::[^\n:][^\n]{0,400}?::[^{}]{0,4000}(?:\{[^{}]{0,4000}\}?)?|\{\s*[=~](?!\w+\})\s*[^\s{}][^{}]{0,4000}\}?|^\$CATEGORY:[^\n]*",
            "a question of Moodle's GIFT",
            "Write a {multiple-choice}, {true-false}, {short-answer} or {matching} block, whose answers students don't have",
        ),
        (
            r"^ANSWER:[ \t]*[A-Z][ \t]*$",
            "the answer to a question in Moodle's Aiken format",
            "Write a {multiple-choice} block, whose answers students don't have",
        ),
        (
            r'^===[!+]? "[^"\n]*"[ \t]*$',
            "a tab that holds nothing",
            "Indent its text by four blanks below it, or write a heading, `### Title`",
        ),
        (
            r"^\[![\w-]+\][-+]?",
            "a callout of another tool that is not in a quotation of its own",
            "Write `> ` before each of its lines, or `::: note` above and `:::` below them",
        ),
        (
            r"^ex(?:name|type|solution)\b[^\n:]{0,40}:[^\n]*(?:\nex[a-z]+\b[^\n:]{0,40}:[^\n]*)*",
            "an exercise of R/exams",
            "Write a {multiple-choice} or {numeric} block, whose answers students don't have",
        ),
        (r"##ANSWER\d+##", "a gap of R/exams", "Write a {cloze} block, in which `[answer]{.gap}` is one"),
        (r"\]\([^()\n]*\)?", "a link that can't be read", "Write `[words](address)`, without blanks in the address"),
        (
            r"\[\[[ Xx]\]\]|\[\([ Xx]\)\]",
            "a box of LiaScript",
            "Write a {multiple-choice} or {multiple-response} block, or `- [ ]` for a task",
        ),
        (
            r"!?\[\[[^\[\]\n]*\]\]",
            "a link of a wiki, or a gap of LiaScript",
            "Write `[words](address)` or `@section:id`; what is to be filled in is a {cloze} or {short-answer} block",
        ),
        (
            r"\]\[[^\[\]\n]*\]",
            "a link whose address is nowhere",
            "Write its address, `[words](https://…)`, or a line `[name]: https://…`",
        ),
        (
            r"\{(?:fill|blank|gap|textarea)\d*\}|\{(?:fill|blank|gap|input|textarea|field)[:_](?=\w)[^{}\n]*\}",
            "a field to fill in, of another tool",
            "Write `____`, a {cloze} or {short-answer} block, or leave a table's column empty; `\\{` is the sign itself",
        ),
        (
            r"\{[#.:][^{}\n]*\}|\{[A-Za-z-]+=[^{}\n]*\}",
            ATTRIBUTES,
            "Leave them out; AUTHORING.md lists those that are known",
        ),
        (
            r"^\|[^\n]*\n[ \t]*\|[ \t]*:?-[-:| \t]*(?:\n[ \t]*\|[^\n]*)*",
            "a table whose head has more or fewer cells than the line below it",
            r"Give both as many; a bar inside a cell is `\|`",
        ),
        (
            r"(?<!\|\n)^\|[^|\n]+\|[^|\n]+\|?[^\n]*",
            "a table that can't be read",
            "Write a line of `|---|---|` under its head, or a {table} block",
        ),
        (
            r"^\|[ \t][^|\n]*(?:\|[ \t]*)?(?:\n\|[ \t][^|\n]*(?:\|[ \t]*)?)*$",
            "a line of a line block",
            r"Part it from other words by an empty line, and begin each of its lines with `| `; a bar among words is `\|`",
        ),
        (
            r"^[^|\n]+\|[^|\n]*\|[^\n]*(?:\n[^|\n]+\|[^|\n]*\|[^\n]*){2,}",
            "a table that can't be read",
            "Give its head as many cells as the line of `---|---` below it has, or write a {table} block",
        ),
        (
            r"^(?:!!!|\?\?\?)\+? ?[a-z]+(?:$|[ \t][^\n]*)",
            "a callout that holds nothing",
            "Indent its text by four blanks below it, or leave the line out",
        ),
        (r"^\([\w-]+\)=$", "a target of MyST", "Give the heading or block an id: `## Title {#id}`"),
        (
            r"^\+\+\+[ \t]*\n\w[\w.-]*[ \t]*=[^\n]*(?:\n(?!\+\+\+)[^\n]*)*\n\+\+\+[ \t]*$",
            "front matter in TOML",
            "Write it between two lines of `---`, as YAML: `title: …`",
        ),
        (r"^\+\+\+.*", "a block break of MyST", "Leave it out"),
        (
            r"^\{[A-Za-z][\w-]+[ \t]+=[ \t]*[^{}\n]+\}[ \t]*$",
            ATTRIBUTES,
            "Leave them out; AUTHORING.md lists those that are known",
        ),
        (
            r"^\*\[[^\[\]\n]+\]:[^\n]*",
            "an abbreviation of another tool",
            "Write it into `abbreviations` of course.yaml: `{HTML: …}`",
        ),
        (r"\[_?TOC_?\]", "a table of contents of another tool", "Leave it out: the pack prints its contents"),
        (
            r"\*\*(?=\S)|(?<=\S)\*\*|\*\*[ \t]+[^\W\d]{2}[^*\n]*[ \t]\*\*",
            "stars that mark nothing",
            "Write `**` right before and right after the words, or `\\*` for a star",
        ),
        (r"~~", "tildes that mark nothing", "Write `~~` right before and right after the words, or `\\~`"),
        (r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])", SIGN, "Write the sign itself, or words"),
    )
)
_KNOWN = "Use `{.underline}`, `{.smallcaps}`, `{.mark}`, `{.term}`, `{.do}` or `{lang=fr}`"
_STYLED = "Leave it out, or use `{.underline}`, `{.smallcaps}` or `{.mark}`"
_ROLE = re.compile(r"\{[A-Za-z][\w:-]*\}$")
# R Markdown writes `r mean(x)`, Quarto `{r} mean(x)`; a name that is compared, `r = 2`, is none.
_COMPUTED = re.compile(r"`(?:r[ \t]+(?![-=<>+*/^:|&])|\{(?:r|python|julia)\}[ \t]+)[^`\n]+`")
# Code has two backticks where it has one inside, which a formula has not.
_TWICE, _FORMULA = "``", re.compile(rf"\\(?:left|right|[A-Za-z]+\{{|(?:{_COMMANDS})(?![A-Za-z]))")
_TAG_ADVICE = {
    "img": "Write `![what it shows](media/file.png)`, or a {figure} block",
    "table": "Write a table with bars, or a {table} block",
    "iframe": "Write a link, or a {video} block",
    "video": "Write a link, or a {video} block",
    "details": "Write a {callout} block: paper can't be folded",
    "a": "Write `[words](address)`; what is led to has its name behind a heading, `## Title {#name}`",
    "div": "Write a {callout} block, or leave the tag out",
    "center": "Leave it out: the design says where things stand",
    "font": "Leave it out: the design says how things look",
    "span": "Write `[words]{.underline}`, `{.smallcaps}` or `{.mark}`",
    "style": "Leave it out: looks are in templates and themes",
    "script": "Leave it out: nothing is run",
    "p": "Leave it out: an empty line parts paragraphs",
    "h1": "Write `## Title`",
    "audio": "Write a link to where it is heard, `[words](https://…){.qr}`: paper shows a code to scan",
    "ul": "Write `<br>` between its items, or a {table} block, whose cells may hold lists",
    "ol": "Write `<br>` between its items, or a {table} block, whose cells may hold lists",
    "math": "Write the formula in LaTeX, `$…$` (Pandoc turns MathML into it)",
    "svg": "Save the drawing as a file, and write `![what it shows](media/file.svg)`",
}
_LEAVE = "Leave it out, or write what it does in Markdown; `<br> <sub> <sup> <kbd> <code> <u> <mark>` are set"
# What is one thing, however many tags it has.
_WHOLE = ("math", "svg", "ul", "ol", "audio")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")


def use(markdown: MarkdownIt) -> None:
    """Add the search: after all marks are read, before typography changes the words."""
    markdown.core.ruler.before("replacements", "residue", _search)


def _search(state: StateCore) -> None:
    heading = False
    for token in state.tokens:
        if token.type == "inline":
            found = tuple(_inline(token, heading=heading))
            if found:
                token.meta["residue"] = found
        heading = token.type == "heading_open"


def _inline(token: Token, *, heading: bool) -> Iterator[Residue]:
    """Yield what is left over in a run of text, each with its distance from the beginning."""
    opened = Counter[str]()
    for at, words, after in _stretches(token):
        if isinstance(words, str):
            bare = HEADING.sub("", words) if heading and after is None else words
            yield from _words(bare, at)
            role = _ROLE.search(words) if after and after.type == "code_inline" else None
            if role:
                advice = "Write what it stands for: `@figure:id`, `$…$`, `[words]{.term}`"
                yield Residue(at + role.start(), role[0], "a role of MyST", advice)
        elif words.markup == _TWICE and "`" not in words.content and _FORMULA.search(words.content):
            advice = "Write `$…$`; code stands between single backticks"
            yield Residue(at, words.content, "a formula between double backticks, as Julia has it", advice)
        elif computed := _computed(words):
            yield Residue(at, computed, "a value that code computes", "Write the value itself: nothing is run")
        elif words.type == "html_inline" and _is_new(words.content, opened):
            yield Residue(at, words.content, "raw HTML", tag_advice(words.content))
        elif set(unknown(words)) == {"class"} and words.meta.get("style"):
            raw = f"{{.{words.meta['style']}}}"
            advice = did_you_mean(words.meta["style"], OWN) or _STYLED
            yield Residue(max(token.content.find(raw, at), at), raw, STYLE, advice)
        elif any(unknown(words)):
            open_ = max(token.content.find("{", at), 0)
            yield Residue(open_, token.content[open_:].partition("}")[0] + "}", ATTRIBUTES, _KNOWN)


def _is_new(tag: str, opened: Counter[str]) -> bool:
    """Tell whether a tag is neither the end of one that was told, nor inside a formula or drawing that was."""
    found = _TAG_NAME.match(tag)
    name = found[1].lower() if found else ""
    inside = any(opened[one] for one in _WHOLE)
    if tag.startswith("</"):
        told = opened[name] > 0
        opened[name] -= told
        return not (told or inside)
    opened[name] += not (inside or tag.endswith("/>"))
    return not inside


def _computed(token: Token) -> str:
    """Return what R or Python would put into a line, alone or in a formula; empty if nothing is computed."""
    written = {"code_inline": f"`{token.content}`", "math": token.content}.get(token.type, "")
    found = _COMPUTED.search(written)
    return found[0] if found else ""


def _stretches(token: Token) -> Iterator[tuple[int, str | Token, Token | None]]:
    """Yield text as it is written, from mark to mark, and the marks, each with its place and what comes after it.

    A sign that is escaped or named is no markup: it is blanked out.
    """
    cursor, words, start = 0, "", 0
    for child in token.children or []:
        if child.type in {"text", "text_special", "softbreak"}:
            written = {"text": child.meta.get("raw", child.content), "text_special": child.markup, "softbreak": "\n"}[
                child.type
            ]
            place = token.content.find(written, cursor)
            start = start if words else max(place, cursor)
            plain = "raw" not in child.meta and (child.type != "text_special" or child.content == child.markup)
            # What indents a line is not in its text.
            words += " " * (place - start - len(words)) if words and place > start + len(words) else ""
            words += written if plain else "\0" * len(written)
        else:
            if words:
                yield start, words, child
            words, written = "", str(child.meta.get("raw") or child.content)
            place = token.content.find(written, cursor) if written else cursor
            yield max(place, cursor), child, None
        cursor = max(place, cursor) + len(written)
    if words:
        yield start, words, None


def _words(words: str, at: int) -> Iterator[Residue]:
    taken: list[tuple[int, int]] = []  # in order; none meets another
    for pattern, what, advice in _PATTERNS:
        for found in pattern.finditer(words):
            place = bisect(taken, found.span())
            beside = taken[max(place - 1, 0) : place + 1]
            if all(end <= found.start() or found.end() <= start for start, end in beside):
                taken.insert(place, found.span())
                sign = pictured(found[0]) if what == SIGN else ""
                yield Residue(at + found.start(), found[0], what, f"Write {sign}, or words" if sign else advice)


def tag_advice(raw: str) -> str:
    """Say what to write in the place of an HTML tag."""
    if raw.startswith("<!--"):
        return "End the comment with `-->`"
    if screen.is_unseen(attributes.read(raw).named.get("style", "")):
        return "A screen hides what stands in it: write an answer as `::: solution`, and leave the tag out"
    name = _TAG_NAME.match(raw)
    return _TAG_ADVICE.get(name[1].lower(), _LEAVE) if name else _LEAVE
