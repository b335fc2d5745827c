"""What PDF asks of the shapes of a structure, on small trees of our own."""

from __future__ import annotations

import pydyf

from coursepack.render.handout.heard import Mark, Node
from coursepack.render.handout.shapes import shaped


def words(number: int) -> Mark:
    return Mark(0, number, blank=False)


def tree(node: Node | Mark) -> object:
    """Return a structure as nested tuples: a role and what it holds, marks by their numbers."""
    return (node.role, *map(tree, node.kids)) if isinstance(node, Node) else node.number


def of(*kids: Node | Mark) -> object:
    return tree(shaped(Node("Document", kids=list(kids))))


def test_words_beside_blocks_stand_in_paragraphs() -> None:
    block = Node("Div", kids=[words(1), Node("P", kids=[words(2)]), words(3)])
    assert of(block) == ("Document", ("Div", ("P", 1), ("P", 2), ("P", 3)))


def test_a_box_of_words_is_a_paragraph_and_words_of_no_role_are_its_own() -> None:
    assert of(Node("Div", kids=[words(1), Node("", kids=[words(2)])])) == ("Document", ("P", 1, 2))


def test_a_note_follows_its_paragraph() -> None:
    note = Node("Note", kids=[words(2)])
    paragraph = Node("P", kids=[words(1), Node("", kids=[note]), words(3)])
    assert of(paragraph) == ("Document", ("P", 1, 3), ("Note", 2))


def test_what_comes_later_in_hearing_is_put_behind_its_neighbours() -> None:
    assert of(Node("P", kids=[Node("", order=1, kids=[words(1)]), words(2)])) == ("Document", ("P", 2, 1))


def test_an_item_is_a_label_and_a_body() -> None:
    item = Node("LI", kids=[Node("Lbl", kids=[words(1)]), words(2)])
    assert of(Node("L", kids=[item])) == ("Document", ("L", ("LI", ("Lbl", 1), ("LBody", 2))))


def test_the_label_of_a_part_is_taken_out_of_its_paragraph() -> None:
    asked = Node("P", kids=[Node("Lbl", kids=[words(1)]), words(2)])
    item = Node("LI", kids=[asked, Node("P", kids=[words(3)])])
    assert of(Node("L", kids=[item])) == ("Document", ("L", ("LI", ("Lbl", 1), ("LBody", ("P", 2), ("P", 3)))))


def test_terms_and_what_is_said_of_them_are_items() -> None:
    terms = Node("L", kids=[Node("DT", kids=[words(1)]), Node("DD", kids=[words(2)]), Node("DT", kids=[words(3)])])
    assert of(terms) == ("Document", ("L", ("LI", ("Lbl", 1), ("LBody", 2)), ("LI", ("Lbl", 3))))


def test_a_table_has_the_caption_before_it() -> None:
    row = Node("TR", kids=[Node("TD", kids=[words(2)]), Node("TD")])
    around = Node("Div", kids=[Node("Caption", kids=[words(1)]), Node("Table", kids=[row])])
    assert of(around) == ("Document", ("Div", ("Table", ("Caption", 1), ("TR", ("TD", 2), ("TD",)))))


def test_no_heading_skips_a_level() -> None:
    kids = [Node(f"H{level}", kids=[words(level)]) for level in (1, 3, 3, 4, 2)]
    assert of(*kids) == ("Document", ("H1", 1), ("H2", 3), ("H2", 3), ("H3", 4), ("H2", 2))


def test_rows_to_write_in_are_the_body_of_their_table() -> None:
    head = Node("THead", kids=[Node("TR", kids=[Node("TH", kids=[words(1)])])])
    body = Node("TBody", kids=[Node("TR", kids=[Node("TD")])])
    whole = ("Table", ("THead", ("TR", ("TH", 1))), ("TBody", ("TR", ("TD",))))
    assert of(Node("Table", kids=[head, body])) == ("Document", whole)
    assert of(Node("Table", kids=[body])) == ("Document",)


def test_what_is_empty_or_blank_is_left_out_unless_it_says_something() -> None:
    blank = Mark(0, 1, blank=True)
    said = Node("Span", kids=[blank], entries={"ActualText": pydyf.String("box")})
    assert of(Node("P"), Node("Div", kids=[blank]), Node("P", kids=[said])) == ("Document", ("P", ("Span", 1)))
