from __future__ import annotations

from io import BytesIO

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from coursepack.render.look.fontfile import addresses, font_data, font_name, font_url, setting
from coursepack.render.look.theme import MissingFaceError, font_path

SANS = "fontpkg_source_sans_3:files/SourceSans3[wght].ttf"
CHINESE = "cvttf_NotoSansCJK_Regular:NotoSansCJKtc-Regular.otf"


@pytest.mark.parametrize("weight", [400, 700])
def test_a_weight_is_cut_out_of_a_variable_file(weight: int) -> None:
    cut = TTFont(BytesIO(font_data(f"{SANS}#wght={weight}")))
    assert cut["OS/2"].usWeightClass == weight
    assert "fvar" not in cut
    assert cut.getBestCmap().keys() == TTFont(font_path(SANS)).getBestCmap().keys()


def test_a_bolder_cut_has_wider_letters() -> None:
    thin, bold = (TTFont(BytesIO(font_data(f"{SANS}#wght={weight}")))["hmtx"]["n"][0] for weight in (400, 700))
    assert thin < bold


def test_without_a_weight_a_file_is_as_it_lies() -> None:
    assert font_data(SANS) == font_path(SANS).read_bytes()


def test_weights_have_addresses_and_names_of_their_own() -> None:
    files = [SANS, f"{SANS}#wght=400", f"{SANS}#wght=700"]
    assert list(addresses(files).values()) == files
    assert [font_name(file) for file in files] == [
        "SourceSans3wght.ttf",
        "SourceSans3wght-400.ttf",
        "SourceSans3wght-700.ttf",
    ]


def test_settings_are_read_by_their_names() -> None:
    assert (setting("wght=700&widen=1.1", "widen"), setting("wght=700", "widen")) == (1.1, 0)


def test_a_file_that_is_not_installed_has_no_address() -> None:
    with pytest.raises(MissingFaceError) as caught:
        font_url("no_such_package:a.ttf#wght=700")
    assert caught.value.problems[0].help == "Run `pip install no-such-package` in coursepack's environment"


@pytest.mark.parametrize(("language", "left"), [("zh-hans", True), ("zh-hant", False), ("ja", True)])
@pytest.mark.parametrize(("words", "script"), [("说。", "Hani"), ("。", "Zyyy")])
def test_a_full_stop_stands_where_its_language_has_it_beside_a_letter_and_alone(
    words: str, script: str, language: str, *, left: bool
) -> None:
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font_data(CHINESE))))
    run = uharfbuzz.Buffer()
    run.add_str(words)
    run.direction, run.script, run.language = "ltr", script, language
    uharfbuzz.shape(font, run)
    ink = font.get_glyph_extents(run.glyph_infos[-1].codepoint)
    # In the lower left corner of its square of 1000 units, or in the middle.
    assert (ink.x_bearing + ink.width < 400, ink.y_bearing < 300) == (left, left)
