"""What the two courses say of a chart: its description, sentences that name it, questions about it and their keys.

Every number in them is one of the chart's data, or is worked out from these here, or is named here as another's.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from statistics import mean, median, pstdev
from typing import TYPE_CHECKING

import pytest

from conftest import COURSES, OF_BOTH, real
from coursepack.blocks.chart import Chart
from coursepack.exercise import Exercise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.block import Block

NUMBER = re.compile(r"(?<![\w.,])\d(?:[\d,]*\d)?(?:\.\d+)?(?!\w)")
NAMED = re.compile(r"@chart:([\w-]+)")
SENTENCE = re.compile(r"(?<=[.?!])\s+")
# What is no quantity: works, references, years, days, financial years, articles, units, resolutions.
OTHER = re.compile(
    r"\[@[^\]]*\]|@[\w:-]+|S/RES/\d+|\b\d{4}/\d\d\b"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:[Rr]esolutions?|Articles?|arts?|Units?|seed)\s\d+(?:(?:, | and | to )\d+)*"
    r"|\b(?:1[89]|20)\d\d(?:s|\u2013\d\d)?\b"
)


@cache
def blocks(course: str) -> list[Block]:
    return [block for part in real(course).course.parts() for block in part.blocks()]


def charts(course: str) -> list[Chart]:
    return [block for block in blocks(course) if isinstance(block, Chart)]


@cache
def told(course: str) -> dict[frozenset[str], list[str]]:
    """Return by the charts that it names what is said of them: a chart's own texts, sentences, exercises as a whole."""
    found = defaultdict(list)
    for chart in charts(course):
        found[frozenset({str(chart.id)})] += [str(chart.alt), *(text.source for text in chart.texts())]
    for block in blocks(course):
        for names, words in _about(block):
            found[names].append(words)
    return dict(found)


def _about(block: Block) -> Iterator[tuple[frozenset[str], str]]:
    texts = [text.source for text in block.texts()]
    asked = {name for kind, name, _ in block.leads() if kind == "chart"}
    if isinstance(block, Exercise):
        asked |= {name for text in texts for name in NAMED.findall(text)}
    passages = ["\n".join(texts)] if asked else [one for text in texts for one in SENTENCE.split(text)]
    for words in passages:
        if names := asked or set(NAMED.findall(words)):
            yield frozenset(names), words


