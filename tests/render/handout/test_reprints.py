"""What a companion prints again has anchors of its own, to which references on the same sheet lead."""

from coursepack.render.handout.reprints import told_apart
from coursepack.render.handout.saying import sayings

FAR = '<span id="from-{}" data-far="#{}"> (p. {{page}})</span>'
FIGURE = '<figure id="vetoes">Figure 1</figure>'
FIRST = f'<body><section id="sheet.a">{FIGURE}{FAR.format(1, "vetoes")}</section>'
SECOND = f'<section id="sheet.b"><b id="own">{FIGURE}{FAR.format(2, "own #vetoes")}#vetoes "</section></body>'


def test_references_lead_to_the_print_on_their_own_sheet() -> None:
    first, second = told_apart(f"{FIRST}<!-- piece -->{SECOND}").split("<!-- piece -->")
    assert first == FIRST
    assert 'id="again.1.vetoes"' in second
    assert [one.leads for one in sayings(second)] == [("own", "again.1.vetoes")]
    assert '#vetoes "</section>' in second  # words


def test_what_is_printed_once_keeps_its_name() -> None:
    html = f"{FIRST}<!-- piece --><p>{FAR.format(2, 'vetoes')}</p></body>"
    assert told_apart(html) == html
