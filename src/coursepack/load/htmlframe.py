"""Frames of HTML, `<iframe src="https://…"></iframe>`: paper shows no page of the web, but where it is.

A film is a {video}, by the address that its page has; anything else is a link with a code to scan. A frame that shows a
file, and none of the web, stays raw HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import attributes, interrupting
from coursepack.load.fence import written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_OPEN = re.compile(r"(?:<(?:p|div|center)\b[^<>]*>[ \t]*)*<iframe\b", re.IGNORECASE)
_END = re.compile(r"</iframe\s*>(.*)", re.IGNORECASE)
_ALONE = re.compile(r"(?:\s|<br\s*/?>|</(?:p|div|center)\s*>)*", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"<iframe\b([^<>]*)>\s*</iframe", re.IGNORECASE)
# Lines that a frame may take.
_LONGEST = 20
# The address in a frame → the one that a film's page has.
_FILMS = (
    (re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)[^\s]*"), r"https://youtu.be/\1"),
    (re.compile(r"https?://player\.vimeo\.com/video/(\d+)[^\s]*"), r"https://vimeo.com/\1"),
    (re.compile(r"(https?://(?:[\w-]+\.)*(?:ted\.com|dailymotion\.com|peertube\.[\w.]+)/[^\s]*)"), r"\1"),
)
_HOST = re.compile(r"https?://(?:www\.)?([^/?#]+)")


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other tags."""
    markdown.block.ruler.before("html_looks", "html_frame", _rule, interrupting.LISTS)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    if state.is_code_block(start) or not _OPEN.match(written(state, start)):
        return False
    lines = [written(state, number) for number in range(start, min(start + _LONGEST, end))]
    last = next((number for number, line in enumerate(lines) if _END.search(line)), None)
    source = "\n".join(lines[: last + 1]) if last is not None else ""
    behind, found = _END.search(source), _ATTRIBUTES.search(source)
    named = attributes.read(found[1]).named if found else {}
    address = re.sub(r"\A//", "https://", named.get("src", "").replace("&amp;", "&"))
    if last is None or not (behind and _ALONE.fullmatch(behind[1]) and _HOST.match(address)):
        return False
    if not silent:
        state.line = start + last + 1
        _push(state, start, address, " ".join(named.get("title", "").split()))
    return True


def _push(state: StateBlock, start: int, address: str, title: str) -> None:
    page = next((form.sub(page, address) for form, page in _FILMS if form.fullmatch(address)), "")
    if page:
        token = state.push("video", "", 0)
        # What a site writes of itself names no film.
        said = "" if re.fullmatch(r"(?i)(?:youtube|vimeo) video player", title) else title
        token.map, token.markup = [start, state.line], "<iframe"
        token.meta = {"url": page, **({"title": said} if said else {})}
        return
    opened = state.push("paragraph_open", "p", 1)
    opened.map = [start, start + 1]
    inline = state.push("inline", "", 0)
    words = re.sub(r"[\[\]\\]", " ", title) or _HOST.sub(r"\1", address).partition("/")[0]
    inline.content, inline.children, inline.map = f"[{words}](<{address}>){{.qr}}", [], [start, start + 1]
    state.push("paragraph_close", "p", -1)
