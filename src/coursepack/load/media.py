"""Opens the pictures of a course: each is checked, bounded and made ready here, once, for every output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.load import raster, svg
from coursepack.load.picture import Picture, PictureError, is_vector
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from coursepack.load.files import Folder
    from coursepack.problem import Span

_SIGNS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")


def read(folder: Folder, path: str, at: Span) -> Picture | None:
    """Return the picture that `path` names, or `None` after reporting at `at` why there is none."""
    data = folder.read(path, at)
    if data is None:
        return None
    try:
        made = picture(data)
    except PictureError as error:
        folder.problems.append(Problem(at, error.code, f"`{path}` {error.said}", error.advice))
        return None
    if made.left_out:
        said = f"`{path}` is shown without {', '.join(made.left_out)}"
        advice = "Look at it in the handout, or save it without"
        folder.problems.append(Problem(at, "picture-left-out", said, advice, Severity.NOTE))
    return made


def picture(data: bytes) -> Picture:
    """Return a picture as every output takes it; its bytes say what it is, whatever its name.

    Raises:
        PictureError: it is none, or cannot be used.
    """
    if is_vector(data) or data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return svg.read(data)
    if not data.startswith(_SIGNS):
        raise PictureError("is not a picture", "Save it as SVG, PNG or JPEG")
    return raster.read(data)
