"""Pictures in HTML, `<img src="rain.png" alt="Rain" width="300">`, read as those of Markdown are.

What a tag says of its looks is left out: the design says them. One without a file stays raw HTML, which is reported.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from markdown_it.token import Token

from coursepack.load import attributes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_TAG = re.compile(r"<img\s([^<>]*)>", re.IGNORECASE)
# What stands around a picture for its place on a screen alone.
_AROUND = re.compile(r"</?(?:p|div|center)(?:\s[^<>]*)?>", re.IGNORECASE)
_KEPT = ("src", "alt", "title", "id")
_FILE = re.compile(r"[^?#]+\.(?:png|jpe?g|gif|svg|webp)", re.IGNORECASE)


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other tags."""
    markdown.inline.ruler.before("html_inline", "html_picture", _rule)


def unwrapped(block: str) -> str:
    """Return a block of HTML without what stands around its pictures, if it is nothing else; all keeps its place."""
    bare = _AROUND.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), block)
    return bare if is_all(bare) else block


def is_all(words: str) -> bool:
    """Tell whether words are tags of pictures and nothing else."""
    return bool(words.strip()) and not _TAG.sub("", words).strip()


def is_named(address: str) -> bool:
    """Tell whether an address is that of a picture."""
    return bool(_FILE.fullmatch(address))


def _rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = _TAG.match(state.src, state.pos)
    given = _given(found[1]) if found else {}
    if found is None or not given.get("src"):
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.content = given.pop("alt", "")
        token.children = [Token("text", "", 0, content=token.content)] if token.content else []
        token.attrs, token.meta = {"alt": "", **given}, {"raw": found[0], "at": state.pos}
    state.pos = found.end()
    return True


def _given(tag: str) -> dict[str, str]:
    named: Mapping[str, str] = {name.lower(): value for name, value in attributes.read(tag).named.items()}
    sizes = attributes.sizes(named.get("style", ""))
    width, height = (sizes.get(name) or named.get(name, "").strip() for name in ("width", "height"))
    side = named.get("align", "").lower()
    kept = {name: unescape(named[name]) for name in _KEPT if named.get(name)}
    size = {"width": width} if width else {"height": height} if height else {}
    return {**kept, **size, **({"align": side} if side in {"left", "right"} else {})}
