"""Abbreviations of a course, spelled out for listeners: the first mention in each text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from coursepack.abbreviation import mentions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token

    from coursepack.text import Rich


class Abbreviations:
    """Knows the first mention of each abbreviation in each text, however often that is rendered."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """Take the abbreviations, each with what it stands for."""
        self._known = {str(escape(short)): full for short, full in known.items()}
        # What stands inside a tag is no word.
        self._mention = re.compile(f"<[^>]*>|{mentions(self._known)}") if known else None
        self._first: dict[tuple[Rich | None, str], Token] = {}

    def spelled(self, words: str, text: Rich | None, token: Token) -> str:
        """Spell out what a token of a text mentions first; `words` are set, and may hold elements."""
        met: set[str] = set()

        def one(found: re.Match[str]) -> str:
            short = found[0]
            if short not in self._known or short in met or self._first.setdefault((text, short), token) is not token:
                return short
            met.add(short)
            return Markup('<abbr title="{}">{}</abbr>').format(self._known[short], Markup(short))  # noqa: S704 is escaped

        return self._mention.sub(one, words) if self._mention else words
