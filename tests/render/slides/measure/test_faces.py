"""How wide words are, in em and inches, beside what the font files themselves say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from coursepack.render.look.theme import font_path
from coursepack.render.slides.measure.faces import Faces, family, load

if TYPE_CHECKING:
    from coursepack.render.look.theme import Theme

SERIF = "fontpkg_source_serif_4:files/SourceSerif4[opsz,wght].ttf"


def em(file: str, text: str) -> float:
    """The sum of the advances that a file names, without kerning."""
    font = TTFont(font_path(file))
    names, widths = font.getBestCmap(), font["hmtx"].metrics
    return sum(widths[names[ord(sign)]][0] for sign in text) / font["head"].unitsPerEm


def test_a_word_is_as_wide_as_the_advances_of_its_letters(twins: Faces, theme: Theme) -> None:
    shaped = twins.shape("nnnn", "body", bold=False, italic=False)
    assert (shaped.width, shaped.missing) == (pytest.approx(em(theme.deck.body.twin["regular"], "nnnn")), "")
    assert twins.width("nnnn", 36) == pytest.approx(shaped.width / 2)  # 36 points are half an inch


def test_bold_is_wider_and_headings_have_a_face_of_their_own(twins: Faces, theme: Theme) -> None:
    plain = twins.shape("mountain", "body", bold=False, italic=False).width
    assert twins.shape("mountain", "body", bold=True, italic=False).width > plain
    assert twins.width("mountain", 72, bold=True) > plain
    heading = twins.shape("nnnn", "heading", bold=False, italic=False).width
    assert heading == pytest.approx(em(theme.deck.heading.twin["regular"], "nnnn"))


def test_a_letter_that_no_face_has_is_missing_and_has_no_width(twins: Faces) -> None:
    shaped = twins.shape("nꦏꦏn", "body", bold=False, italic=False)
    assert shaped.missing == "ꦏ"
    assert shaped.width == twins.shape("nn", "body", bold=False, italic=False).width
    assert twins.shape("n\u00adn\u200b", "body", bold=False, italic=False).missing == ""  # nothing is drawn of these


def test_what_a_twin_lacks_is_measured_with_a_face_for_paper_and_a_margin(twins: Faces) -> None:
    """The prime is in the serif and in no twin: the deck's own face may be wider by a tenth."""
    bare = replace(twins, stands={})
    signs = "\u2032\u2033\u2190\u2260\u0416\u1f00"
    sign = next(one for one in signs if bare.shape(one, "body", bold=False, italic=False).missing)
    stood = replace(twins, stands={"body": (SERIF,)})
    found = stood.shape(f"n{sign}", "body", bold=False, italic=False)
    assert found.missing == ""
    assert found.width == pytest.approx(em(SERIF, sign) * 1.1 + bare.shape("n", "body", bold=False, italic=False).width)
    other = replace(twins, stands={"heading": (SERIF,)})
    assert other.shape(f"n{sign}", "body", bold=False, italic=False).missing == sign


def test_code_is_as_wide_as_its_characters_are_many(twins: Faces) -> None:
    assert twins.shape_code("x = 1").width == pytest.approx(5 * twins.mono)


def test_a_style_that_a_further_face_lacks_is_measured_with_the_nearest(theme: Theme) -> None:
    one = theme.deck.fallback[0]
    only = one.model_copy(update={"twin": {"regular": SERIF, "bold": f"{SERIF}#wght=700"}})
    deck = theme.deck.model_copy(update={"fallback": (only,)})
    files = load(theme.model_copy(update={"deck": deck}), 0.6).files
    styles = ((False, False), (True, False), (False, True), (True, True))
    found = {style: files[only.script, *style] for style in styles}
    assert found[False, True] == found[False, False] == str(font_path(SERIF))
    assert found[True, True] == found[True, False] != found[False, False]


def test_a_further_face_whose_bold_is_not_installed_is_measured_with_its_regular(theme: Theme) -> None:
    one = theme.deck.fallback[0]
    only = one.model_copy(update={"twin": {"regular": SERIF, "bold": "no_such_package:files/a.ttf"}})
    deck = theme.deck.model_copy(update={"fallback": (only,)})
    files = load(theme.model_copy(update={"deck": deck}), 0.6).files
    assert files[only.script, True, False] == files[only.script, False, False] == str(font_path(SERIF))


def test_a_further_face_that_is_not_installed_has_no_files(theme: Theme) -> None:
    one = theme.deck.fallback[0].model_copy(update={"twin": {"regular": "no_such_package:files/a.ttf"}})
    deck = theme.deck.model_copy(update={"fallback": (one,)})
    found = load(theme.model_copy(update={"deck": deck}), 0.6)
    assert found.families == {}
    assert {role for role, _, _ in found.files} == {"heading", "body"}


def test_a_family_is_what_its_file_says() -> None:
    assert family(str(font_path(SERIF))) == "Source Serif 4"


def test_a_width_may_be_widened_by_a_share(theme: Theme) -> None:
    def wide(file: str) -> float:
        body = theme.deck.body.model_copy(update={"twin": {"regular": file}})
        deck = theme.deck.model_copy(update={"body": body})
        return load(theme.model_copy(update={"deck": deck}), 0.6).width("nnnn", 72)

    assert wide(f"{SERIF}#widen=1.4") == pytest.approx(1.4 * wide(SERIF))


def test_a_text_names_the_faces_of_its_further_scripts_in_the_order_of_drawingml(twins: Faces) -> None:
    both = replace(twins, families={"arabic": "Amiri", "cjk": "Microsoft YaHei"})
    assert both.slots("rain 2019") == []
    assert both.slots("a مطر 雨") == [("ea", "Microsoft YaHei"), ("cs", "Amiri")]
    assert replace(twins, families={}).slots("مطر") == []


def test_a_line_is_as_high_as_the_faces_of_its_further_scripts_ask(twins: Faces) -> None:
    assert twins.leading("rain 2019", bold=True) == 0
    assert twins.leading("rain مطر", bold=True) == twins.leading("مطر", bold=True) > 1.5  # Amiri
