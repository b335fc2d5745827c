"""Page breaks, films and what only moves things, alone in a paragraph."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


def types(source: str) -> list[str]:
    return [token.type for token in parser().parse(source) if not token.type.startswith("paragraph")]


@pytest.mark.parametrize(
    "written", ["\\newpage", "\\pagebreak{}", "\\clearpage", "{{< pagebreak >}}", "{{<pagebreak>}}"]
)
def test_a_page_break_stands_alone_in_its_line(written: str) -> None:
    assert types(f"a\n\n{written}\n\nb\n") == ["inline", "page_break", "inline"]
    (found,) = (token for token in parser().parse(f"a\n\n{written}\n") if token.type == "page_break")
    assert found.map == [2, 3]


@pytest.mark.parametrize("written", ["a \\newpage b", "the {{< pagebreak >}} here"])
def test_in_a_sentence_it_is_none(written: str) -> None:
    assert types(written) == ["inline"]


@pytest.mark.parametrize(
    "written", [". . .", "\\bigskip", "\\noindent \\vspace{2cm}", "\\tableofcontents", "\\setcounter{page}{3}"]
)
def test_what_only_moves_things_vanishes(written: str) -> None:
    every = [token.type for token in parser().parse(f"a\n\n{written}\n\nb\n")]
    assert every == ["paragraph_open", "inline", "paragraph_close"] * 2
    assert types(f"{written} and words\n") == ["inline"]


@pytest.mark.parametrize(
    "written",
    ["{{< video https://a.org/b >}}", '{{< video "https://a.org/b" >}}', "{{< video https://a.org/b width=300 >}}"],
)
def test_a_film_is_its_address(written: str) -> None:
    (film,) = (token for token in parser().parse(f"a\n\n{written}\n") if token.type == "video")
    assert (film.meta, film.map) == ({"url": "https://a.org/b"}, [2, 3])


def test_an_environment_is_one_thing_up_to_its_end() -> None:
    found = [
        token
        for token in parser().parse("a\n\n\\begin{tabular}\nb\n\nc\n\\end{tabular}\n\nd\n")
        if token.type == "environment"
    ]
    assert [(token.info, token.map) for token in found] == [("\\begin{tabular}", [2, 7])]
    assert "environment" not in types("\\begin{tabular}\nb\n")  # it has no end
