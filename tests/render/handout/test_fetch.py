from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from coursepack.render.handout.fetch import BASE, CourseFetcher
from coursepack.render.look.fontfile import addresses, font_data, font_url

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.render.look.design import Design

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text font-family="Arial">a</text></svg>'


@pytest.fixture
def fetcher(own_design: Design) -> CourseFetcher:
    fonts = addresses(face.file for face in own_design.theme.faces)
    return CourseFetcher({"media/a b.svg": SVG, "media/a.png": b"png", "media/100%20.png": b"all"}, fonts)


def test_a_picture_of_the_course_comes_from_memory(fetcher: CourseFetcher) -> None:
    assert fetcher.fetch(f"{BASE}media/a.png").read() == b"png"


def test_a_name_may_have_a_per_cent_sign_of_its_own(fetcher: CourseFetcher) -> None:
    assert fetcher.fetch(f"{BASE}media/100%20.png").read() == b"all"


def test_a_drawings_text_is_set_in_our_face(fetcher: CourseFetcher) -> None:
    assert b'font-family="Drawing"' in fetcher.fetch(f"{BASE}media/a%20b.svg").read()


def test_a_face_of_the_theme_may_be_opened(fetcher: CourseFetcher, own_design: Design) -> None:
    for face in own_design.theme.faces:
        assert fetcher.fetch(font_url(face.file)).read() == font_data(face.file)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.png",
        "http://127.0.0.1:1/",
        "ftp://example.org/a",
        "file:///etc/hostname",
        f"{BASE}media/none.svg",
        f"{BASE}media/../../secret",
        f"{BASE}%2e%2e/secret",
        "//example.org/a.png",
    ],
)
def test_nothing_else_may_be_opened(fetcher: CourseFetcher, address: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        fetcher.fetch(address)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="{}" alt="x">',
        '<link rel="stylesheet" href="{}">',
        '<style>@import "{}";</style>',
        '<style>@font-face {{ font-family: a; src: url("{}") }} p {{ font-family: a }}</style><p>x</p>',
        '<style>p {{ background: url("{}") }}</style><p>x</p>',
        '<link rel="attachment" href="{}">',
        '<object data="{}"></object>',
    ],
)
def test_no_markup_opens_a_file_outside(fetcher: CourseFetcher, tmp_path: Path, html: str) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p { content: 'secret' }")
    with pytest.raises(FatalURLFetchingError):
        HTML(string=html.format(secret.as_uri()), base_url=BASE, url_fetcher=fetcher).write_pdf()
