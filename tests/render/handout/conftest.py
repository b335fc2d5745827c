"""Small pages, 200 by 100 pt with a margin of 10, in a face of the theme: what lays out pieces of a handout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.fetch import CourseFetcher
from coursepack.render.handout.laying import Laying
from coursepack.render.look.fontfile import font_url

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coursepack.render.look.design import Design

FACE = "fontpkg_source_serif_4:files/SourceSerif4[opsz,wght].ttf"


@pytest.fixture(scope="session")
def laying(own_design: Design) -> Callable[..., Laying]:
    """Return a function that takes more of a style sheet, words for anchors, and pictures."""

    def make(css: str = "", names: Mapping[str, str] | None = None, media: Mapping[str, bytes] | None = None) -> Laying:
        own = f"@font-face{{font-family:T;src:url('{font_url(FACE)}')}} html{{font:10pt T}} body{{margin:0}}"
        own += f" p,h1,h2,th{{margin:0;font-size:10pt;font-weight:normal}} @page{{size:200pt 100pt;margin:10pt}} {css}"
        fetcher = CourseFetcher(media or {}, {font_url(FACE): FACE})
        return Laying(own, own_design.theme.papers["a4"], fetcher, names or {})

    return make


@pytest.fixture(scope="session")
def page() -> Callable[[str], str]:
    """Return a function that makes a document of what is in its body."""
    return lambda body: f'<html lang="en"><head><title>T</title></head><body>{body}</body></html>'
