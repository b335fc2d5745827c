"""The letters that languages have besides a to z: a reading that one language explains is likelier than one of four.

Small letters, as the languages' own code pages have them (ş and ţ stand for Romanian ș and ț). Where a script has too
many signs to list, one stands for all of them: 漢 for Chinese characters, か for kana, 한 for Hangul.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS = {
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "åæøé",
    "de": "äöüß",
    "es": "áéíñóúü",
    "et": "äõöüšž",
    "fi": "äöå",
    "fr": "àâæçèéêëîïôœùûü",
    "ga": "áéíóú",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áæéíðóöúýþ",
    "it": "àèéìòù",
    "lt": "ąčėęįšūųž",
    "lv": "āčēģīķļņšūž",
    "nb": "åæøéòô",
    "nl": "éëïèü",
    "pl": "ąćęłńóśźż",
    "pt": "àáâãçéêíóôõúü",
    "ro": "ăâîşţșț",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sq": "çë",
    "sv": "åäöé",
    "tr": "âçğıîöşüû",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ",
    "he": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "ja": "漢か",
    "ko": "한",
    "zh": "漢",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
}
ONE_FOR_ALL = {"CJK": "漢", "HIRAGANA": "か", "KATAKANA": "か", "HANGUL": "한"}
# Whose words are met with most in other languages' files.
_COMMON = {"de", "es", "fr", "it", "pt"}
_MOST = 3
# What cannot be told is dearer than any number of languages.
_UNKNOWN = (10, 0)
_VOWELS = re.compile("[aeiouyæœøı]")
_LETTER = re.compile(r"[^\W\d_]")
# Polish writes ni before a vowel.
_NEVER = re.compile("ń(?=[aeiouyóąę])")


def explained(letters: frozenset[str], language: str) -> bool:
    """Tell whether a language has all these letters; a language that is not known has none."""
    return letters <= frozenset(LETTERS.get(language.partition("-")[0], ""))


def languages(letters: frozenset[str]) -> tuple[int, int]:
    """Return how few languages have all these letters together and, of several, how few that are less common."""
    sets = {language: frozenset(own) & letters for language, own in LETTERS.items()}
    useful = {language: own for language, own in sets.items() if own}
    for number in range(_MOST + 1):
        found = [
            some for some in combinations(useful, number) if letters <= frozenset().union(*(sets[one] for one in some))
        ]
        if found:
            return number, min(len(set(some) - _COMMON) for some in found) if number > 1 else 0
    return _UNKNOWN


def clusters(words: Iterable[str]) -> int:
    """Count how often vowels meet vowels and consonants meet consonants: words that are read wrongly do so more."""
    return sum(_clusters(unicodedata.normalize("NFC", word.lower())) for word in words)


def _clusters(word: str) -> int:
    kinds = [bool(_VOWELS.match(unicodedata.normalize("NFD", sign))) if _LETTER.match(sign) else None for sign in word]
    meeting = sum(one is not None and one == other for one, other in pairwise(kinds))
    return meeting + 2 * (True not in kinds) + 2 * len(_NEVER.findall(word))
