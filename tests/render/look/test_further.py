"""Faces of further scripts: loaded for the courses that need them, and named after the faces that they help."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursepack.render.look.fontfile import characters, font_data
from coursepack.render.look.further import dressed, families, wear
from coursepack.render.look.glyphs import check

if TYPE_CHECKING:
    from coursepack.render.look.design import Design

CHINESE = "cvttf_NotoSansCJK_Bold:NotoSansCJKtc-Bold.otf"


def test_a_course_in_latin_letters_loads_none(own_design: Design) -> None:
    assert wear(own_design.theme, ["Größe, Łódź, λόγος, Русский"], "de") is own_design.theme


def test_a_script_brings_its_own_faces_alone(own_design: Design) -> None:
    worn = wear(own_design.theme, ["الماء"], "ar")
    assert [face.family for face in worn.worn] == ["Text-arabic", "Apparatus-arabic"]
    assert families(worn, "Text") == "Text, Text-arabic"
    assert families(worn, "Drawing") == "Apparatus-arabic-marks, Drawing, Apparatus-arabic"


@pytest.mark.parametrize("language", ["ar", "fa", "ur"])
def test_signs_beside_the_sans_of_arabic_are_in_its_face_in_bold_too(own_design: Design, language: str) -> None:
    marks = [face for face in wear(own_design.theme, ["الماء"], language).faces if face.family.endswith("-marks")]
    assert [(face.weight, face.file.rpartition("#")[2]) for face in marks] == [
        (weight, "only=20+25+2030+b0") for weight in ("normal", "bold")
    ]


def test_a_text_in_the_sans_is_helped_by_a_sans(own_design: Design) -> None:
    """Easy print and large print set running text in it, and Arabic stood there in a calligraphic face."""
    sans = next(face.file for face in own_design.theme.faces if (face.family, face.style) == ("Apparatus", "normal"))
    upright = ("Text", "normal")
    faces = [
        face.model_copy(update={"file": sans}) if (face.family, face.style) == upright else face
        for face in own_design.theme.faces
    ]
    worn = wear(own_design.theme.model_copy(update={"faces": faces}), ["الماء"], "ar")
    assert families(worn, "Text") == "Apparatus-arabic-marks, Text, Apparatus-arabic"


def test_a_style_sheet_names_them_after_the_face_that_they_help(own_design: Design) -> None:
    worn = wear(own_design.theme, ["שלום"], "he")
    css = '@font-face { font-family: Text; }\nb { font: normal 9pt Text; font-variation-settings: "wght" 680; }'
    first, second = dressed(css, worn).split("\n")
    assert first == "@font-face { font-family: Text; }"
    assert second == (
        'b { font: normal 9pt Text, Both-hebrew; font-variation-settings: "wght" 680; font-weight: bold; }'
    )


def test_without_further_faces_a_style_sheet_stays_as_it_is(own_design: Design) -> None:
    css = 'p { font-family: Text; font-variation-settings: "wght" 680; }'
    assert dressed(css, own_design.theme) is css


def test_a_chinese_course_has_wide_quotation_marks_and_others_have_not(own_design: Design) -> None:
    own, quoting = (wear(own_design.theme, ["“安全”"], language) for language in ("zh-CN", "en"))
    assert families(own, "Text") == "Both-cjk-marks, Text, Both-cjk"
    assert families(quoting, "Text") == "Text, Both-cjk"
    marks = next(face.file for face in own.faces if face.family == "Both-cjk-marks")
    assert marks.endswith("only=20+201c+201d+2018+2019+2026+2014+b7")
    assert len(font_data(marks)) < 20_000 < len(characters(CHINESE))


@pytest.mark.parametrize("sign", "﹇㎡ㄅ𠮷ꥠⶀⴀ᧠ꧠ")
def test_what_is_said_to_have_a_glyph_has_a_face_that_is_loaded_for_it(own_design: Design, sign: str) -> None:
    assert list(check({"a.md": sign}, own_design.theme)) == []
    assert any(ord(sign) in characters(face.regular) for face in wear(own_design.theme, [sign], "en").worn)


@pytest.mark.parametrize("sign", ["😊", "😀", "🚀", "⚠\ufe0f", "✔\ufe0f"])
def test_a_picture_is_set_in_the_face_of_pictures(own_design: Design, sign: str) -> None:
    """A course whose only emoji a face of other signs had, too, was set in a face of the machine, and refused."""
    assert [face.name for face in wear(own_design.theme, [sign], "en").worn] == ["emoji"]


def test_keys_and_code_are_helped_by_the_sans_where_their_own_face_lacks_a_sign() -> None:
    css = (Path(__file__).parents[3] / "templates" / "print.css.j2").read_text()
    assert [line for line in css.split("\n") if re.search(r"\bCode\b(?! *, *Apparatus)(?=[^:{]*[;}])", line)] == []
