"""What a student does: the six closed forms that every kind of exercise comes to.

Views and keys are written once for each of them, not once for each kind. A task is what one copy shows: options stand
in the order of that copy. What only the key knows (`right`, `pairs`, `places`, `answers`, models) is empty in a copy
without answers, so no output can give it away.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from coursepack.load.markdown import masked

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from markdown_it.token import Token

    from coursepack.credit import Credit
    from coursepack.text import Rich

Paper = Literal["ruled", "squared", "blank"]


@dataclass(frozen=True)
class Space:
    """Room for an answer: a kind of paper, and its height in lines of 8 mm or in centimetres.

    What is to be kept is printed on a thrifty paper too.
    """

    paper: Paper = "ruled"
    lines: int = 0
    cm: float = 0.0
    keep: bool = False


@dataclass(frozen=True)
class Choose:
    """Boxes to tick: one of the options, or several of them; with its key it has a reason, or none, an option."""

    options: tuple[Rich, ...]
    several: bool = False
    right: frozenset[int] = frozenset()
    reasons: tuple[Rich | None, ...] = ()
    # The author's own number of each option shown, from 0: what the permutation sheet says.
    origin: tuple[int, ...] = ()
    credit: Credit | None = None
    # What each option earns, where they have points of their own; empty in a copy without answers.
    points: tuple[float, ...] = ()

    def letters(self, lettered: Callable[[int], str], comma: str = ", ") -> str:
        """Return the key: "b", or "a, c"; empty in a copy without answers.

        `lettered` says the letter of a place, `comma` is the language's.
        """
        return comma.join(lettered(place) for place in sorted(self.right))


@dataclass(frozen=True)
class Judge:
    """Statements, each with two boxes: `words` are those of the language for true and false."""

    statements: tuple[Rich, ...]
    words: tuple[Rich, Rich]
    right: tuple[bool, ...] = ()
    reasons: tuple[Rich | None, ...] = ()
    origin: tuple[int, ...] = ()
    credit: Credit | None = None

    def verdict(self, place: int) -> Rich:
        """Return the word that is right for a statement."""
        return self.words[0 if self.right[place] else 1]

    def letters(self, lettered: Callable[[int], str], comma: str = ", ") -> str:
        """Return the key: "a True, b False"; empty in a copy without answers."""
        said = (self.verdict(place).plain() for place in range(len(self.right)))
        return comma.join(f"{lettered(place)} {word}" for place, word in enumerate(said))


@dataclass(frozen=True)
class Match:
    """Two columns to join: numbers at the left, letters at the right. `pairs`: at the right, the place of each left."""

    left: tuple[Rich, ...]
    right: tuple[Rich, ...]
    pairs: tuple[int, ...] = ()
    origin: tuple[int, ...] = ()
    credit: Credit | None = None

    def letters(self, lettered: Callable[[int], str], comma: str = "") -> str:  # noqa: ARG002 there is none in it
        """Return the key: "1C 2A"; empty in a copy without answers."""
        return " ".join(f"{number}{lettered(place).upper()}" for number, place in enumerate(self.pairs, 1))


@dataclass(frozen=True)
class Order:
    """Things to put in order. `places` has the right number of each one shown, from 1."""

    items: tuple[Rich, ...]
    places: tuple[int, ...] = ()
    origin: tuple[int, ...] = ()
    credit: Credit | None = None

    def letters(self, lettered: Callable[[int], str], comma: str = "") -> str:  # noqa: ARG002 there is none in it
        """Return the key: the number for the box of each letter, "a2 b3 c1"; empty in a copy without answers."""
        return " ".join(f"{lettered(number)}{place}" for number, place in enumerate(self.places))


class Word(str):
    """A word for a gap, which may be in another language than the course."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, word: str, language: str = "") -> Self:
        """Make one of a text and the tag of its language."""
        made = super().__new__(cls, word)
        made.language = language
        return made


@dataclass(frozen=True)
class Gap:
    """A gap to fill: its length in characters, the words to choose from (if any), and a unit printed after it.

    `answers` are what counts as right, the best first.
    """

    length: int
    choices: tuple[str, ...] = ()
    unit: Rich | None = None
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fill:
    """Gaps to fill: inside `text`, whose `gap` tokens carry their number, or one after the stem where there is none."""

    gaps: tuple[Gap, ...]
    text: Rich | None = None
    bank: tuple[str, ...] = ()
    tolerance: str = ""
    working: Space | None = None
    credit: Credit | None = None

    @property
    def asked(self) -> Rich | None:
        """The text with its gaps empty, in a copy with answers too: what a slide shows before the answer."""
        return self.text.rewritten(_emptied, masked) if self.text else None


@dataclass(frozen=True)
class Mark:
    """What earns points in a written answer."""

    text: Rich
    points: float


@dataclass(frozen=True)
class Ask:
    """A question to answer in writing. `label` is "a" where there are several; `text` is empty where the stem asks."""

    space: Space
    points: float
    label: str = ""
    text: Rich | None = None
    model: Rich | None = None
    marks: tuple[Mark, ...] = ()
    accepted: tuple[Rich, ...] = ()


@dataclass(frozen=True)
class Criterion:
    """A row of a rubric: what is judged, and what each level means, the best first."""

    name: Rich
    levels: tuple[Rich, ...]
    points: float


@dataclass(frozen=True)
class Write:
    """Questions to answer in writing, with a rubric and a length in words where there is one."""

    asks: tuple[Ask, ...]
    rubric: tuple[Criterion, ...] = ()
    words: tuple[int, int] | None = None
    # What is written has no rule: marking points say what counts.
    credit: Credit | None = None


Task = Choose | Judge | Match | Order | Fill | Write


def form(task: Task) -> str:
    """Return the name of a task's form, as its templates have it."""
    return type(task).__name__.lower()


def without_key(task: Task) -> Task:
    """Return a task as a copy without answers has it."""
    counted = getattr(task, "credit", None)
    told = counted.without_key() if counted else None
    match task:
        case Choose():
            return replace(task, right=frozenset(), reasons=(), origin=(), points=(), credit=told)
        case Judge():
            return replace(task, right=(), reasons=(), origin=(), credit=told)
        case Match():
            return replace(task, pairs=(), origin=(), credit=told)
        case Order():
            return replace(task, places=(), origin=(), credit=told)
        case Fill():
            gaps = tuple(replace(gap, answers=()) for gap in task.gaps)
            return replace(task, gaps=gaps, text=task.asked, tolerance="", credit=told)
        case Write():
            return written(task)


def written(task: Write) -> Write:
    """Return questions to answer in writing as a copy without answers has them."""
    bare = tuple(replace(ask, model=None, marks=(), accepted=()) for ask in task.asks)
    return replace(task, asks=bare)


def _emptied(token: Token) -> Token:
    """Take the answer out of a gap; `Cloze.task` has left nothing else of it in the token."""
    return token.copy(content="") if token.type == "gap" else token
