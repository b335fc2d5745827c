"""Checks pools: exercises of one section, each in one pool, and referred to by nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.blocks.pool import Pool
from coursepack.problem import Problem
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.course import Course


def check(course: Course) -> Iterator[Problem]:
    """Yield what no copy could print rightly."""
    pooled: dict[str, str] = {}
    ids = {block.id for part in course.parts() for block in part.blocks()}
    for section in (section for part in course.parts() for section in part.sections):
        for pool in (block for block in section.blocks if isinstance(block, Pool)):
            yield from pool.wrong(section.blocks, ids)
            for number, name in enumerate(dict.fromkeys(pool.questions)):
                if name in pooled:
                    message = f"`{name}` is in the pool `{pooled[name]}` already"
                    yield Problem(pool.at("questions", number), "pool-twice", message, "Keep it in one of them")
                pooled.setdefault(name, pool.id)
    for text in texts(course):
        for token, at in text.marks("ref"):
            if token.meta["id"] in pooled:
                message = f"`{token.meta['id']}` is not in every copy: the pool `{pooled[token.meta['id']]}` picks"
                yield Problem(at, "pool-reference", message, "Say it without the reference")
