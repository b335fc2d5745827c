"""What other tools say of a thing: attributes in braces, and options above a text.

Attributes are those of Pandoc and Quarto, `{#id .class name="words" lines=2,4}`; options those of MyST, in lines
(`:name: value`) or as YAML between `---`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BRACES = re.compile(r"\{([^{}]*)\}")
# The same where it begins: a title in quotes may have braces of its own, those of a formula.
BRACED = re.compile(r'\{((?:(?>"[^"\n]*"|[^{}]))*+)\}')
# A value without quotes may hold commas; one before a blank or another name ends it.
# An apostrophe inside a word ends no value.
_NAMED = re.compile(
    r"""(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'((?:[^']|(?<=\w)'(?=\w))*)'(?!\w)|((?:[^\s"'{},]|,(?![\s,{}]|[\w:-]+\s*=|$))+))""",
)
_LINES = re.compile(r"\A(?::[\w-]+:[^\n]*\n?)+")
_YAML = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_SIZE = re.compile(r"(?i)(?:^|;)\s*(width|height)\s*:\s*([\d.]+(?:%|mm|cm|in|pt|px))")
# Letters that an id may have: Latin, Greek and Cyrillic ones.
LETTERS = "A-Za-zÀ-ÖØ-öø-ԯ"
_OTHER = re.compile(rf"[^{LETTERS}0-9]+")
_PARTS = re.compile(r"(?<=[^\W_])[:._]+(?=[^\W_])")
_OPTION = re.compile(r"^:?([\w-]+):[ \t]*([^\n]*)$", re.MULTILINE)


def name(label: str) -> str:
    """Return the id that a label of another tool is here: letters, digits and hyphens."""
    return _OTHER.sub("-", label.strip()).strip("-")


def spelled(written: str) -> str:
    """Return an id as it is here: hyphens for the colons, dots and low strokes of other tools' labels."""
    return _PARTS.sub("-", written)


def label(options: Mapping[str, str]) -> str:
    """Return the id that options give."""
    return name(options.get("label") or options.get("name") or "")


@dataclass(frozen=True)
class Attributes:
    """Values by their names, and the words that are none: `#id`, `.class`, a language."""

    named: Mapping[str, str]
    words: tuple[str, ...]

    @property
    def id(self) -> str:
        """What stands after a `#`, spelled as an id is here; empty if nothing does."""
        return next((spelled(word[1:]) for word in self.words if word.startswith("#")), "")


def read(written: str) -> Attributes:
    """Read what stands between braces, those of kramdown with a colon before it, or after backticks."""
    written = written.lstrip().removeprefix(":")
    named = {found[1]: found[2] or found[3] or found[4] or "" for found in _NAMED.finditer(written)}
    return Attributes(named, tuple(_NAMED.sub(" ", written).split()))


def sizes(style: str) -> dict[str, str]:
    """Return the width and the height that a style gives."""
    return {name.lower(): value for name, value in _SIZE.findall(style)}


def options(content: str) -> tuple[dict[str, str], str]:
    """Read the options above a text; return them, and how they are written."""
    found = _LINES.match(content) or _YAML.match(content)
    if not found:
        return {}, ""
    return {name: value.strip().strip("\"'") for name, value in _OPTION.findall(found[0])}, found[0]
