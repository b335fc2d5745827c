"""Tables as HTML, with the columns, rows and type that were planned for the deck. Points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.render.slides.flat import texts
from coursepack.render.slides.flat.lengths import inches, points
from coursepack.render.slides.native import cells

if TYPE_CHECKING:
    from coursepack.render.slides.content import Text
    from coursepack.render.slides.layouts import Frame, TableLook
    from coursepack.render.slides.measure.tabling import Plan
    from coursepack.render.slides.native.page import Kit


def table(plan: Plan, frame: Frame, kit: Kit) -> Markup:
    """Return a table, or a slide's part of one, in its place."""
    rows, headed = plan.table.all_rows, bool(plan.table.head)
    columns = Markup("").join(Markup('<col style="width:{}">').format(points(width)) for width in plan.columns)
    made = [_row(number, plan, kit) for number in range(len(rows))]
    head = Markup("<thead>{}</thead>").format(made[0]) if headed else Markup()
    body = Markup("<tbody>{}</tbody>").format(Markup("").join(made[headed:]))
    whole = Markup('<table dir="{}" style="width:{}"><colgroup>{}</colgroup>{}{}</table>').format(
        "rtl" if plan.is_rtl else "ltr", points(sum(plan.columns)), columns, head, body
    )
    return texts.placed(frame, whole, "table")


def _row(number: int, plan: Plan, kit: Kit) -> Markup:
    rows = plan.table.all_rows
    inside = [_cell(number, column, text, plan, kit) for column, text in enumerate(rows[number])]
    return Markup('<tr style="height:{}">{}</tr>').format(points(plan.rows[number]), Markup("").join(inside))


def _cell(number: int, column: int, text: Text, plan: Plan, kit: Kit) -> Markup:
    """Return a cell; nothing for one that another covers."""
    rows, headed = plan.table.all_rows, bool(plan.table.head)
    if text.join:
        return Markup()
    high = cells.down(rows, number, column)
    top = headed and number == 0
    # A corner without words heads nothing.
    heads = plan.table.is_head(number, column) and text.paragraphs
    tag, scope = ("th", "col" if top else "row") if heads else ("td", "")
    spans = {"scope": scope, "colspan": text.across if text.across > 1 else "", "rowspan": high if high > 1 else ""}
    said = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in spans.items() if value)
    rules = _rules(number, number + high - 1, len(rows), kit.design.table, headed=headed)
    margins = _margins(column == 0, column + text.across == len(rows[0]), kit.design.table)
    inside = texts.paragraphs(text.paragraphs, plan.found, kit)
    return Markup('<{0}{1} style="{2};{3}">{4}</{0}>').format(tag, said, rules, margins, inside)


def _rules(first: int, last: int, rows: int, look: TableLook, *, headed: bool) -> str:
    """Return the rules of a cell that takes these rows: strong above and below the table, thin between rows."""
    above = look.top if first == 0 else 0.0
    below = look.foot if last == rows - 1 else look.head if headed and first == 0 else look.row
    return f"border-top:{_rule(above)} solid;border-bottom:{_rule(below)} solid"


def _rule(weight: float) -> str:
    """Return a weight, not thinner than a small slide shows: its style sheet says what that is."""
    return f"max({points(weight)},var(--thinnest,0rem))" if weight else points(weight)


def _margins(begins: bool, ends: bool, look: TableLook) -> str:  # noqa: FBT001 (private)
    """Return a cell's margins: flush with the title where a row begins, with the rules' end where it ends."""
    high, left, right = inches(look.margin), 0.0 if begins else look.pad, 0.0 if ends else look.pad
    return f"padding:{high} {inches(right)} {high} {inches(left)}"
