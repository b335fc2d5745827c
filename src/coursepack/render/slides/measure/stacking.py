"""Frames that share their room: each is as high as what stands in it, and all are set smaller together. Inches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.render.slides.content import Choices, Text
from coursepack.render.slides.measure import choices
from coursepack.render.slides.measure.choices import ChoicesFit
from coursepack.render.slides.measure.fit import Fit, fit, ruler_of, scaled
from coursepack.render.slides.measure.split import AIR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.render.slides.content import Content
    from coursepack.render.slides.layouts import Frame, Layout, Level, Rect
    from coursepack.render.slides.measure.choices import Grid
    from coursepack.render.slides.measure.fit import Measured
    from coursepack.render.slides.measure.setting import Setting
    from coursepack.render.slides.native.page import Kit

_POINT = 72
_SLACK = 1.01
# Of what is left: the part between the pieces, where there are boxes.
_HALF = 0.5


@dataclass(frozen=True)
class Stack:
    """The frames that have been moved, and how what stands in them is set."""

    frames: Mapping[str, Frame]
    settings: Mapping[str, Setting]


@dataclass(frozen=True)
class _Piece:
    """What stands in a frame at a size: its levels, what was measured, and its least height in inches."""

    name: str
    content: Content
    levels: tuple[Level, ...]
    found: Measured | Grid
    height: float


def stacked(parts: Mapping[str, Content], layout: Layout, kit: Kit) -> Stack:
    """Share the room of a layout's stack out; nothing where it has none."""
    names = [name for name in layout.stack if name in layout.frames and parts.get(name, Text(())) != Text(())]
    names = [name for name in names if name != "title"]
    if not names:
        return Stack({}, {})
    room = _room(parts, layout, kit)
    usual = sum(_piece(name, parts[name], layout.frames[name], 1, kit).height for name in names)
    for share in kit.design.choices.shares:
        pieces = [_piece(name, parts[name], layout.frames[name], share, kit) for name in names]
        need = sum(piece.height for piece in pieces)
        # Larger type leaves more between the pieces, too.
        gap = kit.design.choices.gap[share > 1] * (len(names) - 1)
        fits = need + gap <= room[3] + AIR and all(map(_is_whole, pieces))
        # Larger type is no gain where more lines break.
        if fits and need <= usual * max(1.0, share * _SLACK):
            break
    return _placed(pieces, layout, room, kit, fits=fits)


def _room(parts: Mapping[str, Content], layout: Layout, kit: Kit) -> Rect:
    """Return the room of a stack: that of its frames, from the last line of the title on where the title is ours."""
    frames = [layout.frames[name] for name in layout.stack if name in layout.frames and name != "title"]
    left, width = min(frame.at[0] for frame in frames), max(frame.at[2] for frame in frames)
    top, bottom = min(frame.at[1] for frame in frames), max(frame.at[1] + frame.at[3] for frame in frames)
    title, frame = parts.get("title"), layout.frames["title"]
    if "title" in layout.stack and isinstance(title, Text) and frame.index is None:
        found = fit(title.paragraphs, frame, kit.floors[frame.floor], kit.faces)
        top = frame.at[1] + found.measured.height / _POINT + kit.design.choices.gap[0]
    return left, top, width, bottom - top


def _piece(name: str, content: Content, frame: Frame, share: float, kit: Kit) -> _Piece:
    levels = tuple(scaled(level, share, kit.floors[frame.floor]) for level in frame.levels)
    if isinstance(content, Choices):
        look = kit.design.choices
        rows = choices.grid(content, frame.at[2], levels[0], look, kit.faces)
        return _Piece(name, content, levels, rows, rows.height(look) / _POINT)
    text = content.paragraphs if isinstance(content, Text) else ()
    measured = ruler_of(frame, kit.faces).measure(text, levels)
    return _Piece(name, content, levels, measured, measured.height / _POINT)


def _is_whole(piece: _Piece) -> bool:
    return piece.found.fits if isinstance(piece.found, choices.Grid) else not piece.found.wide


def _placed(pieces: Sequence[_Piece], layout: Layout, room: Rect, kit: Kit, *, fits: bool) -> Stack:
    """Give every piece its place; what is left goes between the pieces and into the boxes."""
    look = kit.design.choices
    spare = max(0.0, room[3] - sum(piece.height for piece in pieces) - look.gap[0] * (len(pieces) - 1))
    rows = sum(len(piece.found.heights) for piece in pieces if isinstance(piece.found, choices.Grid))
    wider = min(look.gap[1] - look.gap[0], spare / (len(pieces) + 1) * (_HALF if rows else 1))
    more = min(2 * (look.pad[1] - look.pad[0]), (spare - wider * (len(pieces) + 1)) / rows) if rows else 0.0
    frames: dict[str, Frame] = {}
    settings: dict[str, Setting] = {}
    for piece, top in zip(pieces, _tops(pieces, room[1] + wider, look.gap[0] + wider, more), strict=True):
        frame, at = layout.frames[piece.name], (room[0], top, room[2], _height(piece, more))
        frames[piece.name] = frame.model_copy(update={"at": at})
        settings[piece.name] = _setting(piece, frame, at, more, kit, fits=fits)
    return Stack(frames, settings)


def _height(piece: _Piece, more: float) -> float:
    return piece.height + (more * len(piece.found.heights) if isinstance(piece.found, choices.Grid) else 0.0)


def _tops(pieces: Sequence[_Piece], top: float, gap: float, more: float) -> Iterator[float]:
    for piece in pieces:
        yield top
        top += _height(piece, more) + gap


def _setting(piece: _Piece, frame: Frame, at: Rect, more: float, kit: Kit, *, fits: bool) -> Setting:  # noqa: PLR0913 what is set, and where
    if isinstance(piece.found, choices.Grid) and isinstance(piece.content, Choices):
        boxes = choices.places(piece.found, piece.content, at, kit.design.choices, more)
        return ChoicesFit(piece.levels[0], boxes, piece.found.texts, piece.found.end, fits)
    if isinstance(piece.found, choices.Grid):
        raise TypeError(piece.name)
    return Fit(piece.levels, piece.found, piece.levels != frame.levels, fits)
