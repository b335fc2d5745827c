"""Bytes as text: what a mark or the bytes themselves make certain, else the code page that explains the letters best.

A code page is guessed only where one reading is clearly better than all others; where two are as good, the letters that
they read differently are the author's to tell.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from stat import S_ISREG
from typing import TYPE_CHECKING
from unicodedata import category, name

from charset_normalizer import from_bytes

from coursepack.load import gate
from coursepack.load.alphabets import ONE_FOR_ALL, clusters, explained, languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from charset_normalizer import CharsetMatch

# The longest first: UTF-32 begins as UTF-16 does.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What spreadsheets write where they do not write Unicode, by the name that people know.
PAGES = {
    "cp1252": "Western European (Windows-1252)",
    "mac_roman": "Western European (Mac)",
    "cp850": "Western European (DOS)",
    "cp1250": "Central European (Windows-1250)",
    "iso8859_2": "Central European (ISO 8859-2)",
    "mac_latin2": "Central European (Mac)",
    "cp852": "Central European (DOS)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8_r": "Cyrillic (KOI8-R)",
    "koi8_u": "Cyrillic (KOI8-U)",
    "mac_cyrillic": "Cyrillic (Mac)",
    "cp866": "Cyrillic (DOS)",
    "iso8859_5": "Cyrillic (ISO 8859-5)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "cp1257": "Baltic (Windows-1257)",
    "cp932": "Japanese (Shift JIS)",
    "gb18030": "Chinese (GB 18030)",
    "big5": "Chinese (Big5)",
    "euc_kr": "Korean (EUC-KR)",
}
# So many bytes are weighed: the rest of a file says the same.
_SAMPLE = 200_000
_TABLES = {".csv", ".tsv", ".tab", ".txt"}
_USED = {"cp1252", "cp1250"}
# What holds a letter or sign beyond ASCII, between blanks and delimiters; a no-break space is no blank here.
_WORD = re.compile(r"[^ \r\n\t;,|\"]*[^\x00-\x7f][^ \r\n\t;,|\"]*")
# So many clusters more make a reading unlikely.
_CLEARLY = 2
# So many letters beyond ASCII stand side by side in no language that is written in the Latin script.
_MANY = re.compile(r"[^\W\d_\x00-\x7f]{3}")
# Units, ordinals and marks of trade, which stand beside letters.
_USUAL = re.compile(r"(?:\d|\b[nN]\.?)[ºª°](?![^\W\d_])|°[CF]\b|\bµ(?=[a-zA-Z]\b)|\b[cdkm]?m[²³]|(?<=\w)[®™]")
_RUN = re.compile(r"[^\W\d_]+")
# A sign beyond ASCII right behind a letter or right before one, those left out that do stand there.
_SIGN = re.compile(
    r"[^\W\d_](?:[^\w\x00-\x7f\u2019\u2013\u201d\u201c\u00bb\u2026\u00a0]|\u00a0(?![^\W\d_])$|\u00a0(?=[^\W\d_A-Z]))"
    r"|[\u2500-\u259f]"
    r"|[^\W\d_][¹²³¼½¾]|[¹²³¼½¾](?=[^\W\d_])"
    r"|[^\w\x00-\x7f\u2019\u2013\u201e\u201c\u2018\u201a\u00ab\u00a1\u00bf\u00a0](?=[^\W\d_])"
)


@dataclass(frozen=True, repr=False)
class Reading:
    """A text in the code page that it was read in.

    It is in doubt if other pages read it otherwise and as well (`others`), or none reads a word as words are (`odd`).
    """

    text: str
    page: str = ""
    others: tuple[Reading, ...] = ()
    odd: str = ""


def read(data: bytes, language: str) -> Reading | None:
    """Return the text; `language` decides between readings that are as good. `None` if it is none that is known."""
    certain = _certain(data)
    with suppress(UnicodeDecodeError):
        return Reading(data.decode(certain or "utf-8"))
    return None if certain else _guessed(data, language)


@lru_cache(maxsize=4)
def _likeliest(data: bytes) -> str:
    reading = read(data, "en")
    return reading.text if reading else data.decode("utf-8", "replace")


def shown(file: Path) -> str | None:
    """Return the text whose lines a report shows: of a table the likeliest, of all else UTF-8.

    A file that is not there, or too large to be read, has none.
    """
    try:
        data = gate.read(file) if S_ISREG(file.stat().st_mode) else None
    except (OSError, ValueError, gate.GateError):
        return None
    if data is None:
        return None
    text = _likeliest(data) if file.suffix.lower() in _TABLES else data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _certain(data: bytes) -> str:
    """Return the encoding that a mark says, or zeros: every second byte of what is usual in a table, in UTF-16."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    zeros = [data[start:_SAMPLE:2].count(0) for start in (0, 1)]
    if len(data) % 2 or max(zeros) == 1 or max(zeros) * 20 <= len(data[:_SAMPLE]) or min(zeros) * 10 > max(zeros):
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _guessed(data: bytes, language: str) -> Reading | None:
    """Weigh the code pages that the detector does not rule out; the two most used are always asked."""
    found = {page: match.chaos for match in _matches(data) for page in match.could_be_from_charset}
    texts: dict[str, str] = {}
    for page in (page for page in PAGES if page in found or page in _USED):
        with suppress(UnicodeDecodeError):
            texts.setdefault(data.decode(page), page)
    if not texts:
        return None
    likely = _best({text: _weight(text, found.get(page, 0)) for text, page in texts.items()})
    likely = [text for text in likely if explained(_letters(text), language)] or likely
    first, *others = [Reading(text, texts[text]) for text in _smooth(likely)]
    return replace(first, others=tuple(others), odd=next(_odd(first.text), ""))


