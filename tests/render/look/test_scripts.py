"""Scripts by Unicode's blocks, each with the slot that DrawingML has for its face."""

from __future__ import annotations

import pytest

from coursepack.render.look.scripts import SLOTS, others, parts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("plain", [("latin", "plain")]),
        ("Größe, Łódź", [("latin", "Größe, Łódź")]),
        ("Борис и Νίκος", [("latin", "Борис и Νίκος")]),  # the deck's own faces write them
        ("川 river", [("cjk", "川"), ("latin", " river")]),
        ("東京、大阪", [("cjk", "東京、大阪")]),
        ("한국어", [("cjk", "한국어")]),
        ("ليلى حداد", [("arabic", "ليلى"), ("latin", " "), ("arabic", "حداد")]),
        ("שלום x", [("hebrew", "שלום"), ("latin", " x")]),
        ("ภาษา हिन्दी", [("thai", "ภาษา"), ("latin", " "), ("devanagari", "हिन्दी")]),
        ("", []),
    ],
)
def test_a_text_is_cut_where_its_script_changes(text: str, wanted: list[tuple[str, str]]) -> None:
    assert list(parts(text)) == wanted


@pytest.mark.parametrize("text", ["“東京”", "東京…", "東—京", "\u2018川\u2019"])
def test_marks_beside_a_chinese_character_are_set_in_its_face(text: str) -> None:
    assert list(parts(text)) == [("cjk", text)]


@pytest.mark.parametrize("text", ["“Rhine”", "a—b", "…"])
def test_the_same_marks_alone_are_latin(text: str) -> None:
    assert list(parts(text)) == [("latin", text)]


@pytest.mark.parametrize("text", ["川 ليلى שלום and so on", "a“川”b", "ab"])
def test_nothing_is_lost(text: str) -> None:
    assert "".join(piece for _, piece in parts(text)) == text


def test_other_scripts_are_named_once() -> None:
    assert others("川 ليلى 川") == ("arabic", "cjk")
    assert others("only Latin") == ()


def test_east_asia_has_one_slot_and_complex_scripts_another() -> None:
    assert [SLOTS[script] for script in ("cjk", "arabic", "hebrew", "thai")] == ["ea", "cs", "cs", "cs"]
