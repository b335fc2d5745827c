"""The faces of a file: each is cut once to the glyphs of all pages, its axes pinned, by HarfBuzz."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import pydyf
import uharfbuzz
from weasyprint import pdf as engine
from weasyprint.pdf.fonts import Font

from coursepack.problem import Problem
from coursepack.render.handout.piece import Face
from coursepack.render.look import strokes
from coursepack.render.look.cast import Cast, added, units
from coursepack.replaced import replaced
from coursepack.run import store

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from coursepack.problem import Span
    from coursepack.render.handout.piece import Piece

# What WeasyPrint knows of a face as plain values.
_FACTS = (
    *("index", "font_size", "style", "family", "variations", "hash", "weight", "ascent", "descent", "tables", "bitmap"),
    *("png", "svg", "colr", "italic_angle", "upem", "glyph_count", "stemv", "stemh", "flags", "used_in_forms"),
)

# What a PDF has no use for: glyphs are chosen and placed already, and nobody reads a face's names in it.
_DROPPED = (
    *("BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG "),
    *("name", "STAT", "GDEF"),
)
_ITALIC, _OBLIQUE = 2, 1
# Font files whose digests are remembered: of a megabyte each, and every piece asks for those of all its faces.
_FILES = 16
# What a sign stands for that is drawn with the letter before it (marks of Arabic and Indic): PDF/UA wants something. It
# is the combining grapheme joiner, which is seen nowhere and passed over by those who search.
_NOTHING = "\u034f"
# Who searches types the hyphen of a keyboard: faces draw the other with the same glyph.
_TYPED = {"": _NOTHING, "\u2010": "-"}
# Who searches types its blank too. But readers (PDFium) measure by what stands for it which letters are a word: what is
# not as wide as a face's own, the first of these that it draws, is one that is bound, which is found by a blank.
_WHITE, _BOUND = (" ", "\u00a0", "\u2002", "\u2003", "\u2007", "\u2009", "\u202f"), "\u00a0"


class _Cut(Font):  # type: ignore[misc] # WeasyPrint has no types
    """What WeasyPrint writes of a face, without the objects of Pango that it was laid out with."""

    def __init__(self, face: Face, data: bytes) -> None:
        """Begin with what one piece says of it."""
        self.__dict__.update(face.facts)
        self.name = face.facts["name"].encode("latin-1")
        self.variations = dict(face.facts["variations"])
        self.file_content = data
        self.digest = face.digest
        self.widths: dict[int, float] = {}
        self.to_unicode: dict[int, str] = {}
        self.missing: dict[int, int] = {}
        self.casts: dict[Cast, int] = {}
        # The glyphs of all faces of its file.
        self.shared: frozenset[int] = frozenset()

    def add(self, face: Face) -> None:
        """Take the glyphs of a piece; for what a glyph stands is what it stood for first."""
        self.widths = face.widths | self.widths
        self.to_unicode = face.to_unicode | self.to_unicode
        self.missing = face.missing | self.missing
        self.casts |= dict.fromkeys(face.casts, 0)

    def number(self) -> None:
        """Number what is cast after the glyphs that the face has."""
        self.casts = {one: place for place, one in enumerate(sorted(self.casts), self.glyph_count)}
        self.to_unicode |= {place: one.text for one, place in self.casts.items()}
        self.widths |= {place: units(one.width, self.upem) * 1000 / self.upem for one, place in self.casts.items()}

    def clean(self, to_unicode: Mapping[int, str], hinting: bool) -> None:  # noqa: FBT001 WeasyPrint asks so
        """Cut the face: by HarfBuzz, if it draws no pictures."""
        if self.png or self.svg or self.colr or self.bitmap or not to_unicode:
            super().clean(to_unicode, hinting)
        else:
            axes, glyphs, casts = self._axes(), self._glyphs(to_unicode), list(self.casts)
            about = repr((self.index, axes, glyphs, casts, hinting))
            name = store.key("face", uharfbuzz.__version__, self.digest, about)
            self.file_content = store.kept(name, lambda: self._made(glyphs, axes, hinting=hinting))

    def subset(self, to_unicode: Mapping[int, str], hinting: bool) -> None:  # noqa: FBT001 WeasyPrint asks so
        """Cut a face of pictures."""
        self._fonttools_subset(to_unicode, hinting)

    def _axes(self) -> dict[str, float | None]:
        """Return where axes are pinned: where the style sheet says, or by weight and size, or nowhere else."""
        if "fvar" not in self.tables:
            return {}
        wanted = {"wght": float(self.weight), "opsz": float(self.font_size), **self.variations}
        wanted.setdefault("ital", float(self.style == _ITALIC))
        face = uharfbuzz.Face(uharfbuzz.Blob(self.file_content), self.index)
        found: dict[str, float | None] = {}
        for axis in face.axis_infos:
            slant = (axis.min_value or axis.max_value) if self.style == _OBLIQUE else 0.0
            found[axis.tag] = wanted.get(axis.tag, slant if axis.tag == "slnt" else None)
        return found

    def _glyphs(self, to_unicode: Iterable[int]) -> list[int]:
        """Return the glyphs that the file has, of those that stand for something and those that are cast anew."""
        return sorted({*to_unicode, *_parts(self.casts)} - {*self.casts.values()})

    def _made(self, glyphs: list[int], axes: Mapping[str, float | None], *, hinting: bool) -> bytes:
        cut = self._cut(glyphs, axes, hinting=hinting)
        return added(cut, self.casts, self.glyph_count) if self.casts else cut

    def _cut(self, glyphs: list[int], axes: Mapping[str, float | None], *, hinting: bool) -> bytes:
        face, wanted = uharfbuzz.Face(uharfbuzz.Blob(self._drawn(axes)), self.index), _few(glyphs)
        flags = uharfbuzz.SubsetFlags
        wanted.flags |= flags.DEFAULT if hinting else flags.NO_HINTING
        wanted.flags |= flags.NOTDEF_OUTLINE if self.missing else flags.DEFAULT
        _pin(wanted, face, axes)
        return bytes(uharfbuzz.subset(face, wanted).blob.data)

    def _drawn(self, axes: Mapping[str, float | None]) -> bytes:
        """Return the font file, its strokes as heavy as it asks for: once for all that share its axes."""
        more = strokes.wanted(self.file_content)
        return _heavier(self.file_content, more, self.shared, tuple(axes.items())) if more else self.file_content


def _parts(casts: Iterable[Cast]) -> Iterator[int]:
    return (part.glyph for one in casts for part in one.parts)


@lru_cache(_FILES)
def _heavier(data: bytes, more: float, glyphs: frozenset[int], axes: tuple[tuple[str, float | None], ...]) -> bytes:
    """Return a file of these glyphs alone, drawn heavier: where its axes are, for those know points that it had."""
    face, wanted = uharfbuzz.Face(uharfbuzz.Blob(data)), _few(glyphs)
    _pin(wanted, face, dict(axes))
    return strokes.heavier(bytes(uharfbuzz.subset(face, wanted).blob.data), more, sorted(glyphs))


def _pin(wanted: uharfbuzz.SubsetInput, face: uharfbuzz.Face, axes: Mapping[str, float | None]) -> None:
    """Ask that the axes that a face still has are pinned, or stand where it begins."""
    for tag in (axis.tag for axis in face.axis_infos if axis.tag in axes):
        place = axes[tag]
        if place is None:
            wanted.pin_axis_to_default(face, tag)
        else:
            wanted.pin_axis_location(face, tag, place)


def _few(glyphs: Iterable[int]) -> uharfbuzz.SubsetInput:
    """Return what asks for some glyphs of a font, which keep their numbers."""
    wanted, flags = uharfbuzz.SubsetInput(), uharfbuzz.SubsetFlags
    wanted.glyph_set.update(glyphs)
    wanted.flags = flags.RETAIN_GIDS | flags.PASSTHROUGH_UNRECOGNIZED | flags.DESUBROUTINIZE
    wanted.drop_table_tag_set.update(int.from_bytes(name.encode(), "big") for name in _DROPPED)
    return wanted


def foreign(pieces: Iterable[Piece], files: Collection[str], place: Callable[[str], Span]) -> Iterator[Problem]:
    """Report characters at their place that were set in a face of the machine, because none of these files has them."""
    worn = (face for piece in pieces for face in piece.faces if face.digest not in files)
    for character in sorted({sign for face in worn for text in face.to_unicode.values() for sign in text}):
        said = f"`{character}` (U+{ord(character):04X}) has no glyph in the theme's faces"
        yield Problem(place(character), "no-glyph", said, "Write it another way, or add a face to theme.yaml")


def together(faces: Iterable[Face], files: Mapping[str, bytes]) -> dict[int, Any]:
    """Return the faces of all pieces, each once, as WeasyPrint wants them; `files` are font files by their digests."""
    found: dict[str, _Cut] = {}
    for face in faces:
        own = found.setdefault(face.facts["hash"], _Cut(face, files[face.digest]))
        own.add(face)
    shared = defaultdict[str, set[int]](set)
    for own in found.values():
        shared[own.digest].update(own.to_unicode, _parts(own.casts))
    for own in found.values():
        own.shared = frozenset(shared[own.digest])
        own.number()
        own.widths = dict(sorted(own.widths.items()))
        own.to_unicode = _typed(dict(sorted(own.to_unicode.items())), own.widths)
    return dict(enumerate(found[name] for name in sorted(found)))


def _typed(glyphs: Mapping[int, str], widths: Mapping[int, float]) -> dict[int, str]:
    """Return what glyphs stand for, as those who search type it; widths are glyphs' own."""
    white = {glyph: _WHITE.index(text) for glyph, text in glyphs.items() if text in _WHITE}
    own = widths.get(min(white, key=lambda glyph: white[glyph], default=-1))
    blanks = {glyph: " " if widths.get(glyph) == own else _BOUND for glyph in white}
    return {glyph: blanks.get(glyph, _TYPED.get(text, text)) for glyph, text in glyphs.items()}


