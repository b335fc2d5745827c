"""Prints what LibreOffice draws of decks that are hard to fit, ours and other programs', on templates of many kinds.

A word is outside if it lies in no shape of its slide or beyond the slide's edge, and lost if its slide has it and its
page does not; text is pale if it has not even 3:1 with its ground, and small below 14 pt (of a slide of 13.33 by 7.5
inches); a finding is what a checker of accessibility says. All decks are read in the same way. Of the others, Pandoc
makes a slide of each heading and shows one table or picture on it; polydoc splits slides by itself, and knows no
templates.

First the dense slides (tests/stress) in each program's own look; then, if a folder of templates is named, these and a
unit of a course on those, and on the templates that tests make, ours beside Pandoc's.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandoc
import yaml

from coursepack.build import ready
from coursepack.course import Template
from coursepack.pack import Copy
from coursepack.problem import Span
from coursepack.render.look.templates import OWN, environment
from coursepack.render.look.theme import Theme
from coursepack.render.slides import Properties, build
from coursepack.render.slides.markup import Script
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ROOT = Path(__file__).parents[2]
sys.path += [str(ROOT / "tests" / room) for room in ("", "stress", "render/slides")]

import dense  # noqa: E402 (the tests' own, found where the line above says)
import schools  # noqa: E402 found by the path above
from drawn import Counts, count  # noqa: E402 found by the path above

import office  # noqa: E402 found by the path above
import officefaces  # noqa: E402 found by the path above

COLUMNS = ("slides", "words", "outside", "lost", "pale slides", "small slides", "findings")


@dataclass(frozen=True)
class Subject:
    """Slides that decks are made of, and their pictures."""

    name: str
    script: Script
    media: Mapping[str, bytes]

    @cached_property
    def theme(self) -> Theme:
        """Our own look."""
        return Theme.model_validate(yaml.safe_load((OWN / "theme.yaml").read_text()))

    def ours(self, folder: Path, school: bytes | None = None) -> Path:
        """Make our deck, in our own look or on a school's template."""
        template = Template(school, Span("course.yaml"), {}, {}) if school else None
        words, pictures = Properties(self.name), self.media.__getitem__
        pack, problems = build(self.script, words, self.theme, environment(), pictures, template=template)
        if not (data := pack()):
            raise ValueError(problems[0].message)
        return _written(folder / f"ours-{self.name}.pptx", data)

    def by_pandoc(self, folder: Path, school: bytes | None = None) -> Path:
        """Make the deck of the same slides with Pandoc."""
        target = folder / f"pandoc-{self.name}.pptx"
        command = pandoc.command(pandoc.markdown(self.script, self._pictured(folder)), target)
        if school:
            command.append(f"--reference-doc={_written(folder / 'school.pptx', school)}")
        subprocess.run(command, check=True, capture_output=True)
        return target

    def by_polydoc(self, folder: Path) -> Path:
        """Make the deck of the same slides with polydoc."""
        target = folder / f"polydoc-{self.name}.pptx"
        words = ["convert", pandoc.github(self.script, self._pictured(folder)), target]
        subprocess.run([f"{Path(sys.executable).parent}/polydoc", *words], check=True, stdout=subprocess.DEVNULL)
        return target

    def _pictured(self, folder: Path) -> Path:
        for name, data in self.media.items():
            _written(folder / name, data)
        return folder


def main() -> None:
    """Make the decks, draw them, and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--templates", type=Path, help="a folder of templates to be tried, and the tests' own")
    parser.add_argument("--course", type=Path, default=ROOT / "content" / "un-alliances")
    parser.add_argument("--unit", default="03", help="the unit that stands on each template beside the dense slides")
    options = parser.parse_args()
    stress = Subject("dense", Script(dense.deck()), {name: text.encode() for name, text in dense.PICTURES.items()})
    print(f"{'':36}{''.join(f'{word:>14}' for word in COLUMNS)}")
    for name, make in {"coursepack": stress.ours, "Pandoc": stress.by_pandoc, "polydoc": stress.by_polydoc}.items():
        report(f"dense, {name}", make)
    if options.templates:
        on_templates(options.templates, [stress, unit(options.course, options.unit)])


def on_templates(folder: Path, subjects: list[Subject]) -> None:
    """Put slides on the templates of a folder and of the tests, beside Pandoc."""
    for name, school in templates(folder):
        for subject in subjects:
            report(f"{name}, {subject.name}, coursepack", subject.ours, school)
            report(f"{name}, {subject.name}, Pandoc", subject.by_pandoc, school)


def unit(course: Path, number: str) -> Subject:
    """Return a unit's slides as the lecturer has them: a student's deck has no notes and no answers."""
    own = ready(course, Copy("teacher"))
    return Subject("unit", script(own.pack, own.design.templates, own.unit(number)), own.course.media)


def templates(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the templates: those in a folder, and those that tests make."""
    for file in sorted(folder.glob("*.p[op]t[xm]")):
        yield file.stem, file.read_bytes()
    for name, make in schools.ALL.items():
        yield name, make()


def report(name: str, make: Callable[..., Path], *school: bytes) -> None:
    """Make a deck, draw it, count, and print the row."""
    with TemporaryDirectory() as place:
        try:
            found = drawn(make(Path(place), *school))
        except (ValueError, AssertionError, KeyError, subprocess.SubprocessError) as error:
            said = getattr(error, "stderr", b"").decode() or str(error)
            print(f"{name:36}  not made: {said.splitlines()[-1]}", flush=True)
        else:
            print(f"{name:36}{''.join(f'{value:14}' for value in astuple(found))}", flush=True)


def drawn(deck: Path) -> Counts:
    """Let LibreOffice draw a deck, with the faces of all scripts that are installed, and count."""
    office.convert(deck.parent, "pdf", deck, also=officefaces.scripts(deck.parent))
    return count(deck)


def _written(file: Path, data: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


if __name__ == "__main__":
    main()
