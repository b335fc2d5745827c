"""What an output says of itself (its help, its options, the names of its files), and what it returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import ModuleType

    from coursepack.problem import Problem


class Later:
    """A module that is loaded when it is first used: a list of all outputs shall not wait for their engines."""

    def __init__(self, name: str) -> None:
        """Load nothing yet."""
        self._name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 whatever the module has
        """Return what the module has under a name."""
        module: ModuleType = import_module(self._name)
        return getattr(module, name)


@dataclass(frozen=True)
class Option:
    """An option of the command line, its variable of the Makefile, and what argparse is told of it.

    What `make` sees to itself, because it `needs` one of its targets, is in no help of it.
    """

    flag: str
    variable: str
    help: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    needs: str = ""
    # It asks for words, so that it is answered even where the file is made already.
    spoken: bool = False

    @property
    def name(self) -> str:
        """What its value is called in Python."""
        return self.flag.removeprefix("--").replace("-", "_")

    @property
    def switch(self) -> bool:
        """Whether it is only there or not."""
        return self.settings.get("action") == "store_true"

    @property
    def example(self) -> str:
        """A value as a help shows it."""
        return "1" if self.switch else str(self.settings.get("default") or self.settings.get("metavar", "…"))


@dataclass(frozen=True)
class Made:
    """A finished file, how much it holds ("96 pages, 48 sheets"), and what is to be said of it.

    `beside` are further files: by their paths in its folder, or by the ending (".x") that their names have in place of
    its own.
    """

    data: bytes
    size: str
    notices: tuple[Problem, ...]
    beside: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Files:
    """The usual names of what an output makes, of the whole course and of a unit, inside the course's build folder.

    `{unit}` stands for the name of the unit's file, `{paper}` for `-letter` or nothing, `{edition}` for `-student` or
    nothing, any other for the option of that name, `-6`, or nothing where nobody says it. An output of several files
    names the main one, and takes their `folder`.
    """

    whole: str
    unit: str
    folder: bool = False

    def of(self, unit: str | None, paper: str, edition: str, options: Mapping[str, Any]) -> PurePath:
        """Return the name of the main file."""
        short = {
            "unit": unit,
            "paper": "" if paper == "a4" else f"-{paper}",
            "edition": "" if edition == "teacher" else f"-{edition}",
        }
        said = {name: f"-{value}" if value else "" for name, value in options.items()}
        return PurePath((self.unit if unit else self.whole).format(**{**said, **short}))

    @property
    def title(self) -> str:
        """What the main file is called, whatever it is made for."""
        return PurePath(self.whole).name.partition("{")[0].partition(".")[0]


@dataclass(frozen=True)
class Output:
    """An output. `make` is called with a course that is ready, a unit or none, a paper, and its own options by name.

    It returns what is `Made`; packs, which are of `several` units and streamed, have a way of their own. `rank` is its
    place in the help, `doing` is said meanwhile, `also` names the files that are written beside its own, `paper` says
    on which paper its pages are laid out, if somebody asks for one.
    """

    help: str
    make: Callable[..., Any]
    files: Files
    options: Sequence[Option] = ()
    rank: int = 100
    doing: str = "Laying out the pages …"
    also: str = ""
    # Several units may be named.
    several: bool = False
    # The module of what lays its pages out, which is done on all cores.
    shared: str = ""
    # `check --print` can look at its finished pages.
    judged: bool = False
    paper: Callable[[str], str] = str

    def own(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of its own options among those of a command; the edition says whose copy is printed."""
        return {option.name: given.get(option.name) for option in self.options if option.flag != EDITION.flag}

    def usual(self) -> dict[str, Any]:
        """Return the values that its own options have where nobody says any."""
        return self.own({option.name: option.settings.get("default") for option in self.options})

    @property
    def takes(self) -> str:
        """What `-o` names."""
        more = f"; beside it {self.also}" if self.also else ""
        return f"the folder to write into: {self.also}" if self.files.folder else f"the file to write{more}"


# What lays out pieces of a document.
PIECES = "coursepack.render.handout.engine"


def companion_files(name: str) -> Files:
    """Return the names of a PDF that is the output's own."""
    return Files(f"{name}{{paper}}.pdf", f"units/{{unit}}-{name}{{paper}}.pdf")


def deck_files(ending: str) -> Files:
    """Return the names of a file that a deck becomes."""
    return Files(f"deck{{paper}}{{edition}}-{ending}", f"units/{{unit}}{{paper}}{{edition}}-{ending}")


# Whose copy it is.
EDITIONS = ("teacher", "student")


def _edition(usual: str) -> Option:
    return Option("--edition", "EDITION", "with the answers?", {"choices": EDITIONS, "default": usual})


EDITION = _edition("teacher")
PAGES = Option("--pages", "PAGES", "the file that `pdf` wrote beside the handout (where it usually is)", {"type": Path})
# What every form of a deck knows; what is made to be handed out is the student's.
DECK, HANDED_OUT = (EDITION, PAGES), (_edition("student"), PAGES)
# Said while a deck is made.
SLIDES = "Making the slides …"
