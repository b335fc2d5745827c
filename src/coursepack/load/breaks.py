r"""Page breaks and films as other tools write them, alone in a paragraph.

They are `\newpage` and its like, `{{< pagebreak >}}`, and `{{< video https://… >}}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_ALONE = re.compile(r"\\(?:newpage|pagebreak|clearpage)(?:\{\})?|\{\{<\s*pagebreak\s*>\}\}")

_VIDEO = re.compile(r"""\{\{<\s*video\s+["']?(https?://[^\s"'>]+)["']?(?:\s[^<>]*)?>\}\}""")


def use(markdown: MarkdownIt) -> None:
    """Add the rule."""
    markdown.core.ruler.after("block", "page_breaks", _breaks)


def _breaks(state: StateCore) -> None:
    made: list[Token] = []
    for token in state.tokens:
        opened = len(made) > 1 and made[-2].type == "paragraph_open" and made[-1].type == "inline"
        film = _VIDEO.fullmatch(made[-1].content.strip()) if opened and token.type == "paragraph_close" else None
        if film:
            place = made.pop().map
            made[-1] = Token("video", "", 0, map=place, level=token.level, block=True, meta={"url": film[1]})
        elif opened and token.type == "paragraph_close" and _ALONE.fullmatch(made[-1].content.strip()):
            place = made.pop().map
            made[-1] = Token("page_break", "", 0, map=place, level=token.level, block=True)
        else:
            made.append(token)
    state.tokens = made
