"""Boxes and arrows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from coursepack.block import Block
from coursepack.blocks.slide import Pointed
from coursepack.load import pictures
from coursepack.model import Id, Model, Words
from coursepack.problem import Problem, did_you_mean
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table

_EDGE = re.compile(r"^\s*(\S+)\s+(->|--|<->)\s+(\S+)\s*$")


def _edge(value: object) -> object:
    """Read "a -> b", or "a -> b: words", which YAML takes for a field unless it stands in quotes."""
    if isinstance(value, dict) and len(value) == 1:
        path, words = next(iter(value.items()))
    else:
        path, _, words = str(value).partition(": ")
    found = _EDGE.match(str(path))
    if not found:
        raise PydanticCustomError("edge", "an arrow is written as `a -> b`, `a <-> b` or `a -- b`")  # noqa: EM101 pydantic's own form
    return {"start": found[1], "kind": found[2], "end": found[3], "text": str(words)}


class Edge(Model):
    """An arrow from one box to another (`->`), both ways (`<->`) or a line (`--`), with a few words on it."""

    start: str
    kind: Literal["->", "--", "<->"]
    end: str
    text: str = ""


class Group(Model):
    """A frame around some boxes."""

    title: str
    nodes: Annotated[tuple[str, ...], Field(min_length=1)]


class Diagram(Block):
    """A diagram of boxes and arrows: vector on paper, native shapes with glued connectors in the deck."""

    counter: ClassVar[str | None] = "figure"

    id: Id | None = Field(None, description="A diagram with an id and a title is numbered")
    title: Line | None = Field(None, description="The claim of the caption")
    measure: Line | None = None
    direction: Literal["right", "down"] = Field("right", description="Which way the arrows run")
    nodes: Annotated[dict[Id, str], Field(min_length=1)] = Field(description="Boxes: an id and the words in each")
    edges: tuple[Annotated[Edge, BeforeValidator(_edge)], ...] = Field((), description="`a -> b`, or `a -> b: words`")
    groups: tuple[Group, ...] = ()
    alt: Words | None = Field(None, description="What it says, in words; left out, its arrows are heard")
    source: Line | None = None
    width: Literal["text", "wide"] = "text"
    slide: Pointed | None = None

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """Arrows and groups name boxes that there are; a box is in one group at most."""
        if not self.alt:
            yield pictures.unheard(self.span, "diagram", "its arrows")
        for index, edge in enumerate(self.edges):
            for name in (edge.start, edge.end):
                yield from self._unknown(name, ("edges", index))
        counted = Counter(name for group in self.groups for name in group.nodes)
        for index, group in enumerate(self.groups):
            for place, name in enumerate(group.nodes):
                yield from self._unknown(name, ("groups", index, "nodes", place))
                if counted[name] > 1:
                    message = f"the box `{name}` is in two groups"
                    yield Problem(self.at("groups", index, "nodes", place), "duplicate-id", message, "Keep one")

    def _unknown(self, name: str, path: tuple[str | int, ...]) -> Iterable[Problem]:
        if name not in self.nodes:
            advice = did_you_mean(name, self.nodes) or f"Use one of {', '.join(f'`{node}`' for node in self.nodes)}"
            yield Problem(self.at(*path), "unknown-node", f"there is no box `{name}`", advice)
