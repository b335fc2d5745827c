from __future__ import annotations

import pytest

from coursepack.load.markdown import parser

FRAME = '<iframe src="{}" title="{}"></iframe>'


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://www.youtube.com/embed/a-1?rel=0", "https://youtu.be/a-1"),
        ("//www.youtube-nocookie.com/embed/a", "https://youtu.be/a"),
        ("https://player.vimeo.com/video/12?h=3", "https://vimeo.com/12"),
    ],
)
def test_a_film_has_the_address_of_its_page(address: str, page: str) -> None:
    (token,) = parser().parse(FRAME.format(address, "YouTube video player"))
    assert (token.type, token.meta) == ("video", {"url": page})
    (token,) = parser().parse(FRAME.format(address, "A river  rises"))
    assert token.meta == {"url": page, "title": "A river rises"}


def test_any_other_page_is_a_link_with_a_code_and_ends_a_paragraph() -> None:
    made = parser().render("a\n" + FRAME.format("https://www.example.org/map?a=1&amp;b=2", "") + "<br/>\nb")
    assert (
        made
        == '<p>a</p>\n<p><a href="https://www.example.org/map?a=1&amp;b=2" class="qr">example.org</a></p>\n<p>b</p>\n'
    )


@pytest.mark.parametrize(
    "source",
    [
        FRAME.format("map.html", "") + "\n",
        FRAME.format("https://example.org", "") + " a\n",
        '<iframe src="https://example.org">\n\na\n',
        "<iframe></iframe>\n",
    ],
)
def test_one_of_a_file_beside_words_or_without_an_end_stays_raw(source: str) -> None:
    assert "<iframe" in parser().render(source)
