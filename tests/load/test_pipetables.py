"""Tables drawn with bars: widths of columns, captions, and what is drawn without bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

LONG = "a " * 40
SHORT = "| a | b |\n|---|---|\n| 1 | 2 |"


def tokens(source: str) -> list[Token]:
    return parser().parse(source)


def widths(source: str) -> tuple[float, ...]:
    return next(tuple(token.meta["widths"]) for token in tokens(source) if token.type == "table_open")


@pytest.mark.parametrize(
    ("source", "shares"),
    [
        (f"| a | b |\n|:--|{'-' * 8}:|\n| 1 | {LONG} |", (25, 75)),
        (f"a | b\n--- | {'-' * 9}\n1 | {LONG}", (25, 75)),
        (f"> | a | b |\n> |--|{'-' * 6}|\n> | 1 | {LONG} |", (25, 75)),
        (f"| a | b |\n|---|---|\n| 1 | {LONG} |", ()),
        # Dashes as long as the heads say nothing of the cells.
        (f"| Number | b |\n|--------|---|\n| 1 | {LONG} |", (11.1, 88.9)),
        (
            f"| Term | Use | Notes |\n|------|-----|-------|\n| {'two words ' * 2} | {LONG} | {LONG} |",
            (20.3, 39.9, 39.9),
        ),
        # Of a line of 72 letters the first needs 4 and has 24; 24 are what the second's longest cell takes.
        (f"| No | b | c |\n|{'-' * 12}|{'-' * 6}|{'-' * 18}|\n| 1 | {'two words ' * 2}ab | {LONG} |", (16.7, 33.3, 50)),
        ("| a | b |\n|--|------|\n| 1 | 2 |", ()),
        (f"| {'w' * 34} | b |\n|-|{'-' * 9}|\n| 1 | {LONG} |", (35.7, 64.3)),  # half a line is the longest word
    ],
)
def test_dashes_are_shares_of_columns_where_a_line_is_long(source: str, shares: tuple[float, ...]) -> None:
    assert widths(source) == shares


def test_a_cell_has_a_line_of_its_own_where_dashes_are_alike_and_others_can_spare_it() -> None:
    speeds, rule = " | ".join(map(str, range(9))), "---|" * 10
    # The first needs 19 of 72 letters and has 7.2; of 6.4 each that the others have they need 3.
    assert widths(f"| Wind speed (km/h) | {speeds} |\n|{rule}\n| Felt | {speeds} |") == (26.4, *[8.2] * 9)
    assert widths(f"| {'Words ' * 9} | {speeds} |\n|{rule}\n| Felt | {speeds} |") == ()
    # Colons beside the dashes say nothing of widths, in a narrow table either.
    assert widths("| Wind: | 1 | 2 | 3 |\n|-:|:-:|:-:|:-:|\n| Felt on the hill: | a | b | c |") == (26.4, *[24.5] * 3)
    # Room to write in is not spared.
    assert widths(f"| Word | Yours |\n|---|---|\n| {'more ' * 9} | |\n| less | |") == ()


@pytest.mark.parametrize("source", [f"{SHORT}\n\n: A *fine* one\n\nx", f"Table: A *fine* one\n\n{SHORT}\n\nx"])
def test_a_caption_stands_above_its_table(source: str) -> None:
    made = tokens(source)
    assert [(made[0].tag, made[0].attrs), made[1].content, made[3].type] == [
        ("p", {"class": "caption"}),
        "**A *fine* one**",
        "table_open",
    ]
    assert [token.content for token in made if token.type == "inline"][-1] == "x"


@pytest.mark.parametrize(
    ("source", "is_open"),
    [
        ("| Word | Yours | Its |\n|---|---|---|\n| rain |   |   |\n| sea | ___ |   |", True),
        ("| Word | Yours | Its |\n|---|---|---|\n| rain | ... | &nbsp; |\n| sea | … | &nbsp; |", True),
        ("| Word | Yours | Its |\n|---|---|---|\n| rain |  | a |\n| sea | x |  |", False),
        ("| Word | Yours | Its |\n|---|---|---|\n| rain |  |  |", False),
        ("| Word | | |\n|---|---|---|\n| rain |  |  |\n| sea |  |  |", False),
        # A series that goes on, values that are missing, the empty places of a tape.
        ("| n | … |\n|---|---|\n| a | … |\n| b | … |", False),
        ("| n | wage |\n|---|---|\n| a | . |\n| b | . |", False),
        ("| n | tape |\n|---|---|\n| a | _ |\n| b | _ |", False),
    ],
)
def test_columns_with_a_head_and_nothing_below_are_to_be_filled_in(source: str, is_open: bool) -> None:  # noqa: FBT001 a row
    made = tokens(source)
    assert next(token.meta["open"] for token in made if token.type == "table_open") is is_open
    said = [token.content for token in made if token.type == "inline"]
    assert not is_open or said == ["Word", "Yours", "Its", "rain", "", "", "sea", "", ""]


@pytest.mark.parametrize(
    ("cell", "letters"),
    [("两个国家为了共同的利益", 3), ("$\\frac{a}{b}$", 4), ("well-known", 7), ("[x](https://example.org)", 3)],
)
def test_a_column_takes_no_less_than_what_is_not_parted_in_it(cell: str, letters: int) -> None:
    made = tokens(f"| {cell} |\n|---|\n| a |")
    assert next(token.meta["across"] for token in made if token.type == "table_open") == letters


def test_a_column_to_be_filled_in_has_room_for_a_word() -> None:
    assert widths(f"| a | b |\n|{'-' * 80}|--|\n| 1 |  |\n| 2 |  |") == (80.6, 19.4)


def test_a_caption_has_the_widths_of_its_table() -> None:
    made = tokens(f'{SHORT}\n\n: C {{tbl-colwidths="[30, 90]"}}')
    assert made[3].meta["widths"] == (25, 75)
    assert made[1].content == "**C**"


@pytest.mark.parametrize(
    ("source", "start", "line"),
    [
        (f'a\n\n{SHORT}\n\n: C *d* {{#tbl-x tbl-colwidths="[30, 90]"}}\n', 2, 6),
        (f'Table: C *d* {{#tbl-x tbl-colwidths="[30, 90]"}}\n\n{SHORT}\n', 2, 0),
    ],
)
def test_a_caption_with_an_id_and_its_table_are_one(source: str, start: int, line: int) -> None:
    (found,) = (token for token in tokens(source) if token.type == "captioned")
    assert found.meta == {
        "title": "C *d*",
        "id": "tbl-x",
        "widths": (25, 75),
        "body": SHORT,
        "start": start,
        "line": line,
    }
    assert not [token for token in tokens(source) if token.type == "table_open"]


def test_in_a_list_the_id_of_a_caption_leads_there() -> None:
    made = tokens("- a\n\n  | b |\n  |---|\n  | c |\n\n  : C {#tbl-x}\n")
    assert ("tbl-x",) in [token.meta.get("targets") for token in made]
    assert "table_open" in [token.type for token in made]


@pytest.mark.parametrize("after", [": C {.striped}", "Notes: C", ":", "C"])
def test_what_is_no_caption_stays_where_it_is(after: str) -> None:
    made = tokens(f"{SHORT}\n\n{after}")
    assert made[0].type == "table_open"
    assert made[-2].content == after


def test_words_over_the_seams_of_dashes_are_no_table() -> None:
    assert [
        token.type for token in tokens("a    b\n---  ---\nlonger 2") if not token.nesting and token.tag == "hr"
    ] == ["drawn_table"]
    assert [token.type for token in tokens("a\n\n- - -\n\nb") if token.tag == "hr"] == ["hr"]


@pytest.mark.parametrize(
    ("row", "left"), [("| 1 | 2 | 3 | 4 |", ["3", "4"]), ("1 | 2 | |", []), (r"| 1 | 2 \| 3 |", [])]
)
def test_what_a_row_has_beyond_the_columns_is_kept_as_its_surplus(row: str, left: list[str]) -> None:
    rows = [token for token in tokens(f"> | a | b |\n> |---|---|\n> {row}") if token.type == "tr_open"]
    assert [one.meta["surplus"] for one in rows] == [[], left]


@pytest.mark.parametrize("source", ["| a | b |\n|---|---|\n", "  ---- ----\n  a    b\n  ---- ----\n\n  ---- ----\n"])
def test_heads_that_head_nothing_are_rows(source: str) -> None:
    kinds = [token.type for token in parser().parse(source)]
    assert ("tbody_open" in kinds, "thead_open" in kinds, kinds.count("td_open"), kinds.count("th_open")) == (
        True,
        False,
        2,
        0,
    )
