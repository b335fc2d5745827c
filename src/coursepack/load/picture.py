"""What a picture of the course is once it was opened, checked and bounded, and what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A picture as every output takes it: PNG, JPEG, or an SVG that holds nothing but what is allowed.

    `left_out` names what of the file is not shown; `fonts` are the families that a drawing's words ask for.
    """

    data: bytes
    left_out: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()


class PictureError(Exception):
    """Raised for a picture that cannot be used; says what is wrong (after its name), and what to do."""

    def __init__(self, said: str, advice: str, code: str = "bad-picture") -> None:
        """Keep the parts of a problem."""
        super().__init__(said)
        self.said, self.advice, self.code = said, advice, code


def is_vector(data: bytes) -> bool:
    """Tell whether a picture is a drawing (SVG) by its first sign: names of files may lie."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
