"""Marks in a line: what a pattern matches is one token, which knows what was written of it, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token


def add(
    markdown: MarkdownIt, name: str, pattern: re.Pattern[str], read: Callable[[Token, re.Match[str]], None]
) -> None:
    """Add a rule before that for links: `read` puts into the token `name` what the pattern found."""

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
        match = pattern.match(state.src, state.pos)
        if not match:
            return False
        if not silent:
            token = state.push(name, "", 0)
            token.meta = {"raw": match[0], "at": state.pos}
            read(token, match)
        state.pos = match.end()
        return True

    markdown.inline.ruler.before("link", name, rule)
