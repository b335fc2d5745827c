"""What is said of a course's own drawings: fonts that are not the theme's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.load.picture import Picture
    from coursepack.problem import Span
    from coursepack.render.look.theme import Theme

# The theme's face for the text of drawings.
FAMILY = "Drawing"


def check(pictures: Iterable[tuple[str, Span, Picture]], theme: Theme) -> Iterator[Problem]:
    """Yield, at the place that names a drawing, the fonts that it asks for and will not have."""
    own = [_bare(file) for face in theme.faces for file in (face.file, face.family)] + [_bare(theme.deck.body.family)]
    for path, at, picture in pictures:
        foreign = [font for font in picture.fonts if not any(_bare(font) in one for one in own)]
        if foreign:
            said = f"the words of `{path}` ask for {', '.join(foreign)}, and are set in the theme's face for drawings"
            yield Problem(at, "drawing-font", said, "look whether they still fit", Severity.NOTE)


def _bare(name: str) -> str:
    """Return what two spellings of a family have in common: "Source Sans 3" and "SourceSansPro" are one."""
    return "".join(sign for sign in name.lower() if sign.isalpha()).removesuffix("pro")
