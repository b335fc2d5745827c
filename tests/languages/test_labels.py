from __future__ import annotations

import pickle

import pytest

from coursepack.languages.labels import Labels
from coursepack.load.files import OWN
from coursepack.problem import Span
from coursepack.validate.labels import labels

POLISH = Labels(
    {
        "agenda": "{count} {count:krok|kroki|kroków}, {minutes} min",
        "points_counted": "{count:# punkt|# punkty|# punktów|# punktu}",
        "answer": "({question}) tak",
        "alphabet": {"l": "ł"},
    },
    "pl",
)


@pytest.mark.parametrize(
    ("words", "comma", "colon"),
    [
        ("Who drew it", ", ", ": "),
        ("Who drew it?", " ", " "),
        ("\u8c01\u753b\u7684\uff1f", " ", " "),
        ("\u062a\u0645\u0651\u061f", " ", " "),
        ("The U.S.", ", ", " "),  # a full stop may be that of an abbreviation
        ("Years:", ", ", " "),
    ],
)
def test_no_sign_comes_after_another(words: str, comma: str, colon: str) -> None:
    signs = Labels({"apposition": ", ", "colon": ": "}, "en")
    assert (signs.after(words, "apposition"), signs.after(words, "colon")) == (comma, colon)


@pytest.mark.parametrize(("count", "word"), [(1, "krok"), (2, "kroki"), (5, "kroków"), (12, "kroków"), (22, "kroki")])
def test_a_text_takes_the_plural_form_of_its_number(count: int, word: str) -> None:
    assert POLISH.filled("agenda", count=count, minutes=3) == f"{count} {word}, 3 min"


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 punkt"), (3, "3 punkty"), (5, "5 punktów"), (1.5, "1,5 punktu"), (12000, "12\u00a0000 punktów")],
)
def test_a_form_has_its_number_as_the_language_writes_it(count: float, said: str) -> None:
    assert POLISH.filled("points_counted", count=count) == said


@pytest.mark.parametrize("tag", ["ja", "uk", "cy"])
def test_words_that_english_lends_have_english_forms(tag: str) -> None:
    lent = labels([OWN], tag, Span("course.yaml"), [])
    assert lent.filled("agenda", count=2) == "The course in 2 units"
    assert pickle.loads(pickle.dumps(lent)).filled("points_counted", count=5) == "5\u00a0points"  # noqa: S301 our own bytes


def test_sentences_that_english_lends_have_their_number_and_stop_where_lines_lead_right() -> None:
    hebrew, welsh = (labels([OWN], tag, Span("course.yaml"), []) for tag in ("he", "cy"))
    assert (hebrew["ask_choose"], welsh["ask_choose"]) == ("Tick one.\u200e", "Tick one.")
    assert labels([OWN], "ar", Span("course.yaml"), [])["ask_choose"].endswith(".")
    assert hebrew.filled("exercise_count", count=4) == "\u200e4 exercises"
    assert hebrew["exercise"] == welsh["exercise"]


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 درجة"), (2, "درجتان"), (3, "3 درجات"), (11, "11 درجة"), (100, "100 درجة")]
)
def test_a_dual_says_its_number_itself(count: int, said: str) -> None:
    arabic = labels([OWN], "ar", Span("course.yaml"), [])
    assert arabic.filled("points_counted", count=count).replace("\u00a0", " ") == said


def test_the_last_form_serves_for_those_that_are_left_out() -> None:
    french = Labels({"agenda": "{count:pas|des pas}"}, "fr")
    assert [french.filled("agenda", count=count) for count in (0, 1, 2, 10**6)] == ["pas", "pas", "des pas", "des pas"]


def test_a_text_is_told_by_what_stands_around_a_placeholder() -> None:
    assert POLISH.around("answer", "question") == ("(", ") tak")


@pytest.mark.parametrize(("tag", "sign"), [("en", ", "), ("de", "; "), ("fr", "\u202f; "), ("zh", "\u3001")])
def test_numbers_with_a_comma_in_them_are_not_parted_by_one(tag: str, sign: str) -> None:
    assert labels([OWN], tag, Span("course.yaml"), []).between_numbers() == sign


def test_words_stand_in_the_brackets_of_the_language() -> None:
    english, chinese = (labels([OWN], tag, Span("course.yaml"), []) for tag in ("en", "zh"))
    assert (english.bracketed("2"), english.bracketed("2", "")) == (" (2)", "(2)")
    assert chinese.bracketed("2") == "\uff082\uff09"
    assert (english.bracketed("2", "\u00a0"), chinese.bracketed("2", "\u00a0")) == ("\u00a0(2)", "\u2060\uff082\uff09")


def test_a_label_joins_words_as_the_language_does() -> None:
    english, chinese = (labels([OWN], tag, Span("course.yaml"), []) for tag in ("en", "zh"))
    assert english.extended("Rain", "of_variant", letter="A") == "Rain, Variant\u00a0A"
    assert english.extended("Why?", "of_variant", letter="A") == "Why? Variant\u00a0A"
    assert chinese.extended("\u96e8", "of_variant", letter="A") == "\u96e8\uff08\u7248\u672c\u00a0A\uff09"


def test_texts_stand_in_the_order_of_the_alphabet() -> None:
    assert POLISH.ordered(["mak", "łan", "lut"]) == ["lut", "łan", "mak"]
    assert POLISH.letter("łan") == "Ł"


def test_labels_go_to_another_process_as_they_are() -> None:
    sent = pickle.loads(pickle.dumps(POLISH))  # noqa: S301 our own bytes
    assert (sent, sent.tag) == (POLISH, "pl")


def test_a_filled_placeholder_shows_nothing_of_what_it_is_filled_with() -> None:
    with pytest.raises((KeyError, AttributeError)):
        Labels({"agenda": "{count.nothing}"}, "en").filled("agenda", count=1)


def test_no_label_is_hidden_by_what_labels_can_do() -> None:
    """Templates ask for both after a full stop."""
    assert not set(dir(Labels)) & set(labels([OWN], "en", Span("course.yaml"), []))


def test_a_letter_of_two_signs_is_one_letter() -> None:
    arabic = labels([OWN], "ar", Span("course.yaml"), [])
    assert [arabic.lettered(place) for place in range(6)] == ["أ", "ب", "ج", "د", "هـ", "و"]
    assert pickle.loads(pickle.dumps(arabic)) == arabic  # noqa: S301 our own bytes
