r"""What Pandoc writes of a LaTeX source, read as what is written here: references, anchors, the heads of statements.

`[1.1](#def:sum){reference-type="ref" reference="def:sum"}` is a reference, which prints the number that its target has
in this course; `[]{#def:sum}` is an anchor, which a div has as well. `**Definition 1.1** (Of sums).` at the beginning
of a definition says what its label says, and is its title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import attributes

if TYPE_CHECKING:
    from collections.abc import Collection

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_REF = re.compile(
    r'\[((?:\\.|[^\[\]\\])*)\]\(#([^\s()]+)\)\{reference-type="([\w+]+)"\s+reference="[^"{}]*"\}', re.DOTALL
)
_ANCHOR = re.compile(r"\[\]\{#[^\s{}]+\}")
# Those that print a number alone.
_BARE = frozenset({"ref", "eqref"})
_SIGNS = re.compile(r"[-_:\\\[\]]+")
_HEAD = re.compile(r"\A\s*(?:\*\*([^\W\d_]+) \d+(?:\.\d+)*\*\*(?: \(([^()\n]+)\))?\.|\*([^\W\d_]+)\.\*) ?")
# What stands at the end of a proof, where a square is printed.
_DONE = re.compile(r"\s*\u25fb\s*\Z")


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before a link is one."""
    markdown.inline.ruler.before("link", "pandoc_references", _rule)


def _rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    anchor = _ANCHOR.match(state.src, state.pos)
    found = anchor or _REF.match(state.src, state.pos)
    if found is None:
        return False
    if not (silent or anchor):
        token = state.push("ref", "", 0)
        label = attributes.name(found[2])
        said = " ".join(_SIGNS.sub(" ", found[1]).split())
        token.meta = {"raw": found[0], "at": state.pos, "kind": "", "id": label, "bare": found[3] in _BARE}
        token.meta["outside"] = said or _SIGNS.sub(" ", found[2])
    state.pos = found.end()
    return True


def headed(names: Collection[str], body: str) -> tuple[str, str]:
    """Return the title in the head of a statement that is called so, and the text without that head."""
    found = _HEAD.match(body)
    if found is None or (found[1] or found[3]).lower() not in names:
        return "", body
    return found[2] or "", _DONE.sub("\n", body[found.end() :])
