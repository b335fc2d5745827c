"""A paragraph is cut where a sentence ends, and not at every stop."""

from __future__ import annotations

import pytest

from coursepack.languages.sentence import sentences


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It rose. It fell.", ["It rose. ", "It fell."]),
        ("He said “no.” She left!", ["He said “no.” ", "She left!"]),
        ("See art. 5, e.g. this", ["See art. 5, e.g. this"]),
        ("河流变慢。沙子沉下。", ["河流变慢。", "沙子沉下。", ""]),
        ("", [""]),
    ],
)
def test_sentences_end_at_a_stop_that_no_small_letter_or_number_follows(words: str, found: list[str]) -> None:
    assert [words[start:end] for start, end in sentences(words)] == found
