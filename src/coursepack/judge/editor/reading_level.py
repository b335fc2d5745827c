"""How hard a unit is to read, against the level that the course names.

The index of Coleman and Liau (1975) is the American school year in which a text is read: 0.0588 L - 0.296 S - 15.8,
where L is the letters and S the sentences in 100 words. It needs no syllables, so it is exact; it holds for English
alone, and `reading_levels` is empty in the labels of other languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.judge.prose import WORD, read, runs
from coursepack.problem import Problem, Severity
from coursepack.validate.level import years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.prose import Run
    from coursepack.pack import Pack

# Fewer words are a heading or the entry of a list; a sample is as long as those that the index was made from.
_SHORTEST, _SAMPLE = 4, 300
# Years beyond the level that a class manages with a teacher.
_HELPED = 2


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the units that read harder than their course's level."""
    year = max(years(pack.course.file.level, pack.labels["reading_levels"]), default=0)
    for unit in pack.units if year else ():
        grade = index(runs(read(unit.items("handout"))))
        if grade is not None and grade > year + _HELPED:
            level = pack.course.file.level
            message = f"this unit reads like a text for school year {grade:.0f}; “{level}” ends with year {year}"
            advice = "Split long sentences, and explain long words"
            yield Problem(unit.part.span, "reading-level", message, advice, Severity.NOTE)


def index(found: Iterator[Run]) -> float | None:
    """Return the index of Coleman and Liau, a school year; `None` of a text that is too short."""
    sentences = [words for run in found for words in _sentences(run) if len(words) >= _SHORTEST]
    words = [word for sentence in sentences for word in sentence]
    if len(words) < _SAMPLE:
        return None
    letters = sum(sum(sign.isalnum() for sign in word) for word in words)
    return 0.0588 * letters / len(words) * 100 - 0.296 * len(sentences) / len(words) * 100 - 15.8


def _sentences(run: Run) -> Iterator[list[str]]:
    for start, end in run.sentences():
        yield WORD.findall(run.words[start:end])