def rows(course: str, name: str) -> list[dict[str, str]]:
    with (COURSES[course] / "data" / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def column(course: str, name: str, key: str, value: str) -> dict[str, float]:
    return {row[key]: float(row[value]) for row in rows(course, name)}


def values(course: str, chart: Chart) -> set[float]:
    """The data of a chart, as they are and as its axis has them; numbers in its names too."""
    cells = [
        cell for row in rows(course, chart.data.removeprefix("data/").removesuffix(".csv")) for cell in row.values()
    ]
    found = {float(one.replace(",", "")) for cell in cells for one in NUMBER.findall(cell)}
    found |= {float(mark.y) for mark in chart.apart}
    return found | {one / chart.divide for one in found}


def near(number: str, known: set[float]) -> bool:
    """Whether a number is one of these, rounded to its own last digit that is no 0."""
    plain = number.replace(",", "")
    part = plain.partition(".")[2]
    unit = 10.0 ** -len(part) if part else 10.0 ** (len(plain) - len(plain.rstrip("0")))
    return any(abs(float(plain) - one) <= unit / 2 + 1e-9 for one in known)


def fall(before: float, after: float) -> float:
    """Return by how many per cent something fell."""
    return 100 * (before - after) / before


def decades() -> set[float]:
    sums = {
        row["period"]: sum(float(row[key]) for key in row if key != "period") for row in rows("un-alliances", "vetoes")
    }
    return {sums["1950s"], sums["1980s"], sums["2010s"]}


def senders() -> set[float]:
    sent = column("un-alliances", "contributors", "state", "uniformed")
    all_of_2006 = column("un-alliances", "peacekeepers", "year", "uniformed")["2006"]
    first = sum(sorted(sent.values())[-3:])
    return {all_of_2006, all_of_2006 - sum(sent.values()), first, 100 * first / all_of_2006}


def payers() -> set[float]:
    shares = column("un-alliances", "shares", "state", "percent")
    five = ("United States", "China", "France", "United Kingdom", "Russian Federation")
    return {sum(shares.values()), sum(shares[state] for state in five)}


def budgets() -> set[float]:
    sums = column("un-alliances", "budgets", "year", "approved")
    first, last = sums["2015/16"], sums["2025/26"]
    rounded = fall(round(first, 1), last)
    return {first - last, (first - last) / first, fall(first, last), rounded, 100 * (first - last) / last}


def operations() -> set[float]:
    people = column("un-alliances", "multilateral", "year", "personnel")
    elsewhere = people["2024"] - AFRICA
    falls = {fall(people["2015"], people["2024"]), fall(people["2023"], people["2024"])}
    return {AFRICA, elsewhere, 100 * elsewhere / people["2024"]} | falls


def ceilings() -> set[float]:
    bars = [float(row["ceiling"]) for row in rows("un-alliances", "somalia-ceiling")]
    return {fall(max(bars), bars[-1])}


def misses() -> set[float]:
    found = list(column("sampling", "polls", "who", "yes_percent").values())
    return {one - found[0] for one in found[1:]}


def journeys() -> list[float]:
    return [float(row["minutes"]) for row in rows("sampling", "population")]


def samples() -> set[float]:
    drawn = [sum(float(row[key] or 0) for row in rows("sampling", "sample-means")) for key in ("n10", "n40", "n160")]
    return {sum(drawn), *drawn}


def worked_out() -> dict[str, set[float]]:
    """Return by chart what its texts may work out."""
    town = journeys()
    return {
        "vetoes": decades(),
        "contributors": senders(),
        "shares": payers(),
        "budgets": budgets(),
        "multilateral": operations(),
        "somalia-ceiling": ceilings(),
        "polls": misses(),
        "journeys": {len(town), mean(town), median(town), max(town)},
        "sample-means": samples(),
        "standard-error": {pstdev(town)},
        "funnel": {len(rows("sampling", "funnel"))},
        "margin": {column("sampling", "polls", "who", "asked")["Online poll"], *misses()},
    }


# Of the people in all operations of 2024, those south of the Sahara, as the line below the chart says.
AFRICA = 69_913
# What stands beside a chart's numbers and is of something else.
OF_OTHERS = {
    "vetoes": {"46"},  # drafts that the vetoes of the 1980s stopped
    "budgets": {"7.3"},  # a final sum beside the first one
    "somalia-ceiling": {"1", "75", "2124", "2372", "2431", "2710", "2748", "2809"},  # points, a share, resolutions
    "multilateral": {"61"},  # operations
    "sample-means": {"160"},  # the size of a sample
    "margin": {"95", "0.5", "9"},  # the level, the share it is worked out for, a root
}


def known(course: str) -> dict[str, set[float]]:
    """Return what each chart has, with what is worked out from it."""
    derived = worked_out()
    return {str(chart.id): values(course, chart) | derived.get(str(chart.id), set()) for chart in charts(course)}


@OF_BOTH
def test_each_number_that_is_told_of_a_chart_is_its_own_or_is_worked_out_from_it(course: str) -> None:
    own = known(course)
    strange = []
    for names, texts in told(course).items():
        said = {one for words in texts for one in NUMBER.findall(OTHER.sub(" ", words))}
        said -= {one for name in names for one in OF_OTHERS.get(name, ())}
        strange += [
            (*sorted(names), one) for one in said if not near(one, {one for name in names for one in own[name]})
        ]
    assert strange == []


@pytest.mark.thorough
def test_charts_are_told_of_in_sentences_and_in_questions() -> None:
    """Not their own texts alone are compared."""
    texts = {names: "\n".join(words) for names, words in told("un-alliances").items()}
    assert "31 in the 2010s" in texts[frozenset({"vetoes"})]
    assert "58.57" in texts[frozenset({"shares"})]
    assert "29,031 / 80,368 = 36.1" in texts[frozenset({"contributors", "shares"})]
