"""Code as notebooks and directives have it, read as the code block that it is: nothing is run.

Quarto's cells (```` ```{python} ````, with options after `#|`), MyST's `{code-cell}`, `{code-block}` and
`{code} python`, with options above the code (`:linenos:`, `:caption: …`). What solves or checks an exercise of learnr
(`{r sum, exercise=TRUE}`) has its name, `sum-solution`, and is the teacher's; a quiz of its is a mistake, for its code
has the answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import attributes, lengths, pictures
from coursepack.load.admonition import Admonition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_DIRECTIVE = re.compile(r"\{(?:code-cell|code-block|sourcecode|code|cell|parsed-literal)\}[ \t]*([\w+#.-]*)[ \t]*$")
_CELL = re.compile(
    r"\{(python|py|r|julia|sql|bash|sh|ojs|js|javascript|rust|cpp|dot|mermaid|tikz|pyodide(?:-python)?|webr(?:-r)?)\b([^{}]*)\}\s*$"
)
_OPTION = re.compile(r"[ \t]*(?:#\||//\||--\||:)[ \t]*([\w-]+)[ \t]*:[ \t]*([^\n]*)\n?")
# R's names have dots where those of Quarto have hyphens.
_DOT = re.compile(r"(?<=[a-z])\.(?=[a-z]+\s*=)")
# The name of a cell of R Markdown, before its options.
_LABEL = re.compile(r"[ \t]+([\w.-]+)[ \t]*(?=,|$)")
# The name of one that answers another.
_SOLVES = re.compile(r"(.+?)-(?:solution|check|code-check|error-check)")
# A value that goes on in the next line.
_MORE = re.compile(r"[ \t]*(?:#\||//\||--\|)(?:[ \t]{2,}|\t)(\S[^\n]*)\n?")
# A cell that only shows a picture of the folder.
_PICTURE = re.compile(r"""(?:include_graphics|Image)\(\s*(?:filename\s*=\s*)?["']([^"']+)["']""")
# How many of its pixels take an inch.
_DPI = re.compile(r"\bdpi\s*=\s*(\d+)")
# Whose code nobody needs to see, either.
_ALONE = re.compile(r"(?:#[^\n]*\n+)*(?:knitr::|IPython\.display\.)?(?:include_graphics|Image)\([^()\n]*\)")
# Code of R that prints a table with a caption.
_KABLE = re.compile(r"\b(?:kable|kbl|datatable)\([^\n]{0,400}?\bcaption\s*=")
# The name and the caption that MyST-NB gives a picture, deeper in the options.
_NESTED = re.compile(r"^[ \t]+(name|caption):[ \t]*([^\n]*)$", re.MULTILINE)
_NESTED_NAMES = {"name": "label", "caption": "fig-cap"}
# A quiz of learnr, whose code has the answers.
_QUIZ = re.compile(r"^[ \t]*(?:learnr::)?(?:quiz|question(?:_\w+)?)\(", re.MULTILINE)
# Options that leave the code out.
_HIDDEN = re.compile(r"remove[-_](?:cell|input)|hide[-_]cell")


def use(markdown: MarkdownIt) -> None:
    """Add the rule."""
    markdown.core.ruler.after("block", "code_cells", _cells)


def _cells(state: StateCore) -> None:
    answers = list(_answers(state.tokens))
    state.tokens = [token for token in state.tokens if token.type != "fence" or not _is_hidden(token)]
    for token in answers:
        if token.type == "fence":
            code = f"{token.markup}{token.info}\n{token.content}{token.markup}\n"
            token.type, token.meta = "callout", {"callout": Admonition("solution", "", {"body": code}, -1), "indent": 0}


def _answers(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the cells that answer one that is an exercise."""
    cells = [(token, _CELL.fullmatch(token.info.strip())) for token in tokens if token.type == "fence"]
    heads = [(token, _head(cell[2])) for token, cell in cells if cell]
    asked = {head.get("label", "") for _, head in heads if head.get("exercise") in {"TRUE", "T"}}
    for token, head in heads:
        found = _SOLVES.fullmatch(head.get("label", ""))
        if found and found[1] in asked:
            yield token


def _is_hidden(token: Token) -> bool:
    """Read a token as code, if it is a cell or a directive; tell whether nothing of it is shown."""
    directive, cell = _DIRECTIVE.fullmatch(token.info.strip()), _CELL.fullmatch(token.info.strip())
    if not cell and not (directive and (directive[1] or "{code}" not in token.info)):
        return False
    language = cell[1] if cell else directive[1] if directive else ""
    options, skipped = _options(token.content)
    options = {**_head(cell[2] if cell else ""), **options}
    token.info = f"{language or 'text'} {_words(options)}".strip()
    token.content = "".join(token.content.splitlines(keepends=True)[skipped:])
    hidden = "false" in {options.get("echo"), options.get("include")} or bool(_HIDDEN.search(options.get("tags", "")))
    above = 0 if hidden else skipped
    if token.map and not hidden:
        token.map = [token.map[0] + skipped, token.map[1]]
    shown = _PICTURE.search(token.content)
    if shown and (hidden or _ALONE.fullmatch(token.content.strip())):
        told = _DPI.search(token.content, shown.end())
        token.type, token.meta = "picture", _picture(shown[1], options | ({"dpi": told[1]} if told else {}))
    elif language == "r" and _QUIZ.search(token.content):
        token.type, token.meta = "unrun", {"drawn": "quiz", "id": options.get("label", "")}
    elif drawn := _drawn(options, token.content):
        # What it would show is lost: no code is run.
        token.type = "unrun" if hidden else "fence"
        token.meta = {"drawn": drawn, "id": options.get("label", ""), "above": above}
    return hidden and token.type == "fence"


def _drawn(options: Mapping[str, str], code: str) -> str:
    """Say what the code of a cell makes that has a caption or is referred to; empty if nothing does."""
    label = options.get("label", "")
    if "fig-cap" in options or label.startswith("fig-"):
        return "picture"
    return "table" if "tbl-cap" in options or label.startswith("tbl-") or _KABLE.search(code) else ""


def _picture(path: str, options: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of the {figure} that a cell comes to which only shows a picture; a drawing has no pixels."""
    dots = "" if path.lower().endswith((".svg", ".pdf")) else f"{options.get('dpi', '')}dpi"
    return pictures.figure(
        path,
        options.get("fig-cap", ""),
        alt=options.get("fig-alt", ""),
        name=options.get("label", ""),
        width=lengths.width(options.get("out-width", "")) or (dots if lengths.pixel(dots) else ""),
    )


def _head(written: str) -> dict[str, str]:
    """Read the options of R Markdown, in the braces: `{r name, echo=FALSE, fig.cap="Rain"}`."""
    named = attributes.read(_DOT.sub("-", written)).named
    label = _LABEL.match(written)
    options = {"label": label[1]} if label else {}
    return options | {name.lower(): "false" if value in {"F", "FALSE"} else value for name, value in named.items()}


def _options(content: str) -> tuple[dict[str, str], int]:
    """Read the options above the code, and count their lines."""
    if content.startswith("---"):
        framed, above = attributes.options(content)
        nested = {_NESTED_NAMES[name]: value.strip().strip("\"'|") for name, value in _NESTED.findall(above)}
        return {**framed, **nested}, above.count("\n")
    options: dict[str, str] = {}
    at, count = 0, 0
    while one := _OPTION.match(content, at):
        value, at, count = one[2].strip(), one.end(), count + 1
        while more := _MORE.match(content, at):
            value, at, count = f"{value} {more[1].strip()}", more.end(), count + 1
        options[one[1]] = value.removeprefix(">").removeprefix("|").strip().strip("\"'")
    if count and content[at : at + 1] == "\n":
        count += 1
    return options, count


def _words(options: Mapping[str, str]) -> str:
    """Write the options that mean something as the words after a fence."""
    words = [
        f'{name}="{options[name]}"' for name in ("caption", "lst-cap", "filename", "emphasize-lines") if name in options
    ]
    words += ["linenos"] if {"linenos", "lineno-start", "number-lines"} & options.keys() else []
    return " ".join(words)
