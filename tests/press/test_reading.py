"""Objects of a PDF, read and written again: texts are in digits, and what is referred to is there once."""

from __future__ import annotations

from types import SimpleNamespace

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from coursepack.press.reading import named, number_of, placed, reached, reference, written


def text(words: str) -> TextStringObject:
    """Return a text as a reader gives it: it knows its bytes."""
    made = TextStringObject(words)
    made.autodetect_pdfdocencoding = True
    return made


def test_a_text_that_looks_like_a_reference_is_none_when_it_is_written() -> None:
    made = written(DictionaryObject({NameObject("/T"): ArrayObject([text("7 0 R")]), NameObject("/P"): reference(9)}))
    assert named(made) == {9}
    assert b"<372030205" in made.lower()  # 7, blank, 0, blank, R in digits


def test_a_stream_that_ends_with_a_carriage_return_has_another_one_before_its_end() -> None:
    ends = []
    for data in (b"0 g\r", b"0 g"):
        drawn = StreamObject()
        drawn.set_data(data)
        ends.append(written(drawn))
    assert b"/Length 4" in ends[0]
    assert ends[0].endswith(b"\nstream\n0 g\r\r\nendstream")
    assert ends[1].endswith(b"\nstream\n0 g\nendstream")


def test_references_get_other_numbers_and_the_rest_stays() -> None:
    assert placed(b"<</A 7 0 R/B[12 0 R 7]>>", {7: 1, 12: 30}) == b"<</A 1 0 R/B[30 0 R 7]>>"


def test_a_reference_knows_its_number() -> None:
    assert number_of(reference(12)) == 12


def objects(**leads: list[int]) -> SimpleNamespace:
    """Return a reader of objects that lead to others: `_1=[2]`."""
    held = {
        int(name[1:]): DictionaryObject({NameObject("/K"): ArrayObject([*map(reference, to), NumberObject(5)])})
        for name, to in leads.items()
    }
    return SimpleNamespace(get_object=held.__getitem__)


def test_all_that_is_referred_to_is_found_once_and_rings_end() -> None:
    reader = objects(_1=[2, 3], _2=[3], _3=[1])
    assert sorted(reached(reader, [1])) == [1, 2, 3]


def test_what_is_left_out_and_what_only_that_leads_to_is_not_there() -> None:
    reader = objects(_1=[2, 3], _2=[4], _3=[], _4=[])
    assert sorted(reached(reader, [1], but=[2])) == [1, 3]
