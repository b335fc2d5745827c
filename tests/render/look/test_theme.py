from __future__ import annotations

import pytest
import yaml
from fontTools.ttLib import TTFont
from pydantic import ValidationError

from coursepack.render.look.templates import OWN
from coursepack.render.look.theme import MissingFaceError, Theme, font_path, fonts

THEME = yaml.safe_load((OWN / "theme.yaml").read_text("utf-8"))


def test_every_face_of_our_theme_is_installed() -> None:
    theme = Theme.model_validate(THEME)
    files = [face.file for face in theme.faces]
    files += [file for face in (theme.deck.heading, theme.deck.body) for file in face.twin.values()]
    for file in files:
        assert TTFont(font_path(file))["maxp"].numGlyphs > 200, file
    assert set(map(font_path, files)) <= set(fonts(theme))


@pytest.mark.parametrize(
    "file",
    [
        "no_such_package:a.ttf",
        "fontpkg_source_serif_4:files/none.ttf",
        "a.ttf",
        "json:__init__.ttf",
        "fontpkg_source_serif_4:",
    ],
)
def test_a_face_that_is_not_installed_is_missed(file: str) -> None:
    with pytest.raises(MissingFaceError, match="is not installed"):
        font_path(file)


@pytest.mark.parametrize(
    "file", ["fontpkg_source_serif_4:../fontpkg_source_sans_3/files/SourceSans3[wght].ttf", "json:/etc/hostname"]
)
def test_a_face_is_inside_its_package(file: str) -> None:
    with pytest.raises(MissingFaceError):
        font_path(file)


def test_a_theme_knows_no_other_fields() -> None:
    with pytest.raises(ValidationError):
        Theme.model_validate({**THEME, "colors": {}})


@pytest.mark.parametrize("paper", THEME["papers"])
def test_the_measures_of_a_paper_fit_its_width(paper: str) -> None:
    page = Theme.model_validate(THEME).papers[paper]
    edge = page.width - page.inner - page.text - page.gap - page.outer
    assert 10 <= edge <= page.inner  # a printer's margin at the outer edge, a gutter at the spine
