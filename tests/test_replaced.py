"""What stands in for functions of libraries: for how long, and that these are the functions that it was written for."""

from __future__ import annotations

import ast
import inspect
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from coursepack import replaced as module
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(module.__file__).parent
# What ours stands in for, as it is in the versions that `pyproject.toml` names. Where a newer one differs, read what
# its function does by now, and mend ours before this list.
THEIRS = {
    "citeproc.model.Key.sort_keys": "(self, items, context)",
    "ctypes.util.find_library": "(name)",
    "pydyf.Stream.data": "(self)",
    "pydyf.Stream.show_text": "(self, text)",
    "weasyprint.css.ComputedStyle.__missing__": "(self, key)",
    "weasyprint.css.validation.compile_selector_list": "(input, namespaces=None)",
    "weasyprint.draw.text.draw_first_line": "(stream, textbox, text_overflow, block_ellipsis, matrix)",
    "weasyprint.images.RasterImage.get_x_object": "(self, interpolate, dpi_ratio)",
    "weasyprint.layout.LayoutContext._update_footnote_area": "(self)",
    "weasyprint.layout.block._linebox_layout": (
        "(context, box, index, child, new_children, page_is_empty, absolute_boxes, fixed_boxes, "
        "adjoining_margins, bottom_space, position_y, skip_stack, first_letter_style, "
        "first_line_style, draw_bottom_decoration, max_lines)"
    ),
    "weasyprint.layout.block.block_level_layout": (
        "(context, box, bottom_space, skip_stack, containing_block, page_is_empty=True, "
        "absolute_boxes=None, fixed_boxes=None, adjoining_margins=None, first_letter_style=None, "
        "first_line_style=None, discard=False, max_lines=None)"
    ),
    "weasyprint.layout.block.float_layout": (
        "(context, box, containing_block, absolute_boxes, fixed_boxes, bottom_space, skip_stack)"
    ),
    "weasyprint.layout.block.table_wrapper_width": "(context, wrapper, containing_block)",
    "weasyprint.layout.inline.split_first_line": (
        "(text, style, context, max_width, justification_spacing, is_line_start=True, minimum=False)"
    ),
    "weasyprint.layout.inline.split_inline_box": (
        "(context, box, position_x, max_x, bottom_space, skip_stack, containing_block, "
        "absolute_boxes, fixed_boxes, line_placeholders, waiting_floats, line_children, "
        "first_letter_style, first_line_style)"
    ),
    "weasyprint.layout.inline.split_text_box": "(context, box, available_width, skip, is_line_start=True)",
    "weasyprint.layout.inline.strut": "(style)",
    "weasyprint.layout.inline.text_align": "(context, line, available_width, last)",
    "weasyprint.layout.make_margin_boxes": "(context, page, state)",
    "weasyprint.layout.preferred.split_first_line": (
        "(text, style, context, max_width, justification_spacing, is_line_start=True, minimum=False)"
    ),
    "weasyprint.pdf.add_tags": "(pdf, document, pdf_version, page_streams)",
    "weasyprint.pdf.build_fonts_dictionary": "(pdf, fonts, compress, subset, options)",
    "weasyprint.pdf.stream.Stream._default_color_space": "(self)",
    "weasyprint.pdf.stream.Stream.add_group": "(self, x, y, width, height)",
    "weasyprint.pdf.stream.Stream.create_interpolation_function": "(domain, c0, c1, n)",
    "weasyprint.pdf.stream.Stream.set_color": "(self, color, stroke=False)",
    "weasyprint.svg.SVG.set_graphical_state": "(self, node, font_size, context=None)",
    "weasyprint.text.line_break.Layout.setup": "(self, style)",
}


class Clock:
    """Something of somebody else's."""

    @staticmethod
    def hour() -> int:
        return 3

    @property
    def minute(self) -> int:
        return 14


def test_ours_stands_in_until_the_end_of_the_block() -> None:
    with replaced(Clock, hour=staticmethod(lambda: 9), minute=property(lambda _: 26)):
        assert (Clock.hour(), Clock().minute) == (9, 26)
    assert (Clock.hour(), Clock().minute) == (3, 14)


def test_theirs_is_back_after_an_exception_too() -> None:
    with pytest.raises(ZeroDivisionError), replaced(Clock, hour=lambda: 1 // 0):
        Clock.hour()
    assert Clock.hour() == 3


def test_blocks_stand_inside_each_other() -> None:
    clock = ModuleType("clock")
    vars(clock)["hour"] = lambda: 3
    with replaced(clock, hour=lambda: 9):
        with replaced(clock, hour=lambda: 10):
            assert vars(clock)["hour"]() == 10
        assert vars(clock)["hour"]() == 9
    assert vars(clock)["hour"]() == 3


def test_what_another_version_has_not_is_named_and_nothing_is_replaced() -> None:
    with (
        pytest.raises(AttributeError, match="Clock has no second: install the version"),
        replaced(Clock, hour=0, second=0),
    ):
        pass
    assert Clock.hour() == 3


def test_the_libraries_have_the_functions_that_ours_were_written_for() -> None:
    assert dict(sorted(theirs())) == THEIRS


def theirs() -> Iterator[tuple[str, str]]:
    """Yield what is replaced somewhere in the package: its name, and its signature as its library has it."""
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text("utf-8")
        if "import replaced\n" in source:
            own = import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
            for call in ast.walk(ast.parse(source)):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "replaced":
                    owner = eval(ast.unparse(call.args[0]), vars(own))  # noqa: S307 our own words
                    place = owner.__name__ if inspect.ismodule(owner) else f"{owner.__module__}.{owner.__qualname__}"
                    meanings = ((f"{place}.{one.arg}", vars(owner)[str(one.arg)]) for one in call.keywords)
                    yield from ((name, signature(meaning)) for name, meaning in meanings if not is_setting(meaning))


def signature(meaning: object) -> str:
    return str(inspect.signature(getattr(meaning, "fget", None) or getattr(meaning, "__func__", None) or meaning))


def is_setting(meaning: object) -> bool:
    return meaning is None or isinstance(meaning, bool | str)