def known(fonts: Iterable[Any]) -> tuple[tuple[Face, ...], dict[str, bytes]]:
    """Return the faces that pages were laid out with, and their files by their digests."""
    files: dict[str, bytes] = {}
    faces = []
    for font in fonts:
        digest = digested(font.file_content)
        files[digest] = font.file_content
        facts = {name: getattr(font, name) for name in _FACTS} | {"name": font.name.decode("latin-1")}
        casts = tuple(sorted(getattr(font, "casts", ())))
        faces.append(Face(facts, digest, dict(font.widths), dict(font.to_unicode), dict(font.missing), casts))
    return tuple(faces), files


@lru_cache(_FILES)
def digested(data: bytes) -> str:
    """Return the digest that names a font file."""
    return blake2b(data, digest_size=16).hexdigest()


def left_out() -> AbstractContextManager[None]:
    """Leave the faces to those who join: cutting them is a third of writing a file, and each must be in it once."""
    return replaced(engine, build_fonts_dictionary=lambda *_: pydyf.Dictionary())


def cut() -> AbstractContextManager[None]:
    """Write a file with its faces cut as those of pieces are."""
    original = engine.build_fonts_dictionary

    def write(pdf: Any, fonts: Mapping[Any, Any], *rest: Any) -> Any:  # noqa: ANN401 pydyf has no types
        return original(pdf, together(*known(fonts.values())), *rest)

    return replaced(engine, build_fonts_dictionary=write)
