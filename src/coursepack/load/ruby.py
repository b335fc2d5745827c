"""Readings over words, `<ruby>漢字<rt>かんじ</rt></ruby>`: they stand in brackets behind them, wherever words do.

That is what HTML has those do that set none (`<rp>`), and what Japanese newspapers do.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_RUBY = re.compile(r"<ruby\b[^<>]*>((?:[^<]|</?(?:rb|rt|rp|rtc)\b[^<>]*>)*)</ruby\s*>", re.IGNORECASE)
_FALLBACK = re.compile(r"<rp\b[^<>]*>[^<]*(?:</rp\s*>)?", re.IGNORECASE)
_PAIR = re.compile(r"((?:(?!<rt\b).)*)<rt\b[^<>]*>([^<]*)(?:</rt\s*>)?", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before tags are read one by one."""
    markdown.inline.ruler.before("html_inline", "ruby", _rule)


def _rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = _RUBY.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content, token.markup, token.info = _said(found[1]), found[0], "ruby"
    state.pos = found.end()
    return True


def _said(inside: str) -> str:
    inside = _FALLBACK.sub("", inside)
    pairs = [_pair(words, reading) for words, reading in _PAIR.findall(inside)]
    return "".join(pairs) + _words(_PAIR.sub("", inside))


def _pair(written: str, reading: str) -> str:
    words, said = _words(written), _words(reading)
    if not words or not said:
        return words or said
    return f"{words}\uff08{said}\uff09" if east_asian_width(words[-1]) in "WF" else f"{words} ({said})"


def _words(written: str) -> str:
    return unescape(_TAG.sub("", written)).strip()
