"""Fences become blocks: those of a section, and those inside a text, which become its own in the same way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coursepack.blocks import KINDS
from coursepack.load.block import Fence, nested
from coursepack.problem import Problem, did_you_mean
from coursepack.validate.schema import model, remainder

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from coursepack.block import Block
    from coursepack.text import Rich

# Boxes in boxes are drawn; nobody can read more of them.
_DEEPEST = 4


@dataclass(frozen=True)
class Maker:
    """Makes blocks of what was written, and reports what is wrong with them; `depth` counts the texts around."""

    markdown: MarkdownIt
    problems: list[Problem] = field(repr=False)
    depth: int = 0

    def filled(self, text: Rich) -> Rich:
        """Return the text of a field with the blocks that are written in it."""
        return self.made(nested(text, self.problems))

    def quietly(self, text: Rich) -> Rich:
        """Return the same, where what is wrong is said already."""
        return replace(self, problems=[]).filled(text)

    def made(self, text: Rich) -> Rich:
        """Return a text with its fences made blocks; one that is none is left out, and is said."""
        return text.holding(lambda fence: self._inside(fence) if isinstance(fence, Fence) else fence)

    def _inside(self, fence: Fence) -> Block | None:
        kind = KINDS.get(fence.kind)
        if kind and not kind.stands_inside:
            message = f"a {{{fence.kind}}} stands inside a text"
            self._say(fence, message, "Write it by itself, at the beginning of a line of the unit")
            return None
        if self.depth >= _DEEPEST:
            self._say(fence, f"blocks stand in each other more than {_DEEPEST} deep", "Write it by itself")
            return None
        block = replace(self, depth=self.depth + 1).block(fence)
        if block and block.slide:
            at, advice = block.at("slide"), "Take `slide` out: it is shown with what it stands in"
            self.problems.append(Problem(at, "bad-block", "a block inside a text has no slide of its own", advice))
        return block

    def _say(self, fence: Fence, message: str, advice: str) -> None:
        self.problems.append(Problem(fence.span, "bad-block", message, advice))

    def block(self, fence: Fence) -> Block | None:
        """Make a block; what has mistakes is not printed, but its texts are looked through and its id is known."""
        kind = KINDS.get(fence.kind)
        if kind is None:
            known = ", ".join(f"`{name}`" for name in sorted(KINDS))
            help_text = did_you_mean(fence.kind, KINDS) or f"Use one of {known}"
            message = f"there is no block `{fence.kind}`"
            self.problems.append(Problem(fence.span, "unknown-kind", message, help_text))
            return None
        if fence.values is None:
            return None
        made = model(kind, fence.values, self.markdown, self.problems, self.filled)
        block = made or remainder(kind, fence.values, self.markdown, self.quietly)
        if block:
            block.placed(fence.values, fence.span)
        return block
