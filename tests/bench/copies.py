"""A longer course, to see how the cost grows: units of it again and again, under other ids and titles."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Where an id is given: `id: history` in front matter and blocks, `{#two-promises}` after a heading.
GIVEN = re.compile(r"^id: *(?P<value>[\w-]+)|\{#(?P<mark>[\w-]+)\}", re.MULTILINE)
REFERRED = "@(?:chart|table|figure|timeline|source|section|unit):"
# What a step of a lesson names.
STEP = re.compile(r"\b(?:slides|exercises|sections): *(?:\[[^\]]*\]|[\w-]+)")

# What comes before a title, or a question that may be one: both are unique in a deck.
TITLE = re.compile(r"""^ *(?:title|text): +["']?(?=[^|>\s"'])""", re.MULTILINE)

# A unit in the list of course.yaml.
LISTED = re.compile(r"^ +- units/.*\n", re.MULTILINE)


def several(course: Path, copies: int, target: Path, unit: str = "") -> Path:
    """Write a course whose units, or those that begin with `unit`, come `copies` times into a folder; return that."""
    shutil.copytree(course, target)
    texts = {file.stem: file.read_text("utf-8") for file in sorted((course / "units").glob(f"{unit}*.md"))}
    ids = {match["value"] or match["mark"] for text in texts.values() for match in GIVEN.finditer(text)}
    listed = ""
    for copy in range(2, copies + 1):
        for stem, text in texts.items():
            (target / "units" / f"{stem}-{copy}.md").write_text(_renamed(text, ids, copy), "utf-8")
            listed += f"  - units/{stem}-{copy}.md\n"
    file = target / "course.yaml"
    text = file.read_text("utf-8")
    end = [match.end() for match in LISTED.finditer(text)][-1]
    file.write_text(text[:end] + listed + text[end:], "utf-8")
    return target


def _renamed(text: str, ids: set[str], copy: int) -> str:
    """Give ids (where they are given, and where they are referred to) and titles the number of the copy."""
    names = "|".join(sorted(map(re.escape, ids), key=len, reverse=True))
    text = re.sub(rf"(^id: *|{{#|{REFERRED})({names})(?![\w-])", rf"\1\2-{copy}", text, flags=re.MULTILINE)
    text = STEP.sub(lambda step: re.sub(rf"(?<![\w-])({names})(?![\w-])", rf"\1-{copy}", step[0]), text)
    return TITLE.sub(rf"\g<0>{copy} ", text)
