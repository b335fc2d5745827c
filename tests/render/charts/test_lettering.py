from __future__ import annotations

import pytest
from chart_cases import lettering

from coursepack.render.charts.lettering import SIZE


def test_figures_are_equally_wide_and_bold_is_wider() -> None:
    face = lettering()
    assert face.width("1111") == pytest.approx(face.width("2015"))
    assert face.width("2015") == pytest.approx(4 * 0.505 * SIZE)
    assert face.width("Somalia", bold=True) > face.width("Somalia")


def test_only_a_line_that_is_kerned_has_a_place_for_every_character() -> None:
    assert lettering().places("107,088", bold=True) == (0.0,)
    assert len(lettering().places("To Yugoslavia")) == len("To Yugoslavia")


def test_lines_are_broken_evenly_after_spaces_and_strokes() -> None:
    face = lettering()
    assert face.fit("Congo, Darfur, South Sudan", 200, 3) == ("Congo, Darfur, South Sudan",)
    assert face.fit("Congo, Darfur, South Sudan", 60, 3) == ("Congo, Darfur,", "South Sudan")
    assert face.fit("2003/04", 22, 2) == ("2003/", "04")
    assert face.fit("Verteidigungsbündnis", 20, 3) is None


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    face = lettering()
    (line,) = face.squeeze("Verteidigungsbündnis", 40, 1)
    assert line.startswith("Vert")
    assert line.endswith("…")
    assert face.width(line) <= 40


def test_loose_accents_are_composed() -> None:
    assert lettering().fit("Co\u0302te\nd'Ivoire", 200, 1) == ("C\u00f4te d'Ivoire",)
