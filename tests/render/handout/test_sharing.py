"""Who lays out what: by workers that only write down what they are asked, and by real ones."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from coursepack.build import ready
from coursepack.outputs import teacher
from coursepack.render.handout import sharing
from coursepack.render.handout.sharing import Sharing, Task
from coursepack.run import store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = "---\nid: {0}\ntitle: {0}\nquestion: Why?\nobjectives: [say why]\n---\n\n## Start {{#start-{0}}}\n\n{1}\n"
LONG = "\n\n".join(["A paragraph that fills a part of its page, and says nothing else at all, as before. " * 6] * 9)
# Prints a digest of the pages, so many times, and how many workers there were.
PROGRAM = """
import sys
from hashlib import sha256
from pathlib import Path
from coursepack.run import hands, store
from coursepack.outputs.output import PIECES

root, cache, cores = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
with hands.hired(PIECES, cores), store.within(cache):
    from coursepack.build import ready
    from coursepack.outputs import teacher
    print(sha256(teacher.make(ready(root), None, "a4").data).hexdigest())
    print(len(hands.at_hand()))
"""


class Noting:
    """A worker that writes down what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self, _make: Callable[[], object]) -> None:
        self.asked.append("hold")

    def ask(self, method: str, *values: object) -> None:
        self.asked.append(f"{method} {values[0]}")

    def take(self) -> bytes:
        return self.asked[-1].encode()


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> tuple[Noting, Noting]:
    """Two workers, which answer in turn."""
    monkeypatch.setattr(sharing, "answering", lambda hands: hands[:1])
    return Noting(), Noting()


def shared(hands: tuple[Any, ...]) -> Sharing:
    return Sharing(hands, lambda: None)  # type: ignore[arg-type,return-value]


def test_the_heaviest_is_laid_out_first_and_of_two_that_weigh_the_same_the_first(two: tuple[Noting, Noting]) -> None:
    work = shared(two[:1])
    for name, weight in (("a", 0), ("b", 1), ("c", 5), ("d", 5)):
        work.ask(Task(name, "lay", (name,), weight))
    for _ in range(4):
        assert list(work.taken())
    assert two[0].asked == ["hold", "lay a", "lay c", "lay d", "lay b"]


def test_what_was_laid_out_is_drawn_where_it_is_and_before_more_is_laid_out(two: tuple[Noting, Noting]) -> None:
    work = shared(two)
    for name in "abcd":
        work.ask(Task(name, "lay", (name,), held=name))
    assert list(work.taken()) == [("a", b"lay a")]
    work.ask(Task("A", "draw", ("a",), of="a"))
    assert two[0].asked == ["hold", "lay a", "draw a"]
    for made in ("b", "A", "c"):
        assert [name for name, _ in work.taken()] == [made]
    # What was not to be drawn yet is so where it is held, and the other does something else.
    work.ask(Task("B", "draw", ("b",), of="b"))
    list(work.taken())
    assert two[0].asked == ["hold", "lay a", "draw a", "lay d"]
    assert two[1].asked == ["hold", "lay b", "lay c", "draw b"]


def test_what_is_held_nowhere_is_drawn_by_anybody(two: tuple[Noting, Noting]) -> None:
    work = shared(two)
    for name in "ab":
        work.ask(Task(name, "draw", (name,), of=name))
    assert (two[0].asked[1:], two[1].asked[1:]) == (["draw a"], ["draw b"])


def digest(root: Path, cache: Path, cores: int) -> str:
    """Return the digest of the teacher's pack, which so many workers laid out: it has the students' pages, and more."""
    command = [sys.executable, "-c", PROGRAM, str(root), str(cache), str(cores)]
    found, many = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    assert int(many) == cores
    return found


def alone(root: Path, cache: Path | None) -> str:
    """Return the same without a worker."""
    with store.within(cache):
        return sha256(teacher.make(ready(root), None, "a4").data).hexdigest()


# With a course that has everything, and nothing kept, the same is asked in `tests/test_handout.py`.
@pytest.mark.thorough
def test_the_bytes_are_the_same_on_one_core_and_on_many_whatever_was_kept(
    course: Callable[..., Path], tmp_path: Path
) -> None:
    bodies = {"dew": "A spring. See @section:start-ice.", "ice": "A spring, again."}
    units = {f"units/{name}.md": HEAD.format(name, body) for name, body in bodies.items()}
    files = {
        "course.yaml": f"title: Water\nlanguage: en\nunits: [{', '.join(units)}]\n",
        "index.yaml": "- entry: spring\n  find: [spring]\n",
        **units,
    }
    root, cache = course(files), tmp_path / "cache"
    short = alone(root, cache)
    # Two pages more before all that follows.
    root = course({**files, "units/dew.md": HEAD.format("dew", f"{bodies['dew']}\n\n{LONG}\n\n{LONG}")})
    longer = alone(root, None)
    assert longer != short
    assert digest(root, cache, 2) == longer == alone(root, cache)
