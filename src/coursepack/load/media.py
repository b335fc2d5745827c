"""Opens the pictures of a course: each is checked, bounded and made ready here, once, for every output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import raster, svg
from coursepack.load.picture import Picture, PictureError, is_vector
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from coursepack.load.files import Folder
    from coursepack.problem import Span

_SIGNS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")
# What is heard or seen while it lasts, which paper can only lead to.
_PLAYED = re.compile(r"(?i)\.(?:mp3|ogg|oga|opus|wav|m4a|aac|flac|mp4|m4v|webm|mov|ogv)(?:[?#].*)?\Z")
PLAYED = "Put it on the web, and write `[words](https://…){.qr}`: paper shows a code to scan"


def read(folder: Folder, path: str, at: Span) -> Picture | None:
    """Return the picture that `path` names, or `None` after reporting at `at` why there is none."""
    data = folder.read(path, at)
    if data is None:
        return None
    try:
        made = picture(data)
    except PictureError as error:
        advice = PLAYED if is_played(path) else error.advice
        folder.problems.append(Problem(at, error.code, f"`{path}` {error.said}", advice))
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


def is_played(address: str) -> bool:
    """Tell whether an address is that of a sound or a film."""
    return bool(_PLAYED.search(address))
