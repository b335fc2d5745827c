"""Roles of MyST, `{name}` before words in backticks, read as the marks that they are here.

References and citations, formulas, letters that are raised or lowered, code and words. A role that is not listed is
left to `residue`, which reports it. A link to a label, `[](eq:sum)` or `[the sum](eq:sum)`, is a reference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import attributes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_ROLE = re.compile(r"\{([A-Za-z][\w:+.-]*)\}(`+)((?:(?!\2).)+)\2(?!`)", re.DOTALL)
# Words, and in angles what they lead to.
_LED = re.compile(r"(.*?)\s*<([^<>]+)>\s*", re.DOTALL)
# A link to a label: without words, or to one that says what it leads to.
_LINKED = re.compile(r"\[\]\(#?([A-Za-z][\w:-]*)\)|\[([^\[\]]+)\]\(#?((?:eq|fig|tbl|tab|sec|thm)[:_][\w:-]*)\)")
_REFERENCES = frozenset({"ref", "numref", "eq", "prf:ref", "doc", "hoverxref"})
_CITATIONS = re.compile(r"(?:footcite|cite)(?::\w+)?")
_NAMED = re.compile(r"cite:(?:t|ct|author|alp)s?")
_MARKS = {"sub": "sub", "subscript": "sub", "sup": "sup", "superscript": "sup", "kbd": "kbd"}
_STRONG = {"strong": "strong", "guilabel": "strong", "menuselection": "strong", "emphasis": "em", "dfn": "em"}
_CODE = re.compile(
    r"(?:py:|c:|cpp:|js:)?(?:func|meth|class|mod|attr|data|obj|exc|const|code|literal|file|command|samp|envvar|option|program)"
)
_WORDS = frozenset({"abbr", "download", "index", "rfc", "pep", "any", "text"})


def use(markdown: MarkdownIt) -> None:
    """Add the rule."""
    markdown.inline.ruler.before("backticks", "roles", _role)
    markdown.inline.ruler.before("link", "label_links", _linked)


def _role(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = _ROLE.match(state.src, state.pos)
    if not found or not _push(state, found, silent=silent):
        return False
    state.pos = found.end()
    return True


def _linked(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = _LINKED.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        label, words = found[1] or found[3], " ".join((found[2] or "").split())
        token = state.push("ref", "", 0)
        token.content = words
        token.meta = {"raw": found[0], "at": state.pos, "kind": "", "id": attributes.name(label), "words": words}
        token.meta |= {"bare": label.startswith("eq") and not words, "outside": words or re.sub(r"[-_:]", " ", label)}
    state.pos = found.end()
    return True


def _push(state: StateInline, found: re.Match[str], *, silent: bool) -> bool:
    """Add the tokens of a role; tell whether it is known."""
    name, words = found[1].lower(), " ".join(found[3].split())
    led = _LED.fullmatch(words)
    meta: dict[str, object] = {"raw": found[0], "at": state.pos}
    if name == "doc" and ":" in (led[2] if led else words):
        # A page of another project's manual.
        kind, content = "text", led[1] if led else words
    elif name in _REFERENCES:
        kind, content = "ref", led[1] if led and "%s" not in led[1] and "{" not in led[1] else ""
        target = (led[2] if led else words).rpartition("/")[2].removesuffix(".md")
        meta |= {"kind": "unit" if name == "doc" else "", "id": attributes.name(target), "words": content}
        meta |= {"bare": name == "eq", "outside": content or re.sub(r"[-_]", " ", target)}
    elif _CITATIONS.fullmatch(name):
        kind, content = "cite", ""
        # A work's key is its own, with the strokes and colons that BibTeX allows.
        items = tuple((key.strip(), "") for key in words.split(",") if key.strip())
        meta |= {"items": items, "named": bool(_NAMED.fullmatch(name))}
    elif name == "math":
        kind, content = "math", words
        meta |= {"display": False, "stop": ""}
    elif _CODE.fullmatch(name):
        kind, content = "code_inline", (led[1] if led else words).lstrip("~!")
    elif name in _MARKS or name in _STRONG or name in _WORDS:
        kind, content = "text", led[1] if led else words
    else:
        return False
    if not silent:
        tag = _MARKS.get(name) or _STRONG.get(name)
        if tag:
            state.push(f"{tag}_open", tag, 1)
        token = state.push(kind, "code" if kind == "code_inline" else "", 0)
        token.content, token.meta = content, meta
        if tag:
            state.push(f"{tag}_close", tag, -1)
    return True
