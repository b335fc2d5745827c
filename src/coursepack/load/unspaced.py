"""Scripts that do not part words by blanks: there `**` marks words where CommonMark, which asks for blanks, would not.

In `**"水"**河`, and in `**"물"**은` with a particle of Korean, a mark stands between a sign and a letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.rules_inline import emphasis

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

# Letters of Thai, Lao, Burmese, Khmer, kana, Chinese and Korean, as a class of characters has them.
LETTERS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff"
LETTER = re.compile(f"[{LETTERS}]")


def use(markdown: MarkdownIt) -> None:
    """Put the rule in the place of CommonMark's."""
    markdown.inline.ruler.at("emphasis", _stars)


def _stars(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    start, known = state.pos, len(state.delimiters)
    found = emphasis.tokenize(state, silent)
    before, after = state.src[max(start - 1, 0) : start], state.src[state.pos : state.pos + 1]
    for run in state.delimiters[known:] if state.src[start] == "*" else ():
        run.open = run.open or bool(LETTER.match(before) and after.strip())
        run.close = run.close or bool(LETTER.match(after) and before.strip())
    return found
