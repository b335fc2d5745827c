"""A film: its address is one of the web, and its still picture says what it shows."""

from __future__ import annotations

import pytest

from fenced import block, said


@pytest.mark.parametrize("url", ["https://example.org/a", "http://example.org", "HTTPS://EXAMPLE.ORG"])
def test_an_address_of_the_web_is_taken(url: str) -> None:
    assert said("video", f"url: {url}") == []


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org", "file:///film.mp4", "film.mp4", "javascript:x"])
def test_any_other_is_said_at_its_line(url: str) -> None:
    assert said("video", f"title: A film\nurl: {url}") == [("bad-link", 2)]


@pytest.mark.parametrize(
    ("alt", "found"), [("alt: A river", []), ("", [("missing-alt", 2)]), ("alt: ' '", [("missing-alt", 2)])]
)
def test_a_still_picture_says_what_it_shows(alt: str, found: list[tuple[str, int]]) -> None:
    assert said("video", f"url: https://example.org\nstill: media/a.png\n{alt}") == found


def test_its_still_picture_is_a_file_of_the_course() -> None:
    made = block("video", "url: https://example.org\nstill: media/a.png\nalt: A river")
    assert [(name, at.line, kind) for name, at, kind in made.files()] == [("media/a.png", 11, "media")]
    assert list(block("video", "url: https://example.org").files()) == []
