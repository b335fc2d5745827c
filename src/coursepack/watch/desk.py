"""Makes what is previewed: the pages first, then the slides; of a course with mistakes the last good ones stay."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from io import BytesIO
from threading import Condition, Lock
from typing import TYPE_CHECKING
from urllib.parse import quote

import pypdfium2

from coursepack import budget
from coursepack.build import ready
from coursepack.inputs import fingerprint
from coursepack.judge import answers
from coursepack.judge.verdict import verdict
from coursepack.load.shared import shared
from coursepack.outputs import pdf, slides_pdf
from coursepack.pack import Copy
from coursepack.problem import ContentError, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from coursepack.build import Ready

# Of a page 595 pt wide: sharp on a screen, and made in 30 ms.
_SCALE = 1.6
# PDFium may be asked by one thread at a time.
_PDFIUM = Lock()


@dataclass(frozen=True)
class Shown:
    """A document that is shown: its PDF, and for each page a number that changes with what is on it."""

    pdf: bytes = b""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    """What the browser shows: `build` counts what was made, `first` is the first page that changed, from 0."""

    build: int = 0
    busy: bool = True
    unit: str = ""
    units: tuple[tuple[str, str], ...] = ()
    pages: Shown = field(default_factory=Shown)
    slides: Shown = field(default_factory=Shown)
    first: int | None = None
    problems: tuple[dict[str, object], ...] = ()


class Desk:
    """A course that is watched; what is made is kept to its `limits`.

    `editor` is an address with {file}, {line} and {column} that opens an editor there.
    """

    def __init__(self, root: Path, editor: str, limits: Callable[[], AbstractContextManager[None]]) -> None:
        """Begin with nothing."""
        self.root, self.editor, self.limits = root.resolve(), editor, limits
        self.state = State()
        self.changed = Condition()
        self._seen = ("", "")

    def choose(self, unit: str) -> None:
        """Show a unit, or the whole course if none is named."""
        if unit != self.state.unit:
            self._say(unit=unit)

    def look(self) -> bool:
        """Make everything anew if a file or the choice has changed since; return whether it had."""
        now = (self._inputs(), self.state.unit)
        if now == self._seen:
            return False
        self._seen = now
        self._say(busy=True)
        self._say(busy=False, problems=tuple(self._try(now[1])))
        return True

    def _inputs(self) -> str:
        return fingerprint([self.root, *shared(self.root)])

    def _try(self, unit: str) -> Iterator[dict[str, object]]:
        """Make pages and slides; what can't be made stays as it was, and why is told."""
        problems: list[Problem] = []
        try:
            with self.limits():
                for found in self._make(unit):
                    problems += (one for one in found if one.severity is not Severity.NOTE)
        except ContentError as error:
            problems += error.problems
        except budget.TOO_MUCH as error:
            problems.append(budget.exceeded(error, self.root))
        except Exception as error:  # noqa: BLE001 whatever it is, the preview goes on, and says so
            yield {"severity": "error", "message": f"a fault of coursepack's own: {error!r}"}
        ordered = sorted(set(problems), key=lambda one: (one.severity is not Severity.ERROR, one.span))
        yield from map(self._told, ordered)

    def _make(self, unit: str) -> Iterator[Sequence[Problem]]:
        """Make the pages, then the slides; yield what is to be said of them."""
        own = ready(self.root)
        self._say(units=tuple((one.part.stem, one.front.title.plain()) for one in own.pack.units))
        yield self._pages(own, unit)
        # Slides take longer: who writes on sees the pages first.
        if self._inputs() == self._seen[0]:
            yield self._slides(unit)

    def _pages(self, own: Ready, unit: str) -> list[Problem]:
        made = pdf.make(own, own.unit(unit) if unit else None, "a4")
        now, before = shown(made.data), self.state.pages.pages
        changed = [at for at, page in enumerate(now.pages) if before[at : at + 1] != (page,)]
        self._say(pages=now, build=self.state.build + 1, first=changed[0] if changed and before else None)
        return answers.left(own.course, [*own.notices, *made.notices])

    def _slides(self, unit: str) -> list[Problem]:
        own = verdict(self.root, Copy("teacher"))
        made = slides_pdf.make(own, own.unit(unit) if unit else None, "a4")
        self._say(slides=shown(made.data), build=self.state.build + 1)
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
            self.state = replace(self.state, **changes)  # type: ignore[arg-type]
            self.changed.notify_all()


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
