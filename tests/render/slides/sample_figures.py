"""The charts and the diagram that sample.html names."""

from __future__ import annotations

from coursepack.chart import Apart, Chart, Mark, Series
from coursepack.render.figures.graph import Graph
from coursepack.render.figures.route import Arrow


def row(name: str, numbers: str) -> Series:
    return Series(name, tuple(None if number == "-" else float(number) for number in numbers.split()))


PERSONNEL = """52154 69961 69356 31031 24919 14879 14347 18460 37733 47108 39652 45815 64720 69838 80368 84309 91712
98197 98638 99016 94090 98200 104062 107088 100376 92682 89846 83331 81832 75085"""
FIGURES: dict[str, Chart | Graph] = {
    "personnel": Chart(
        "line",
        tuple(map(str, range(1992, 2022))),
        (row("Uniformed personnel", PERSONNEL),),
        "thousand persons, each December",
        "en-GB",
        positions=tuple(map(float, range(1992, 2022))),
        divide=1000,
        marks=(Mark(1, ""), Mark(6, ""), Mark(23, "")),
        apart=(Apart(2024.5, 61788, "June 2024"),),
    ),
    "missions": Chart(
        "line",
        ("1990", "1995", "2000", "2005", "2010"),
        (row("UN missions", "10 16 14 17 16"), row("Led by others", "3 9 15 24 -")),
        "operations under way (invented for this sample)",
        "en-GB",
        positions=(1990.0, 1995.0, 2000.0, 2005.0, 2010.0),
        marks=(Mark(1, "Bosnia, Somalia"),),
    ),
    "vetoes": Chart(
        "stacked",
        ("1946\u201349", "1950s", "1960s", "1970s", "1980s", "1990s", "2000s", "2010s", "2020\u201322"),
        (
            row("USSR, Russia", "41 25 14 6 4 2 4 19 6"),
            row("United States", "0 0 0 21 42 5 10 3 1"),
            row("Other three", "0 4 1 20 21 2 2 9 3"),
        ),
        "vetoes cast",
        "en-GB",
    ),
    "lenders": Chart(
        "ranked",
        ("Pakistan", "Bangladesh", "India", "Jordan", "Ghana", "Nepal", "Uruguay", "Italy", "Nigeria"),
        (row("Uniformed personnel", "9867 9681 9483 3820 2694 2607 2586 2462 2408"),),
        "persons, December 2006",
        "en-GB",
    ),
    "budgets": Chart(
        "bar",
        ("2003/04", "2005/06", "2015/16", "2017/18", "2018/19", "2019/20", "2021/22", "2022/23", "2024/25", "2025/26"),
        (row("Approved", "2.17 3.2 8.27 6.8 6.69 6.51 6.38 6.45 5.59 5.38"),),
        "billion US dollars",
        "en-GB",
    ),
    "vote": Graph(
        (("a", "A draft"), ("b", "The vote")),
        (Arrow("a", "b", "->", "nine votes"),),
        (("Council", ("a", "b")),),
        right=True,
    ),
}
