"""Where an output goes that was asked for, and what it reads besides its course; writes it there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.command.report import described, warnings
from coursepack.outputs import pagenumbers
from coursepack.outputs.output import PAGES, Later
from coursepack.outputs.registry import OUTPUTS
from coursepack.problem import Severity
from coursepack.run import again
from coursepack.run.again import Done
from coursepack.run.delivery import together

if TYPE_CHECKING:
    from argparse import Namespace

    from coursepack.build import Ready
    from coursepack.judge import answers
    from coursepack.outputs.output import Made, Output
    from coursepack.pack import PackPart
    from coursepack.render.look import theme
else:
    answers, theme = Later("coursepack.judge.answers"), Later("coursepack.render.look.theme")

# Where outputs lie if nothing else is said.
BUILD = Path("build")


def folder(options: Namespace) -> Path:
    """Return the folder of a course's outputs."""
    course: Path = options.course
    return BUILD / course.resolve().name


def kept(options: Namespace) -> Path | None:
    """Return where a run keeps what a later one may need again: beside what is made at its usual place, or nowhere."""
    if "course" not in options:
        return None
    usual, wanted = folder(options), getattr(options, "output", None)
    if wanted is None:
        wanted = usual if options.writes or usual.is_dir() else usual.parent
    return usual / ".cache" if wanted.resolve().is_relative_to(usual.resolve()) else None


def place(output: Output, options: Namespace, stem: str | None) -> Path:
    """Return where an output's file goes, or the main one of several: where `-o` says, or to its usual place."""
    edition = getattr(options, "edition", "teacher")
    usual = output.files.of(stem, options.paper, edition, vars(options))
    if options.output is None:
        return folder(options) / usual
    return Path(options.output / usual.name if output.files.folder else options.output)


def pages_at(output: Output, options: Namespace, stem: str | None) -> Path | None:
    """Return where the file is that says where anchors of the handout stand, for an output that asks for it."""
    if PAGES not in output.options:
        return None
    usual = folder(options) / OUTPUTS["pdf"].files.of(stem, options.paper, "teacher", {})
    return options.pages or (usual.with_suffix(pagenumbers.SUFFIX) if options.output is None else None)


def pages(output: Output, options: Namespace, stem: str | None) -> bytes | None:
    """Read where anchors of the handout stand, for an output that asks for it: empty if that is not known."""
    path = pages_at(output, options, stem)
    return None if path is None else path.read_bytes() if path.is_file() else b""


def read(options: Namespace) -> dict[str, str]:
    """Return the digests of the files that a run read besides those of its course and of the program."""
    reveal: Path | None = getattr(options, "reveal", None)
    return {str(path): again.digest(path) for path in (reveal.rglob("*") if reveal else ())}


def faces(course: Ready) -> dict[str, str]:
    """Return the sizes and times of the installed faces that a run loaded, or could have."""
    return {str(path): again.size_and_time(path) for path in theme.fonts(course.design.theme)}


def written(  # noqa: PLR0913 what was made, and of what
    output: Output, course: Ready, unit: PackPart | None, options: Namespace, made: Made, *, known: bytes | None = None
) -> Done:
    """Write an output where it belongs; `known` is what said where the handout's anchors stand, if it was asked for.

    Raises:
        DeliveryError: it can't be written there.
    """
    stem = unit.part.stem if unit else None
    path = place(output, options, stem)
    files = {path: made.data}
    for name, data in made.beside.items():
        files[path.with_suffix(name) if name.startswith(".") else path.parent / name] = data
    with together(path.parent) as bundle:
        for each, data in files.items():
            bundle.put(data, each)
    said = answers.left(course.course, [*course.notices, *made.notices])
    beside, at = read(options), pages_at(output, options, stem)
    if at:
        # As it was when it was read: another run may have written it meanwhile.
        beside[str(at)] = again.digest(known) if known else ""
    return Done(
        described(said, hide=Severity.NOTE),
        f"{path}: {made.size}, {warnings(said)}",
        {str(each): again.digest(data) for each, data in files.items()},
        beside,
        faces(course),
    )
