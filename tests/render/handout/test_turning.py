"""Where a page of another edition is heard to begin, on small trees of our own."""

from __future__ import annotations

import pydyf
import pytest

from coursepack.render.handout.heard import Mark, Node
from coursepack.render.handout.shapes import shaped

WORDS, MORE = Mark(0, 1, blank=False), Mark(0, 2, blank=False)


def tree(node: Node | Mark) -> object:
    """Return a structure as nested tuples: a role and what it holds; a page is "page"."""
    if isinstance(node, Mark):
        return node.number
    return "page" if node.said and node.role in {"P", "Span"} else (node.role, *map(tree, node.kids))


def page() -> Node:
    said = {"ActualText": pydyf.String("Page 7.")}
    return Node("", kids=[Node("Page", kids=[Mark(0, 7, blank=False)], entries=said)])


def of(role: str, *kids: Node | Mark) -> Node:
    return Node(role, kids=list(kids))


def item(*kids: Node | Mark) -> Node:
    return of("LI", of("Lbl", WORDS), *kids)


def table(first: Node, second: Node) -> Node:
    head = of("THead", of("TR", of("TH", WORDS), of("TH", WORDS)))
    return of("Table", head, of("TBody", of("TR", first, of("TD", WORDS)), of("TR", second, of("TD", MORE))))


SHAPED_HEAD = ("THead", ("TR", ("TH", 1), ("TH", 1)))
ROW, LAST = ("TR", ("TH", 1), ("TD", 1)), ("TR", ("TH", 2), ("TD", 2))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        pytest.param([of("P", page(), WORDS)], ["page", ("P", 1)], id="paragraph"),
        pytest.param([of("P", WORDS, page(), MORE)], [("P", 1, "page", 2)], id="sentence"),
        pytest.param([of("H2", of("", page(), WORDS))], ["page", ("H2", 1)], id="title"),
        pytest.param(
            [of("H2", Node("", order=1, kids=[MORE]), of("", page(), WORDS))], ["page", ("H2", 1, 2)], id="points"
        ),
        pytest.param([of("Div", page(), WORDS)], [("Div", "page", ("P", 1))], id="box"),
        pytest.param([of("Figure", page())], ["page", ("Figure",)], id="picture"),
        pytest.param(
            [of("L", item(page(), WORDS), item(MORE))],
            ["page", ("L", ("LI", ("Lbl", 1), ("LBody", 1)), ("LI", ("Lbl", 1), ("LBody", 2)))],
            id="list",
        ),
        pytest.param(
            [of("L", item(WORDS), item(page(), MORE))],
            [("L", ("LI", ("Lbl", 1), ("LBody", ("P", 1), "page")), ("LI", ("Lbl", 1), ("LBody", 2)))],
            id="item",
        ),
        pytest.param(
            [of("L", item(WORDS), of("LI", of("P", of("Lbl", WORDS), page(), MORE)))],
            [("L", ("LI", ("Lbl", 1), ("LBody", ("P", 1), "page")), ("LI", ("Lbl", 1), ("LBody", ("P", 2))))],
            id="paragraph of an item",
        ),
        pytest.param(
            [of("L", of("LI", of("P", MORE), of("P", of("Lbl", WORDS), MORE)))],
            [("L", ("LI", ("Lbl", 1), ("LBody", ("P", 2), ("P", 2))))],
            id="label behind what is said before its item",
        ),
        pytest.param(
            [of("Caption", WORDS), table(of("TH", page(), WORDS), of("TH", MORE))],
            ["page", ("Table", ("Caption", 1), SHAPED_HEAD, ("TBody", ROW, LAST))],
            id="table",
        ),
        pytest.param(
            [table(of("TH", WORDS), of("TH", page(), MORE))],
            [("Table", SHAPED_HEAD, ("TBody", ("TR", ("TH", 1), ("TD", ("P", 1), "page")), LAST))],
            id="row",
        ),
    ],
)
def test_a_page_is_heard_before_what_begins_there(given: list[Node | Mark], wanted: list[object]) -> None:
    assert tree(shaped(of("Document", *given))) == ("Document", *wanted)


def test_what_says_itself_hides_no_page() -> None:
    said = Node("P", kids=[WORDS, page()], entries={"ActualText": pydyf.String("three lines")})
    document = shaped(of("Document", said))
    assert [kid.entries["ActualText"].string for kid in document.kids if isinstance(kid, Node)] == [
        "Page 7.",
        "three lines",
    ]


def test_a_page_is_heard_in_the_place_of_what_is_heard_later() -> None:
    later = Node("P", order=1, kids=[page(), WORDS])
    assert tree(shaped(of("Document", later, of("P", MORE)))) == ("Document", ("P", 2), "page", ("P", 1))
