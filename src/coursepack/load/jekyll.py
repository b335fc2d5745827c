"""Addresses as Jekyll's pages write them: `![Rain]({{ site.baseurl }}/rain.png)`, `{{ "/rain.png" | relative_url }}`.

The site's own address is left out: what follows it is counted from where the site begins. So it is where a line gives
an address a name, `[rain]: {{ site.url }}/rain.png`. Code stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import normalizeReference

from coursepack.load.fence import written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_SITE = r"\{\{-?[ \t]*site\.(?:url|baseurl)[ \t]*-?\}\}"
_FILTER = r"(?:relative_url|absolute_url|prepend:[ \t]*site\.(?:base)?url)"
_FILTERED = rf"""\{{\{{-?[ \t]*["']([^"'{{}}\n]*)["'][ \t]*\|[ \t]*{_FILTER}[^{{}}\n]*\}}\}}"""
# Where an address stands in a line: a link's or a picture's, or a tag's.
_ADDRESS = re.compile(rf"""(\]\([ \t]*<?|\b(?:src|href)[ \t]*=[ \t]*["']?)(?:(?:{_SITE})+|{_FILTERED})""")
_NAMED = re.compile(rf"\[([^\[\]]+)\]:[ \t]*(?:(?:{_SITE})+|{_FILTERED})(\S*)[ \t]*")


def use(markdown: MarkdownIt) -> None:
    """Add the rules: names of addresses before those of Markdown are read, others before their line is."""
    markdown.block.ruler.before("reference", "site_names", _name)
    markdown.core.ruler.before("inline", "site_addresses", _addresses)


def _name(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001 markdown-it's own
    found = None if state.is_code_block(start) else _NAMED.fullmatch(written(state, start))
    if found and not silent:
        named = {"title": "", "href": (found[2] or "") + found[3], "map": [start, start + 1]}
        state.env.setdefault("references", {}).setdefault(normalizeReference(found[1]), named)
        state.line = start + 1
    return found is not None


def _addresses(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and "{{" in token.content:
            token.content = _ADDRESS.sub(lambda found: found[1] + (found[2] or ""), token.content)
