from __future__ import annotations

import pytest

from coursepack.load import encoding

# A class of invented people in the code pages that spreadsheets of their countries write.
CLASSES = [
    ("cp1252", "Zoë Müller;7\nJosé Nuñez;9\nAnne-Sophie L’Étoile;10\n"),
    ("cp1252", "Jörg Groß;1\nKäthe Öhler;2\n"),
    ("cp1252", "Hélène Père;1\nÈve Lefèvre;2\nFrançois Noël;3\n"),
    ("cp1252", "João Conceição;1\nInês Araújo;2\n"),
    ("cp1250", "Zoë Müller;7\nŁukasz Żak;8\n"),
    ("cp1250", "Jiří Dvořák;1\nBožena Černá;2\nLuboš Němec;3\n"),
    ("cp1250", "Őze Ödön;1\nSzűcs Gergő;2\nTóth Éva;3\n"),
    ("iso8859_2", "Łukasz Świątek;1\nŻaneta Gęś;2\nTomasz Ślązak;3\n"),
    ("mac_roman", "Zoë Müller;7\nJosé Nuñez;9\n"),
    ("mac_roman", "Jürgen Köhler;1\nUwe Süß;2\n"),
    ("cp850", "Jörg Grün;1\nKäthe Müller;2\n"),
    ("cp1251", "Ольга Петрова;1\nЮрий Щукин;2\nИнна Жданова;3\nПётр Цой;4\n"),
    ("koi8_r", "Ольга Петрова;1\nЮрий Щукин;2\n"),
    ("cp1253", "Νίκος Παπαδόπουλος;1\nΕλένη Ιωάννου;2\n"),
    ("cp1254", "Gülşah Yıldız;1\nÇağrı Doğan;2\nOğuz Şimşek;3\n"),
    ("cp1257", "Jānis Bērziņš;1\nĢirts Kļaviņš;2\n"),
    ("cp932", "山田 花子;1\nさとう けんた;2\n"),
]


@pytest.mark.parametrize(("page", "text"), CLASSES)
def test_a_class_list_of_8_bits_is_read_in_its_code_page(page: str, text: str) -> None:
    found = encoding.read(f"name;id\n{text}".encode(page), "en")
    assert found
    assert (found.text, found.others, found.odd) == (f"name;id\n{text}", (), "")


@pytest.mark.parametrize("text", ["20 °C;3 m²;5 µm", "Preis in €;£5", "Müller®;2", "nº 3;1ª"])
def test_signs_of_units_and_money_are_no_misreadings(text: str) -> None:
    found = encoding.read(f"Größe;Länge\n{text}\n".encode("cp1252"), "en")
    assert found
    assert (found.page, found.others, found.odd) == ("cp1252", (), "")


def test_a_sign_that_no_reading_explains_is_odd() -> None:
    found = encoding.read(b"name,id\n\x81\x8d\x8f\x90\x9d\xff\xfe,1", "en")
    assert found
    assert found.odd or found.others


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["name;id\nA;1\n", "имя;1\nОльга Петрова;2\nЮрий Щукин;3\n"])
def test_utf_16_without_a_mark_is_seen(name: str, text: str) -> None:
    assert encoding.read(text.encode(name), "en") == encoding.Reading(text)


def test_ascii_of_even_length_is_not_utf_16() -> None:
    assert encoding.read(b"a,b\n12,34\n5", "en") == encoding.Reading("a,b\n12,34\n5")
