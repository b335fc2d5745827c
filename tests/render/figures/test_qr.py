from __future__ import annotations

import pytest

from coursepack.render.figures import qr


@pytest.mark.parametrize("course", ["un-alliances", "rivers", "a", "Économie & société 2026/27 (deuxième année)"])
@pytest.mark.parametrize("pages", [1, 10, 120])
def test_codes_that_differ_in_their_page_are_made_of_one(course: str, pages: int) -> None:
    start = qr.head(course, 3, qr.token(course, "", "law", "4711"), 1)
    first, _ = qr._modules(qr.payloads(start, pages)[0])  # noqa: SLF001 what the squares are drawn from
    made = [first ^ difference for difference in qr._differences(len(start), pages)]  # noqa: SLF001 as above
    assert made == [qr._modules(text)[0] for text in qr.payloads(start, pages)]  # noqa: SLF001 as above


def test_a_token_follows_from_course_seed_unit_and_id_and_from_nothing_else() -> None:
    own = qr.token("rivers", "s", "law", "4711")
    assert own == qr.token("rivers", "s", "law", "4711")
    others = [("lakes", "s", "law", "4711"), ("rivers", "", "law", "4711")]
    others += [("rivers", "s", "sea", "4711"), ("rivers", "s", "law", "4712")]
    assert len({own, *(qr.token(*other) for other in others)}) == 5


def test_an_id_is_not_in_its_code() -> None:
    text = qr.payloads(qr.head("rivers", 3, qr.token("rivers", "", "law", "SMITH-4711"), 1), 9)[4]
    assert text.startswith("RIVERS/03/")
    assert text.endswith("/B/05")
    assert "4711" not in text
    assert "SMITH" not in text
