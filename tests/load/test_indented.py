"""Callouts and tabs of MkDocs: kinds, titles, where their text ends, and the places of what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from coursepack.load.admonition import Admonition


def read(source: str) -> list[Admonition]:
    return [token.meta["callout"] for token in parser().parse(source) if token.type == "callout"]


@pytest.mark.parametrize(
    ("head", "kind", "title"),
    [
        ("!!! note", "note", ""),
        ('??? warning "Look out"', "caution", "Look out"),
        ('???+ tip inline end "So"', "tip", "So"),
        ("!!! Merksatz", "note", "Merksatz"),
        ('!!! quote ""', "note", ""),  # no kind here, and it shall have no title
        ("!!! theorem", "theorem", ""),
        ('!!!tip "So"', "tip", "So"),  # MkDocs asks for no blank
        ('??? note "Solution"', "solution", ""),
        ('???+ tip "Voir le corrigé"', "solution", "Voir le corrigé"),
        ('!!! note "Solution"', "note", "Solution"),
        ('??? tip "Correction"', "solution", "Correction"),
        ('??? tip "Correction des exercices"', "solution", "Correction des exercices"),
        ('??? tip "Bonferroni correction"', "tip", "Bonferroni correction"),
        ('!!! note-prof "Grille"', "instructor", "Grille"),
        ("??? notes_teacher", "instructor", ""),
    ],
)
def test_a_callout_has_its_kind_and_its_title(head: str, kind: str, title: str) -> None:
    (found,) = read(f"{head}\n    a\n")
    assert (found.kind, found.title) == (kind, title)


def test_its_text_is_what_is_indented_with_empty_lines_and_deeper_ones() -> None:
    (found,) = read("!!! note\n\n    a\n\n        x = 1\n\nb\n")
    assert found.texts["body"] == "\na\n\n    x = 1\n"


def test_one_stands_in_a_list_and_in_another() -> None:
    assert len(read("- a\n\n    !!! note\n        b\n")) == 1
    (outer,) = read("!!! note\n    a\n\n    !!! tip\n        b\n")
    assert "!!! tip" in outer.texts["body"]


def test_without_a_text_it_is_none() -> None:
    assert read("!!! note\n\na\n") == read("Oh!!! note\n    a\n") == []


def test_a_tab_has_a_heading_one_below_the_one_above_all_of_them_and_its_text_in_its_place() -> None:
    source = '#### A\n\n=== "One"\n    - a\n\n        b\n===+ "Two"\n\n        x = 1\n\nc\n'
    found = parser().parse(source)
    assert [(token.tag, token.map) for token in found if token.type == "heading_open"] == [
        ("h4", [0, 1]),
        ("h5", [2, 3]),
        ("h5", [6, 7]),
    ]
    assert [token.content for token in found if token.content] == ["A", "One", "a", "b", "Two", "x = 1\n", "c"]


def test_a_tab_stands_in_a_list_and_without_a_text_it_is_none() -> None:
    assert [token.tag for token in parser().parse('- a\n\n    === "One"\n        b\n') if token.meta.get("tab")] == [
        "h4"
    ]
    assert not any(token.meta.get("tab") for token in parser().parse('=== "One"\n\na\n'))
