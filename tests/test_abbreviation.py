from __future__ import annotations

import re

from coursepack.abbreviation import mentions


def test_an_abbreviation_is_found_as_a_word_of_its_own_and_the_longest_first() -> None:
    text = "the UN, UN-led, UNESCO; UNs, A/UN, UN/2, a U.N. and UN Women"
    assert re.findall(mentions(["UN", "UN Women", "U.N."]), text) == ["UN", "UN", "U.N.", "UN Women"]
