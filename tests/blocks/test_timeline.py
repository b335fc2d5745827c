"""Events of two lanes: how exactly their dates are said, and what shares a row on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fenced import block, read, said

if TYPE_CHECKING:
    from coursepack.blocks.timeline import Timeline

HEAD = "id: t\ntitle: T\nlanes: [East, West]\n"


def timeline(*events: tuple[str, int, str], eras: str = "[]") -> Timeline:
    listed = "".join(f"- {{date: {date}, lane: {lane}, text: {text}}}\n" for date, lane, text in events)
    made: Timeline = block("timeline", f"{HEAD}eras: {eras}\nevents:\n{listed}")
    return made


def rows(made: Timeline) -> list[tuple[list[str], str, list[list[str]]]]:
    return [
        (
            [era.text.plain() for era in row.eras],
            row.when,
            [[one.text.plain() for one in lane] for lane in row.lanes],
        )
        for row in made.rows("en")
    ]


@pytest.mark.parametrize(
    ("first", "last", "parts"),
    [
        ("1945", "1990", 1),
        ("2000-01-01", "2003-01-05", 1),  # 1100 days: two more than three years of 366
        ("2000-01-01", "2003-01-03", 2),  # 1098 days
        ("2000-01-01", "2000-04-03", 2),  # 93 days
        ("2000-01-01", "2000-04-02", 3),  # 92 days
    ],
)
def test_the_spread_says_how_much_of_a_date_is_shown(first: str, last: str, parts: int) -> None:
    assert timeline((first, 1, "a"), (last, 2, "b")).parts == parts


def test_a_date_is_said_no_more_exactly_than_it_is_known() -> None:
    made = timeline(("2000-01-05", 1, "a"), ("2000-02", 2, "b"))
    assert [made.said(one, "en") for one in made.events] == ["Jan 5, 2000", "Feb 2000"]
    years = timeline(("1945-10-24", 1, "a"), ("1990", 2, "b"))
    assert [years.said(one, "en") for one in years.events] == ["1945", "1990"]


def test_events_of_one_year_share_a_row_each_in_its_lane() -> None:
    made = timeline(("1945-05", 1, "a"), ("1945-10", 2, "b"), ("1945-11", 1, "c"), ("1990", 2, "d"))
    assert rows(made) == [([], "1945", [["a", "c"], ["b"]]), ([], "1990", [[], ["d"]])]


def test_an_era_stands_before_the_first_row_that_it_is_not_after() -> None:
    eras = "[{date: 1991, text: last}, {date: 1950, text: first}]"
    assert rows(timeline(("1945", 1, "a"), ("1960", 2, "b"), eras=eras)) == [
        ([], "1945", [["a"], []]),
        (["first"], "1960", [[], ["b"]]),
        (["last"], "", []),
    ]


def test_months_are_put_in_their_order_and_years_stay_as_they_are_written() -> None:
    assert [row[1] for row in rows(timeline(("2000-03", 1, "a"), ("2000-01", 2, "b"), ("2001-02", 1, "c")))] == [
        "Jan 2000",
        "Mar 2000",
        "Feb 2001",
    ]


def test_a_date_is_a_year_with_a_fraction_on_the_axis() -> None:
    first, last = timeline(("1945-10-24", 1, "a"), ("2000-07-01", 2, "b")).events
    assert first.position == round(1945 + 296 / 365, 6)  # 296 days have gone by on the 24th of October
    assert last.position == round(2000 + 182 / 366, 6)


def test_a_year_before_the_last_one_is_said_at_its_event() -> None:
    events = (
        "events:\n- {date: 1945, lane: 1, text: a}\n- {date: 1944, lane: 2, text: b}\n- {date: 1944, lane: 1, text: c}"
    )
    assert said("timeline", HEAD + events) == [("date-order", 6)]


@pytest.mark.parametrize("date", ["1945-13", "1945-1", "2023-02-29", "45", "May 1945"])
def test_what_is_no_date_is_said(date: str) -> None:
    _, problems = read(
        "timeline", f"{HEAD}events: [{{date: {date}, lane: 1, text: a}}, {{date: 1990, lane: 1, text: b}}]"
    )
    assert [one.help for one in problems] == ["Write it as 1945, 1945-10 or 1945-10-24"]
