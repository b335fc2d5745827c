from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.languages.labels import Labels
from coursepack.problem import ContentError
from coursepack.resolve import citations
from coursepack.resolve.citations import works
from coursepack.run import store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.render.look.design import Design

BOOK = {
    "id": "b",
    "type": "book",
    "title": "A book",
    "author": [{"family": "Young", "given": "Ann"}],
    "issued": {"date-parts": [[1999]]},
}
TAGS = ("en-GB", "de", "fr-FR")
TREATY = {
    "id": "t",
    "type": "treaty",
    "title": "A treaty",
    "URL": "https://example.org/a?b=1&c=2",
    "issued": {"date-parts": [[1945, 6, 26]]},
}


def test_only_works_that_are_cited_are_listed(own_design: Design) -> None:
    assert list(works(["b"], [BOOK, TREATY], own_design.style, own_design.labels)) == ["b"]
    assert works([], [BOOK], own_design.style, own_design.labels) == {}


def test_works_stand_in_the_order_of_the_bibliography_not_of_their_use(own_design: Design) -> None:
    first = {**BOOK, "id": "z", "author": [{"family": "Abel", "given": "Bo"}]}
    assert list(works(["b", "z"], [BOOK, first], own_design.style, own_design.labels)) == ["z", "b"]
    assert list(works(["z", "b"], [first, BOOK], own_design.style, own_design.labels)) == ["z", "b"]


def test_accents_do_not_move_a_work_to_the_end(own_design: Design) -> None:
    people = [{**BOOK, "id": name, "author": [{"family": name}]} for name in ("Zola", "Éluard", "Eco", "Fo")]
    ids = [work["id"] for work in people]
    assert list(works(ids, people, own_design.style, own_design.labels)) == ["Eco", "Éluard", "Fo", "Zola"]


def test_a_list_of_works_is_written_in_the_course_s_language(own_design: Design) -> None:
    two = {**BOOK, "author": [{"family": "Young"}, {"family": "Old"}], "editor": [], "edition": "2"}
    said = {tag: works(["b"], [two], own_design.style, Labels(dict(own_design.labels), tag))["b"] for tag in TAGS}
    assert [said[tag].short for tag in TAGS] == ["Young and Old 1999", "Young und Old 1999", "Young et Old 1999"]
    assert (
        "26. Juni 1945" in works(["t"], [TREATY], own_design.style, Labels(dict(own_design.labels), "de-AT"))["t"].entry
    )


@pytest.mark.parametrize(
    ("signs", "name", "title", "entry"),
    [
        ({",": "，", ".": "。"}, "水会", "雨", "水会，1999。<i>雨</i>。"),
        ({",": "،"}, "قرية", "بئر", "قرية، 1999. <i>بئر</i>."),
        ({}, "水会", "雨", "水会, 1999. <i>雨</i>."),
    ],
)
def test_signs_beside_another_script_are_the_language_s(
    own_design: Design, signs: dict[str, str], name: str, title: str, entry: str
) -> None:
    own = {**BOOK, "id": "o", "author": [{"literal": name}], "title": title}
    made = works(["o", "b"], [own, BOOK], own_design.style, Labels({**own_design.labels, "signs": signs}, "en"))
    assert made["o"].entry == entry
    # A work in Latin letters keeps its own.
    assert made["b"].entry == works(["b"], [BOOK], own_design.style, own_design.labels)["b"].entry


def test_a_short_form_has_no_brackets_of_its_own(own_design: Design) -> None:
    assert works(["b"], [BOOK], own_design.style, own_design.labels)["b"].short == "Young 1999"


def test_an_address_is_a_link_and_the_short_entry_leaves_it_out(own_design: Design) -> None:
    work = works(["t"], [TREATY], own_design.style, own_design.labels)["t"]
    assert 'href="https://example.org/a?b=1&amp;c=2"' in work.entry
    assert "example.org" not in work.brief


def test_what_is_markup_in_a_title_is_text(own_design: Design) -> None:
    made = works(["b"], [{**BOOK, "title": "<script>, a < b & c"}], own_design.style, own_design.labels)["b"]
    assert "&lt;script&gt;, a &lt; b &amp; c" in made.entry
    assert "&lt;script&gt;, a &lt; b &amp; c" in made.brief


@pytest.mark.parametrize(
    "fields",
    [
        "type: book, title: No author and no year",
        "type: webpage, title: T, issued: {date-parts: [['1999']]}",
        "type: no-such-type, title: T",
        "type: book, title: T, issued: 1999",
        "type: book, title: T, issued: {raw: 1999}",
        "type: book, title: T, author: Ann Young",
        "type: book, title: T, author: {family: Young}",
        "type: book, title: T, nonsense: [1]",
        "type: book, title: 1984",
        "type: [book], title: {a: b}",
    ],
)
@pytest.mark.filterwarnings("ignore:The following arguments:UserWarning")
def test_an_odd_work_is_set_or_reported(unit: Callable[..., Path], fields: str) -> None:
    root = unit("## One\n\nSee [@x].\n", {"references.yaml": f"- {{id: x, {fields}}}\n"})
    try:
        assert ready(root).pack.works["x"].entry
    except ContentError as error:
        assert error.problems[0].span.file.endswith("references.yaml")  # noqa: PT017 either is right


def test_two_works_of_one_author_and_year_are_told_apart(own_design: Design) -> None:
    made = works(["b", "c"], [BOOK, {**BOOK, "id": "c", "title": "Another"}], own_design.style, own_design.labels)
    assert made["b"].short != made["c"].short


@pytest.mark.parametrize(
    ("tag", "said"), [("fr", 'lang="fr"'), ("fr_CA", 'lang="fr-CA"'), ("en-US", ""), ("French", ""), ("", "")]
)
def test_a_title_in_another_language_says_it(own_design: Design, tag: str, said: str) -> None:
    made = works(["b"], [{**BOOK, "title": "L'eau & le sel", "language": tag}], own_design.style, own_design.labels)[
        "b"
    ]
    title = "L'eau &amp; le sel"
    wanted = f"<span {said}>{title}</span>" if said else title
    assert [wanted in text for text in (made.entry, made.brief)] == [True, True]
    assert made.entry.count("lang=") == bool(said)


def test_works_are_set_once_for_all_copies_and_anew_where_the_list_changes(
    own_design: Design, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style, labels = own_design.style, own_design.labels
    with store.within(tmp_path):
        first = works(["b"], [BOOK, TREATY], style, labels)
        monkeypatch.setattr(citations, "CitationStylesStyle", None)  # it is not called
        assert works(["b"], [BOOK, TREATY], style, labels) == first
        others = Labels({**labels, "alphabet": {"n": "ñ"}}, labels.tag)
        for keys, book, words in (
            (["b", "t"], BOOK, labels),
            (["b"], {**BOOK, "title": "B"}, labels),
            (["b"], BOOK, others),
        ):
            with pytest.raises(TypeError):
                works(keys, [book, TREATY], style, words)
