"""Makes what is previewed: the pages first, then the slides; of a course with mistakes the last good ones stay."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from hashlib import blake2b
from io import BytesIO
from threading import Condition, Lock
from typing import TYPE_CHECKING
from urllib.parse import quote

import pypdfium2

from coursepack.build import read, stop
from coursepack.judge import answers, deck
from coursepack.judge.verdict import judged
from coursepack.load.shared import shared
from coursepack.outputs import slides_pdf
from coursepack.outputs.output import EDITIONS
from coursepack.outputs.registry import OUTPUTS
from coursepack.pack import Copy
from coursepack.problem import ContentError, Problem, Severity
from coursepack.render.handout.recalled import Numbers, recalling
from coursepack.render.look import papers
from coursepack.run import budget
from coursepack.run.inputs import fingerprint
from coursepack.watch.newer import StaleError, while_wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from coursepack.build import Ready
    from coursepack.pack import Edition, PackPart

# Of a page 595 pt wide: sharp on a screen, and made in 30 ms.
_SCALE = 1.6
# Every output that is one file of pages can be shown.
_PAGES = [name for name, output in OUTPUTS.items() if output.shared and not output.several and not output.files.folder]
# Slides are given up for what is newer no more often than this: who saves all the time sees some, too.
_PATIENCE = 3
# PDFium may be asked by one thread at a time.
_PDFIUM = Lock()


@dataclass(frozen=True)
class Choice:
    """What is to be shown: the pages of an output on a paper, and whose slides; of a unit, or of the whole course."""

    unit: str = ""
    pages: str = "pdf"
    paper: str = "a4"
    slides: Edition = "teacher"


@dataclass(frozen=True)
class Shown:
    """A document that is shown: its PDF, for each page a number that changes with what is on it, what was chosen."""

    pdf: bytes = b""
    pages: tuple[str, ...] = ()
    of: Choice | None = None


@dataclass(frozen=True)
class State:
    """What the browser shows: `build` counts what was made, `first` is the first page that changed, from 0.

    `choices` are what each field of a choice may be, with words for it.
    """

    build: int = 0
    busy: bool = True
    choice: Choice = field(default_factory=Choice)
    choices: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    pages: Shown = field(default_factory=Shown)
    slides: Shown = field(default_factory=Shown)
    first: int | None = None
    problems: tuple[dict[str, object], ...] = ()


# What was looked at before anything was.
_NOTHING = ("", Choice())


class Desk:
    """A course that is watched; what is made is kept to its `limits`.

    `editor` is an address with {file}, {line} and {column} that opens an editor there.
    """

    def __init__(self, root: Path, editor: str, limits: Callable[[], AbstractContextManager[None]]) -> None:
        """Begin with nothing."""
        self.root, self.editor, self.limits = root.resolve(), editor, limits
        self.state = State()
        self.changed = Condition()
        self.numbers: dict[str, Numbers] = {}
        self._seen = _NOTHING
        # How often something was given up since slides were shown.
        self._behind = 0

    def choose(self, wanted: Mapping[str, str]) -> None:
        """Show something else: what a browser wants of the fields of the choice; what nobody can make is passed by."""
        asked = {name: said for name, said in wanted.items() if _known(name, said)}
        choice = Choice(**{**asdict(self.state.choice), **asked})
        if choice != self.state.choice:
            self._say(choice=choice)

    def look(self) -> bool:
        """Make everything anew if a file or the choice has changed since; return whether it had."""
        if self._fresh():
            return False
        self._seen = (self._inputs(), self.state.choice)
        self._say(busy=True)
        problems = tuple(self._try(self._seen[1]))
        self._say(busy=self._seen == _NOTHING, problems=problems)
        # Nobody writes the deck that was judged.
        deck.forget()
        gc.collect()
        if not gc.get_freeze_count():
            # Most of what is there now stays, and need not be looked through again.
            gc.freeze()
        _trim()
        return True

    def _inputs(self) -> str:
        return fingerprint([self.root, *shared(self.root)])

    def _try(self, choice: Choice) -> Iterator[dict[str, object]]:
        """Make pages and slides; what can't be made stays as it was, and why is told."""
        problems: list[Problem] = []
        try:
            with self.limits(), recalling(self.numbers):
                for found in self._make(choice):
                    problems += (one for one in found if one.severity is not Severity.NOTE)
        except StaleError:
            # What was given up is wanted again if the change is taken back.
            self._seen, self._behind = _NOTHING, self._behind + 1
        except ContentError as error:
            problems += error.problems
        except budget.TOO_MUCH as error:
            problems.append(budget.exceeded(error, self.root))
        except Exception as error:  # noqa: BLE001 whatever it is, the preview goes on, and says so
            yield {"severity": "error", "message": f"a fault of coursepack's own: {error!r}"}
        ordered = sorted(set(problems), key=lambda one: (one.severity is not Severity.ERROR, one.span))
        yield from map(self._told, ordered)

    def _make(self, choice: Choice) -> Iterator[Sequence[Problem]]:
        """Make pages; then slides, and judge all of it, as long as nothing changes; yield what is to be said."""
        found = read(self.root, OUTPUTS[choice.pages].paper(choice.paper))
        stop(found.problems)
        yield self._pages(found.ready(), choice)
        _trim()
        with while_wanted(lambda: self._behind >= _PATIENCE or self._fresh()):
            found = found if found.paper == choice.paper else read(self.root, choice.paper)
            yield self._slides(found.ready(Copy(choice.slides)), choice)
            # The copy that is judged, so that no further one is made.
            judged(found, Copy("teacher"))

    def _fresh(self) -> bool:
        return (self._inputs(), self.state.choice) == self._seen

    def _pages(self, own: Ready, choice: Choice) -> list[Problem]:
        self._say(choices=_choices(own))
        output = OUTPUTS[choice.pages]
        made = output.make(own, _unit(own, choice), choice.paper, **output.usual())
        now, before = shown(made.data), self.state.pages
        changed = (at for at, page in enumerate(now.pages) if before.pages[at : at + 1] != (page,))
        first = next(changed, None) if before.of == choice else None
        self._say(pages=replace(now, of=choice), build=self.state.build + 1, first=first)
        return answers.left(own.course, [*own.notices, *made.notices])

    def _slides(self, own: Ready, choice: Choice) -> list[Problem]:
        made = slides_pdf.make(own, _unit(own, choice), choice.paper)
        self._say(slides=shown(made.data), build=self.state.build + 1)
        self._behind = 0
        return answers.left(own.course, [*own.notices, *made.notices])

    def _told(self, problem: Problem) -> dict[str, object]:
        at = problem.span
        path = self.root / at.file if not at.file.startswith(str(self.root)) else at.file
        link = self.editor.format(file=quote(str(path)), line=at.line, column=at.column)
        return {
            "severity": str(problem.severity),
            "message": problem.message,
            "help": problem.help,
            "file": str(at).removeprefix(f"{self.root}/"),
            "link": link,
        }

    def _say(self, **changes: object) -> None:
        with self.changed:
            self.state = replace(self.state, **changes)  # type: ignore[arg-type] # names and values of its fields
            self.changed.notify_all()


