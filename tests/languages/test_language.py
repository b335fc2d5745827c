from __future__ import annotations

import pytest

from coursepack.languages.language import chain, form, forms, is_known, kilometres, lcid, marks, meant, months, units


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("de", ("de",)),
        ("de-AT", ("de-AT", "de")),
        ("PT_br", ("pt-BR", "pt")),
        ("zh-hans-cn", ("zh-Hans-CN", "zh-Hans", "zh")),
    ],
)
def test_a_tag_falls_back_to_its_language(tag: str, tags: tuple[str, ...]) -> None:
    assert chain(tag) == tags


def test_an_unknown_region_has_the_language_s_marks_and_an_unknown_language_english_ones() -> None:
    assert marks("de-XX") == marks("de")
    assert marks("klingon") == marks("en")
    assert [is_known(tag) for tag in ("de-XX", "klingon", "x")] == [True, False, False]


def test_a_language_is_found_by_its_name_in_english_or_in_itself() -> None:
    assert [meant(name) for name in ("German", "deutsch", "Français", "klingon", "nonsense")] == [
        "de",
        "de",
        "fr",
        "",
        "",
    ]


def test_units_are_written_out_in_every_number_that_a_language_has() -> None:
    assert {"millimetre", "millimetres", "degrees", "square"} <= units("en-GB")
    assert {"миллиметр", "миллиметра", "миллиметров"} <= units("ru")
    assert not units("en") & {"per", "British", "sun"}


def test_months_stand_as_dates_have_them() -> None:
    assert months("pl").names[10] == "listopada"
    assert [months(tag).between for tag in ("en-GB", "de", "es")] == [" ", ". ", " de "]
    assert [months(tag).first for tag in ("en-US", "en-GB", "zh")] == [True, False, True]


def test_kilometres_are_shortened_as_the_language_does() -> None:
    shortened = [kilometres(tag, "500") for tag in ("en-GB", "ru", "zh", "xx")]
    assert shortened == ["500\u00a0km", "500\u00a0км", "500公里", "500\u00a0km"]


def test_plural_forms_are_those_of_the_language() -> None:
    assert forms("de") == ("one", "other")
    assert forms("zh") == ("other",)
    assert [form("pl", number) for number in (1, 3, 5, 22)] == ["one", "few", "many", "few"]
    assert [form("fr", number) for number in (0, 1, 2)] == ["one", "one", "other"]


@pytest.mark.parametrize(
    ("tag", "number"), [("fr", 0x40C), ("fr-CH", 0x100C), ("pt", 0x416), ("de-AT", 0xC07), ("eo", 0)]
)
def test_a_language_has_microsoft_s_number_of_its_region_or_of_the_one_where_most_speak_it(
    tag: str, number: int
) -> None:
    assert lcid(tag) == number
