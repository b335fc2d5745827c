"""Case files: what goes in and what must come out, side by side in one Markdown file.

Fences whose info is `<form> <path>` are the files of a course; the last fence is what is expected. A form is the kind
of text (`yaml`, `markdown`, `csv` …) or says how the file is made: `latin-1` writes it in that encoding, `symlink`
makes a link to what stands inside, `absent` takes a file of the shared course away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from markdown_it.token import Token

# The smallest course without a mistake: what it is made of is the ground that the case files build on.
COURSE = {
    "course.yaml": "title: Rivers\nlanguage: en\nunits: [units/01-water.md]\n",
    "units/01-water.md": """\
---
id: water
title: Water
question: Where does a river begin?
minutes: 45
objectives: [say where a river begins]
---

## Springs {#springs}

A river begins at a spring.
""",
}


@dataclass(frozen=True)
class File:
    """A file of a course, and how it is made."""

    text: str
    form: str = ""

    def write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.form == "absent":
            path.unlink()
        elif self.form == "symlink":
            path.symlink_to(self.text.strip())
        else:
            path.write_bytes(self.text.encode("latin-1" if self.form == "latin-1" else "utf-8"))


@dataclass(frozen=True)
class Case:
    """One case file."""

    path: Path

    def fences(self) -> list[Token]:
        return [token for token in MarkdownIt().parse(self.path.read_text("utf-8")) if token.type == "fence"]

    def files(self) -> dict[str, File]:
        """Return the fences that name a file."""
        named = [(token.info.split(), token) for token in self.fences() if " " in token.info]
        return {info[1]: File(token.content, info[0]) for info, token in named}

    def fence(self, info: str) -> str:
        """Return what stands in the fence of this info."""
        return next(token.content for token in self.fences() if token.info == info)

    def accept(self, contents: Mapping[str, str]) -> None:
        """Write these fences anew, by their info."""
        lines = self.path.read_text("utf-8").split("\n")
        for token in reversed(self.fences()):
            if token.info in contents and token.map:
                first, end = token.map
                lines[first + 1 : end - 1] = contents[token.info].rstrip("\n").split("\n")
        self.path.write_text("\n".join(lines), "utf-8")


def cases(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.md"))


def lay(root: Path, *layers: Mapping[str, File | str]) -> Path:
    """Write a course folder; later layers win."""
    for path, file in (item for layer in layers for item in layer.items()):
        (file if isinstance(file, File) else File(file)).write(root / path)
    return root