def _trim() -> None:
    """Give memory back that is not used any more: a preview stands beside an editor all day.

    Python leaves it with the C library, and glibc keeps what lies between things that are used unless it is asked.
    """
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _known(name: str, said: str) -> bool:
    """Tell whether a field of a choice may be this: units and papers come and go with the course."""
    return said in {"pages": _PAGES, "slides": EDITIONS}.get(name, [said])


def _choices(own: Ready) -> dict[str, tuple[tuple[str, str], ...]]:
    units = ((one.part.stem, f"{one.part.stem} {one.front.title.plain()}") for one in own.pack.units)
    return {
        "unit": (("", "whole course"), *units),
        "pages": tuple((name, OUTPUTS[name].files.title) for name in _PAGES),
        "paper": tuple((name, name) for name in papers.names(own.design.theme.papers)),
        "slides": tuple((name, name) for name in EDITIONS),
    }


def _unit(own: Ready, choice: Choice) -> PackPart | None:
    return own.unit(choice.unit) if choice.unit else None


def shown(data: bytes) -> Shown:
    """Return a PDF with what tells its pages apart: small pictures of them."""
    with _PDFIUM:
        file = pypdfium2.PdfDocument(data)
        pages = tuple(
            blake2b(bytes(page.render(scale=0.35, grayscale=True).buffer), digest_size=8).hexdigest() for page in file
        )
        file.close()
    return Shown(data, pages)


def picture(document: Shown, number: int) -> bytes:
    """Return a page as a PNG, as it prints.

    Raises:
        IndexError: there is no such page.
    """
    if not 0 <= number < len(document.pages):
        raise IndexError
    out = BytesIO()
    with _PDFIUM:
        file = pypdfium2.PdfDocument(document.pdf)
        file[number].render(scale=_SCALE).to_pil().save(out, "PNG", compress_level=1)
        file.close()
    return out.getvalue()
