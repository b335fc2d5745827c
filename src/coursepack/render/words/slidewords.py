"""Marked-up text on slides and in notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from coursepack.render.words import linear
from coursepack.render.words.binding import NBSP
from coursepack.render.words.equation import native
from coursepack.render.words.highlight import plain
from coursepack.render.words.html import Words
from coursepack.render.words.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from coursepack.pack import Medium


class SlideWords(Words):
    """Words on slides and in notes: no links inside the course, no explanations."""

    medium: Medium = "slides"

    def math(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A formula: its LaTeX for a native one, and its signs in a row wherever there can be none."""
        latex = tokens[idx].content
        stop = tokens[idx].meta.get("stop", "")
        return f'<span data-latex="{escape(latex)}">{escape(linear.linear(latex))}</span>{stop}'

    def math_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A formula between two paragraphs: a paragraph of its own, or a figure where Office can't set it."""
        latex = tokens[idx].content
        if not native(latex):
            alt = spoken(latex, self.pack.labels["spoken"])
            return f'<div class="part" data-latex="{escape(latex)}" data-alt="{escape(alt)}"></div>'
        return f"<p>{self.math(tokens, idx, options, env)}</p>"

    def footnote(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A footnote: its number, with its words for the slide's notes."""
        number, words = self.noted(tokens[idx])
        return f'<sup data-footnote="{number}">{words}</sup>'

    def box(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The box of a task, as a sign that the deck's faces have."""
        return "\u221a " if tokens[idx].meta["ticked"] else "\u25a1 "

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A table in a text: a figure of its own, called by its head, or by the first cells of its rows."""
        head = next((n for n in range(idx, len(tokens)) if tokens[n].type == "thead_close"), idx)
        last = next((n for n in range(idx, len(tokens)) if tokens[n].type == "table_close"), idx)
        rows = (place for place in range(head, last) if tokens[place].type == "tr_open")
        alt = _named(tokens[idx:head]) or _named([tokens[place + 2] for place in rows])
        shares = ",".join(f"{share:g}" for share in tokens[idx].meta.get("widths", ()))
        widths = f' data-widths="{shares}"' if shares else ""
        return f'<table class="part" data-alt="{escape(alt)}"{widths}>'

    def joined(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The place of a table that another cell covers: a cell of its own on a slide."""
        return f'<td data-join="{escape(tokens[idx].content)}"></td>'

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A cell says how many columns it takes."""
        made, across = self.renderToken(tokens, idx, options, env), tokens[idx].attrs.get("colspan")
        return made.replace(">", f' data-across="{across}">') if across else made

    th_open = td_open

    def gap(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A gap: ruled with signs, or with its answer in the accent."""
        answer = "" if tokens[idx].meta.get("choices") else tokens[idx].content
        shown = f'<strong data-colour="accent">{self.tongue(tokens[idx], self.set(answer))}</strong>'
        return shown if answer else super().gap(tokens, idx, options, env)

    def room(self, length: int) -> str:
        """What stands in an empty gap: a slide's text has no widths, so it is ruled with signs."""
        return "_" * length

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Code between two fences: a figure of its own, a paragraph a line, with blanks that are not folded."""
        lines = plain(tokens[idx].content).replace(" ", NBSP).split("\n")
        made = "".join(f"<p><code>{escape(line) or NBSP}</code></p>" for line in lines)
        return f'<div class="part code">{made}</div>'


def _named(tokens: Sequence[Token]) -> str:
    """Return the words of cells, in a row."""
    cells = (one.children or [] for one in tokens if one.type == "inline")
    return ", ".join(filter(None, ("".join(child.content for child in cell) for cell in cells)))
