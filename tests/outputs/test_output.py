"""What an output says of itself: the names of its files, and its options."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from coursepack.outputs.output import EDITION, PAGES, Files, Later, Option, Output, companion_files, deck_files

HANDOUT = Files("handout{paper}.pdf", "units/{unit}{paper}.pdf")


@pytest.mark.parametrize(
    ("files", "unit", "paper", "edition", "name"),
    [
        (HANDOUT, None, "a4", "teacher", "handout.pdf"),
        (
            Files("handout{paper}.pdf", "units/{unit}{paper}.pdf"),
            "01-water",
            "letter",
            "teacher",
            "units/01-water-letter.pdf",
        ),
        (companion_files("key"), None, "letter", "teacher", "key-letter.pdf"),
        (companion_files("key"), "01-water", "a4", "teacher", "units/01-water-key.pdf"),
        (deck_files("notes.pdf"), None, "a4", "student", "deck-student-notes.pdf"),
        (deck_files("notes.pdf"), "01-water", "letter", "teacher", "units/01-water-letter-notes.pdf"),
    ],
)
def test_a_files_name_says_unit_paper_and_edition_where_they_are_not_the_usual(
    files: Files, unit: str | None, paper: str, edition: str, name: str
) -> None:
    assert files.of(unit, paper, edition, {}) == PurePath(name)


@pytest.mark.parametrize(("variants", "name"), [(4, "v-4.pdf"), (None, "v.pdf")])
def test_a_files_name_may_hold_an_option_where_somebody_says_it(variants: int | None, name: str) -> None:
    assert Files("v{variants}{paper}.pdf", "").of(None, "a4", "teacher", {"variants": variants}) == PurePath(name)


def test_an_option_has_a_name_in_python_and_an_example() -> None:
    plain = Option("--notes-per-page", "PER", "h", {"type": int, "metavar": "N"})
    assert (plain.name, plain.switch, plain.example) == ("notes_per_page", False, "N")
    switch = Option("--each", "EACH", "h", {"action": "store_true", "default": False})
    assert (switch.switch, switch.example) == (True, "1")
    assert (EDITION.example, Option("--x", "X", "h").example) == ("teacher", "…")


def test_an_outputs_own_options_are_handed_to_it_and_the_edition_is_not() -> None:
    output = Output("h", lambda: None, Files("a", "b"), [EDITION, PAGES])
    given = {"edition": "student", "pages": "p.json", "course": "c"}
    assert output.own(given) == {"pages": "p.json"}


@pytest.mark.parametrize(
    ("folder", "also", "takes"),
    [
        (False, "", "the file to write"),
        (False, "the keys", "the file to write; beside it the keys"),
        (True, "print.pdf, the keys", "the folder to write into: print.pdf, the keys"),
    ],
)
def test_what_o_names_is_said(folder: bool, also: str, takes: str) -> None:  # noqa: FBT001 a case
    assert Output("h", lambda: None, Files("a", "b", folder=folder), also=also).takes == takes


def test_a_module_is_loaded_when_it_is_first_used() -> None:
    assert Later("string").ascii_lowercase.startswith("abc")
    missing = Later("coursepack.outputs.no_such_output")
    with pytest.raises(ModuleNotFoundError):
        _ = missing.make
