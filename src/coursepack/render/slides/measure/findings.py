"""What is said of a slide's texts: set smaller, split, or not to be shown at all; at the author's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.problem import Span
    from coursepack.render.slides.measure.fit import Fit


# What says that a slide does not hold what stands on it.
OVER = frozenset({"slide-overflow", "title-too-long", "word-too-wide"})
# What says that a slide which nobody wrote lacks some of what it was made of.
LEFT_OUT = "slide-left-out"


def split(at: Span, slides: int) -> Problem:
    """Say that something goes on over several slides."""
    message = f"this takes {slides} slides: it does not fit on one, even at the smallest size"
    return Problem(at, "slide-split", message, "shorten it where one slide is to do", Severity.NOTE)


def formed(at: Span, why: str) -> Problem:
    """Say that a chart is drawn in another form than its author's."""
    help_text = "`kind: ranked` has room for every name and number; or show fewer rows"
    return Problem(at, "chart-form", f"on its slide, {why}", help_text, Severity.NOTE)


def left_out(at: Span) -> Problem:
    """Say that a slide that was made of what stands on paper lacks some of it."""
    message = "what stands here does not fit on a slide, and is on none"
    return Problem(at, LEFT_OUT, message, "Write a {slide}, or a `slide:`, that shows less of it", Severity.NOTE)


def large(at: Span, size: float) -> Problem:
    """Say that an equation does not go on a slide."""
    message = f"the equation of this slide is too large, even at {size:g} pt"
    return Problem(at, "slide-overflow", message, "break it into lines with `\\\\`, or into two equations")


def drawn(at: Span, size: float, plain: float, *, fits: bool, turned: bool) -> Iterator[Problem]:
    """Say how a diagram is drawn: turned, with small words (less than `plain`, in points), or not at all."""
    advice = "show fewer boxes, or shorten their words"
    if not fits:
        yield Problem(at, "slide-overflow", "this diagram does not fit on a slide", advice)
        return
    if turned:
        message = "this diagram is turned on its slide, where it has more room"
        yield Problem(at, "slide-turned", message, "`direction` turns it on paper too", Severity.NOTE)
    if size < plain:
        message = f"the words of this diagram are set at {size:g} pt instead of {plain:g} pt"
        yield Problem(at, "slide-shrunk", message, advice, Severity.NOTE)


def eased(at: Span) -> Problem:
    """Say that the columns of a table have other widths than its author's."""
    message = "a word of this table has no room in its column: on the slide the columns are as wide as their words ask"
    return Problem(at, "slide-widths", message, "Write other `widths`, or shorter words", Severity.NOTE)


def crowded(at: Span) -> Problem:
    """Say that a timeline cannot be drawn."""
    message = "a label of this timeline finds no room on the slide"
    return Problem(at, "slide-overflow", message, "show fewer events, or shorten them")


def unchosen(at: Span) -> Problem:
    """Say that what is to be chosen does not go on a slide."""
    return Problem(at, "slide-overflow", "the options of this slide do not fit", "shorten them")


def of_text(at: Span, name: str, title: str, found: Fit, sizes: tuple[float, float]) -> Iterator[Problem]:
    """Say what the fit of a text came to; `sizes` are its own in points, where it has room, and the least it may have.

    A smaller size is said where it is nearer to the least one: there a reader at the back begins to miss words.
    """
    usual, least = sizes
    size = found.levels[0].size
    text = "the title of this slide" if name == "title" or not title else f"the {name} of the slide “{title}”"
    if found.measured.missing:
        yield _no_glyph(at, found.measured.missing)
    if found.measured.wide:
        message = f"“{found.measured.wide.strip()}” is wider than {text}, even at {size:g} pt"
        yield Problem(at, "word-too-wide", message, "use a shorter word, or write a hyphen where it may break")
    elif not found.fits and name == "title":
        message = f"{text} does not fit, even at {size:g} pt"
        yield Problem(at, "title-too-long", message, "say it in one line of about 40 characters")
    elif not found.fits:
        message = f"{text} does not fit, even at {size:g} pt"
        yield Problem(at, "slide-overflow", message, "shorten it")
    elif size < (usual + least) / 2:
        message = f"{text} is set at {size:g} pt instead of {usual:g} pt"
        yield Problem(at, "slide-shrunk", message, "shorten it a little", Severity.NOTE)


def _no_glyph(at: Span, missing: str) -> Problem:
    listed = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in missing)
    advice = "write it with other characters, or install a face of theme.yaml's `fallback` that has them"
    return Problem(at, "no-glyph", f"the deck's face has no {listed}", advice)