def _matches(data: bytes) -> Iterable[CharsetMatch]:
    return from_bytes(data[:_SAMPLE], cp_isolation=list(PAGES))


def _best(weights: Mapping[str, tuple[int, tuple[int, int], float]]) -> list[str]:
    least = min(weights.values())
    return [text for text, weight in weights.items() if weight == least]


def _weight(text: str, chaos: float) -> tuple[int, tuple[int, int], float]:
    """Return how unlikely a reading is: by signs that stand where none stands, and by how many languages it mixes.

    Where no alphabet can tell, as among Chinese, Japanese and Korean, the detector's own number does.
    """
    letters = _letters(text)
    unlisted = letters & set(ONE_FOR_ALL.values())
    return len(set(_odd(text))), languages(letters), round(chaos, 1) if unlisted else 0


def _smooth(texts: list[str]) -> list[str]:
    """Leave out readings in the Latin script whose words, as far as they are not shared, are clearly hard to say."""
    words = [set(_WORD.findall(text)) for text in texts]
    shared = set.intersection(*words)
    if any(_script(sign) != "LATIN" for text in texts for sign in _letters(text)):
        return texts
    weights = [clusters(own - shared) for own in words]
    return [text for text, weight in zip(texts, weights, strict=True) if weight < min(weights) + _CLEARLY]


def _letters(text: str) -> frozenset[str]:
    """Return the letters of a text beyond a to z, small, or what stands for them in the list of alphabets."""
    signs = {sign for sign in set(text) if sign.isalpha() and not sign.isascii()}
    small = {ONE_FOR_ALL.get(_script(sign)) or sign.lower() for sign in signs - set("İªºµ")}
    return frozenset(small)


def _script(sign: str) -> str:
    """Return the script of a letter: the first word of its name."""
    return name(sign, "").partition(" ")[0]


def _odd(text: str) -> Iterator[str]:
    """Yield the words that mix scripts, have a capital after a small letter, or a sign beside letters that is none."""
    return (word for word in _WORD.findall(text) if _is_odd(_USUAL.sub(" ", word)))


def _is_odd(word: str) -> bool:
    runs = [run for run in _RUN.findall(word) if not run.isascii()]
    scripts = [{_script(sign) for sign in run if sign.isalpha()} for run in runs]
    return bool(
        _SIGN.search(word)
        or any(category(sign) in {"Cc", "Cn", "Co"} for sign in word)
        or any(len(some - {"MODIFIER"}) > 1 and not some <= ONE_FOR_ALL.keys() for some in scripts)
        or any(some <= {"LATIN"} and _MANY.search(run) for some, run in zip(scripts, runs, strict=True))
        or any(not run.isupper() and run[1:] != run[1:].lower() for run in runs)
    )
