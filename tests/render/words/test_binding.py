from __future__ import annotations

import re

import pytest

from coursepack.coursefile import BindFile
from coursepack.load.files import OWN
from coursepack.problem import Span
from coursepack.render.words.binding import Binding, binding
from coursepack.validate.labels import labels

OURS = BindFile(before=("resolution",), after=("troops",), whole=("S/*", "S/RES/* (#)", "resolution # (#)"))


def bound(text: str, tag: str = "en-GB", own: BindFile | None = None) -> str:
    return made(tag, own).bind(text).replace("\u00a0", "~").replace("\u202f", "_")


def made(tag: str = "en-GB", own: BindFile | None = None) -> Binding:
    return binding(labels([OWN], tag, Span("course.yaml"), []), own or BindFile())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 29 November 1990", "on 29~November 1990"),
        ("in Nov 1990, 5 Sept", "in Nov~1990, 5~Sept"),
        ("Article 51 and art. 5", "Article~51 and art.~5"),
        ("Chapter VII", "Chapter~VII"),
        (
            "High-level Independent Panel, Part XIV, a level I like",
            "High-level Independent Panel, Part~XIV, a level~I like",
        ),
        ("left out in line 3; 3 lines, inline 3", "left out in line~3; 3 lines, inline 3"),
        ("70 per cent, 12 million", "70~per~cent, 12~million"),
        ("1 per cent of 2 people", "1~per~cent of 2~people"),
        ("per cent, 3 per person", "per cent, 3 per person"),
        ("Murray et al. 2008; met al. 5", "Murray et~al. 2008; met al. 5"),
        ("Articles and 5 Mayors", "Articles and 5 Mayors"),
        ("safety. … It was, all […] of it; so … …he", "safety.~… It was, all~[…] of it; so~… …he"),
        ("the Particle 51", "the Particle 51"),
        ("Step 2 of paragraph 1", "Step~2 of paragraph~1"),
        ("3.0 points, 800 pounds, 100 °C", "3.0~points, 800~pounds, 100~°C"),
        ("(lines 1 and 2).", "(lines~1 and~2)."),
        ("Articles 5 to 12, 3 or 4.5, 6 or 7", "Articles~5 to~12, 3 or 4.5, 6 or 7"),
        ("in 1990 and 1991 or 12 years", "in 1990 and 1991 or 12~years"),
        ("the Charter, … to keep […] peace …”", "the Charter,~… to keep~[…] peace~…”"),
        ("says … and …so on", "says~… and …so on"),
        ("45 millimetres, 80 to 120 words, 5 times as small", "45~millimetres, 80 to 120~words, 5~times as small"),
        ("resolution 678 (1990), 300 troops", "resolution 678 (1990), 300 troops"),
    ],
)
def test_a_line_does_not_end_inside_a_date_or_a_number_with_its_word(text: str, expected: str) -> None:
    assert bound(text) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en-US", "on November 29, 1990", "on November~29, 1990"),
        ("de", "am 29. November 1990, Abb. 3, 7 %, z. B.", "am 29.~November 1990, Abb.~3, 7~%, z._B."),
        ("de", "im 20. Jahrhundert, § 5, 3 km", "im 20.~Jahrhundert, §~5, 3~km"),
        ("de-AT", "am 3. Jänner", "am 3.~Jänner"),
        ("fr", "Quoi ? Ceci : « onde » ; 5 %", "Quoi_? Ceci~: «_onde_»_; 5_%"),
        ("fr", "le 14 juillet 1789, p. 3, 300 000 km/s", "le 14~juillet 1789, p.~3, 300_000~km/s"),
        ("es", "el 29 de noviembre", "el 29~de~noviembre"),
        ("pl", "I w lesie, a z nim Ala i kot", "I~w~lesie, a~z~nim Ala i~kot"),
        ("ru", "Идите к реке и в лес", "Идите к~реке и~в~лес"),
        ("cs", "Sníh v lese u vody", "Sníh v~lese u~vody"),
        ("es", "Ana y yo, a ella", "Ana y yo, a ella"),
        ("es", "la palabra de la línea 4", "la palabra de la línea~4"),
        ("de", "im Schritt 2, Zeilen 1 und 2.", "im Schritt~2, Zeilen~1 und~2."),
        ("es", "45 milímetros, de 80 a 120 palabras, 5 veces", "45~milímetros, de 80 a 120~palabras, 5~veces"),
        ("fr", "il est tombé 45 millimètres en 3 décennies", "il est tombé 45~millimètres en 3~décennies"),
        ("ru", "45 миллиметров, 22 миллиметра, 5 раз", "45~миллиметров, 22~миллиметра, 5~раз"),
        ("ar", "45 مليمتر", "45~مليمتر"),
        ("zh", "5 倍", "5~倍"),
        ("fr", "Étape 3, paragraphe 1, 1 point", "Étape~3, paragraphe~1, 1~point"),
    ],
)
def test_each_language_binds_what_it_binds(tag: str, text: str, expected: str) -> None:
    assert bound(text, tag) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S/RES/678 (1990)", "S/RES/678~(1990)"),
        ("resolution 678 (1990)", "resolution~678~(1990)"),
        ("300 troops", "300~troops"),
        ("of resolution 5", "of resolution~5"),
    ],
)
def test_a_course_binds_words_and_symbols_of_its_own(text: str, expected: str) -> None:
    assert bound(text, own=OURS) == expected


