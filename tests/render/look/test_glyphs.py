from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.look import glyphs

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.look.design import Design


def test_letters_of_europe_and_the_marks_of_print_are_there(own_design: Design) -> None:
    text = "äéñøłčğß “quotes” — … § € £ 1990 ½ ≤ →\n\t\u00ad\u200b"
    assert list(glyphs.check({"a.md": text}, own_design.theme)) == []


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_a_space_needs_no_glyph(own_design: Design, space: str) -> None:
    assert list(glyphs.check({"a.md": f"12{space}km"}, own_design.theme)) == []


@pytest.mark.parametrize(("text", "line", "column"), [("ꦗ", 1, 1), ("one\ntwo ꦗ ꦗ", 2, 5), ("\n\n𝄞", 3, 1)])
def test_a_character_without_a_glyph_is_reported_at_its_first_place(
    own_design: Design, text: str, line: int, column: int
) -> None:
    (problem,) = glyphs.check({"a.md": text}, own_design.theme)
    assert (problem.span.file, problem.span.line, problem.span.column) == ("a.md", line, column)


def test_every_character_and_every_file_has_its_own_problem(own_design: Design) -> None:
    found = list(glyphs.check({"a.md": "ꦗꦲ", "b.md": "ꦗ"}, own_design.theme))
    assert [problem.message[1] for problem in found] == ["ꦗ", "ꦲ", "ꦗ"]


def test_a_script_whose_face_is_not_installed_says_what_brings_it(
    own_design: Design, without: Callable[[str], None]
) -> None:
    without("cvttf_NotoSansCJK_Regular")
    (problem,) = glyphs.check({"a.md": "川"}, own_design.theme)
    assert problem.help.startswith("Run `pip install cvttf-notosanscjk-regular")
    assert problem.help.endswith("` in coursepack's environment")


def test_nothing_is_to_be_installed_for_what_no_face_has(own_design: Design, without: Callable[[str], None]) -> None:
    without("cvttf_NotoSansCJK_Regular")
    (problem,) = glyphs.check({"a.md": "𝄞"}, own_design.theme)
    assert "pip" not in problem.help


@pytest.mark.parametrize(
    "text",
    [
        "λόγος, ἀρχή",
        "Русский язык",
        "שָׁלוֹם",
        "العربيّة؟",
        "हिन्दी में",
        "ภาษาไทย",
        "ˈwɔːtə ʃʒθ",  # noqa: RUF001 phonetic signs
        "♭ ♯ ♩ ☐ ✓ ⇒ ∑ № ″",
        "🌊 ☂️ 👍🏽",
    ],
)
def test_the_scripts_of_the_world_and_signs_are_written(own_design: Design, text: str) -> None:
    assert list(glyphs.check({"a.md": text}, own_design.theme)) == []
