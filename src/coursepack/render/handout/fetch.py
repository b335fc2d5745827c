"""What WeasyPrint may open: the pictures that the course named, and the theme's fonts. Nothing else."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from coursepack.load import svg
from coursepack.load.picture import is_vector
from coursepack.render.handout.faces import digested
from coursepack.render.look.drawings import FAMILY
from coursepack.render.look.fontfile import font_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# A name that exists nowhere: relative addresses are joined to it and looked up in memory.
BASE = "https://course.invalid/"


@cache
def _digested(file: str) -> str:
    return digested(font_data(file))


class CourseFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Serves a course's media from memory, and font files by their exact address."""

    def __init__(self, media: Mapping[str, bytes], fonts: Mapping[str, str], family: str = FAMILY) -> None:
        """Allow these pictures (by their path in the course) and fonts (as themes name them, by their addresses).

        The words of drawings are set in a `family`, or the first of several that has their letters.
        """
        super().__init__(allowed_protocols=("data",), allow_redirects=False, timeout=1)
        self._media = media
        self._fonts = fonts
        self._family = family
        self.opened: set[str] = set()

    def __reduce__(self) -> tuple[type[CourseFetcher], tuple[object, ...]]:
        """Say what another process makes it of."""
        return CourseFetcher, (self._media, self._fonts, self._family)

    def faces(self) -> dict[str, bytes]:
        """Return the font files, by their digests."""
        return {_digested(file): font_data(file) for file in self._fonts.values()}

    def digests(self, paths: Iterable[str]) -> dict[str, str]:
        """Return what is in some pictures, each as a number; one that is not there has none."""
        return {path: self._digest(path) for path in sorted(paths)}

    def _digest(self, path: str) -> str:
        return blake2b(self._media[path], digest_size=16).hexdigest() if path in self._media else ""

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return what an allowed address leads to.

        Raises:
            FatalURLFetchingError: for every other address; it stops the build.
        """
        if url.startswith(BASE):
            asked = url.removeprefix(BASE)
            # A name may have a per cent sign of its own, which stands in the address as it is.
            path = asked if asked in self._media else unquote(asked)
            if path in self._media:
                self.opened.add(path)
                return self._picture(url, self._media[path])
        elif url in self._fonts:
            return URLFetcherResponse(url, font_data(self._fonts[url]), {"Content-Type": "font/sfnt"})
        elif url.startswith("data:"):
            return super().fetch(url, headers)
        message = f"{url} may not be opened"
        raise FatalURLFetchingError(message)

    def _picture(self, url: str, data: bytes) -> URLFetcherResponse:
        """Hand out a picture; a drawing's words are set in the theme's face for drawings."""
        if not is_vector(data):
            return URLFetcherResponse(url, data, {"Content-Type": "image/png" if data[:1] == b"\x89" else "image/jpeg"})
        return URLFetcherResponse(url, svg.set_in(data, self._family), {"Content-Type": "image/svg+xml"})