@pytest.mark.parametrize(
    ("tag", "before", "after", "expected"),
    [
        ("pl", "Byli w", "lesie", "\u00a0"),
        ("pl", "Byli w", "", "\u00a0"),
        ("pl", "Byli tam w lesie", "oraz", "\n"),
        ("en-GB", "in Article", "51", "\u00a0"),
        ("en-GB", "a" * 200 + " on 29", "November 1990", "\u00a0"),
        ("en-GB", "on 29 November", "1990", "\n"),
        ("fr", "300", "000 km", "\u202f"),
        ("zh", "水在河里\uff0c", "河在海边", ""),
        ("ja", "川は", "海へ", ""),
        ("zh", "水", "river", "\n"),
        ("ko", "강은", "바다로", "\n"),
        ("zh", "水", "", "\n"),
    ],
)
def test_lines_as_they_are_written_are_bound_as_words_are(tag: str, before: str, after: str, expected: str) -> None:
    assert made(tag).seam(before, after) == expected


def test_symbols_and_ranges_are_kept_whole() -> None:
    markup = made(own=OURS).unbroken("S/RES/678, 3\u20135, A/RES/1")
    assert markup == '<span class="nb">S/RES/678</span>, <span class="nb">3\u20135</span>, A/RES/1'
    assert made().unbroken("S/RES/678") == "S/RES/678"


def test_a_line_may_end_between_quotation_marks_and_brackets() -> None:
    """Pango ends none there, so a third of the line before stayed empty: word, quotation mark and name were one."""
    assert made().unbroken("a “war” (Rowe 2024), wars (all)") == "a “war”<wbr> (Rowe 2024), wars (all)"
    assert made().unbroken("a “war” ") == "a “war”<wbr> "


@pytest.mark.parametrize(
    ("tag", "title", "bound"),
    [
        ("es", "Historia de la guerra del agua", "Historia de~la~guerra del~agua"),
        ("fr", "<b id='de la'>À la</b> campagne", "<b id='de la'>À~la</b> campagne"),
        ("de", "Die Verantwortlichkeit der Staaten", "Die Verantwortlichkeit der~Staaten"),
        # Many short words of English may end a line: bound, they take titles a line more.
        ("en", "The rise of the states", "The rise of the states"),
        ("ru", "Дорога от реки", "Дорога от~реки"),
    ],
)
def test_no_line_of_a_title_ends_with_an_article(tag: str, title: str, bound: str) -> None:
    """But where the word after it is long, a narrow line would have no room for both."""
    binds = made(tag)
    assert binds.headed(title) == bound.replace("~", "\u00a0")
    assert binds.bind(title) == title


def test_what_has_two_letters_before_its_hyphen_is_kept_whole() -> None:
    """Its element says that there are words in it: they may be acronyms."""
    kept = made().unbroken("an AU-led force, US-Japan, re-hatting, self-defence, non-aggression, UNO-led, A-1, i-dot-x")
    words = '<span class="nb words">{}</span>'.format
    first = ", ".join(map(words, ["US-Japan", "re-hatting"]))
    assert (
        kept == f"an {words('AU-led')} force, {first}, self-defence, non-aggression, UNO-led, A-1, {words('i-dot')}-x"
    )


@pytest.mark.parametrize("words", ["बार-बार, विचार-विमर्श, हिसाब-किताब", "বার-বার", "e\u0301-e\u0301t\u0301e"])
def test_no_vowel_sign_is_parted_from_its_letter(words: str) -> None:
    """It is no letter for `re`: the element ended before it, and a dotted circle was printed below it."""
    assert made().unbroken(words) == words
    assert "span" not in made().headed(words)


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Tasks in the IT-world", ["IT-world"]),
        ("IT-Berufe, Pre-Teens", ["IT-Berufe", "Pre-Teens"]),
        ("Half-lives, IT-Infrastrukturen, 3-D, a-b-c", []),
        ('<em class="no-one">No-one</em>', ["No-one"]),
        ("水の本 泉と川", ["泉と川"]),
        ("水の本 とても長い言葉の題名です", []),
        ("水の本", []),
    ],
)
def test_short_words_of_a_title_stay_whole(title: str, whole: list[str]) -> None:
    headed = made().headed(title)
    assert re.findall(r'<span class="nb">(.*?)</span>', headed) == whole
    assert re.sub(r'<span class="nb">(.*?)</span>', r"\1", headed).replace("\u00a0", " ") == title
