"""Lays pieces out, each once: what was laid out before from the same is taken from the store."""

from __future__ import annotations

import json
from functools import cached_property, partial
from html import unescape
from typing import TYPE_CHECKING

from weasyprint.text.ffi import pango

from coursepack.render.handout import capture
from coursepack.render.handout.bench import Bench
from coursepack.render.handout.piece import unpacked
from coursepack.render.handout.sharing import Alone, Sharing, Task
from coursepack.run import inputs, store
from coursepack.run.hands import at_hand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.render.handout.bench import Wanted
    from coursepack.render.handout.fetch import CourseFetcher
    from coursepack.render.handout.piece import Piece
    from coursepack.render.look.theme import Paper


class Laying:
    """A style sheet and what it opens; `names` says in words where anchors are.

    Pieces are made by workers, if there are any, and are there when they are made: until then there is nothing.
    """

    def __init__(
        self, css: str, paper: Paper | None, fetcher: CourseFetcher, names: Mapping[str, str], *, black: bool = False
    ) -> None:
        self.css, self.paper, self.fetcher, self.names, self.black = css, paper, fetcher, names, black
        self.bench = partial(Bench, css, paper, fetcher, names, is_black=black)
        self.work = Sharing(at_hand(), self.bench) if at_hand() else Alone(self.bench())
        self.made: dict[str, Piece | None] = {}
        self.keys: dict[Wanted, tuple[str, str]] = {}

    @cached_property
    def stamp(self) -> str:
        """What all pieces come of: the style sheet, the measures of the paper, the faces, and what lays out."""
        measures = repr((self.paper, self.black, pango.pango_version()))
        return store.key(inputs.program(), self.css, measures, *self.files)

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The font files, by their digests."""
        return self.fetcher.faces()

    def styles(self, html: str) -> dict[int, tuple[str, str]]:
        """Return what elements with `data-probe` say of breaks before and after them."""
        name = store.key("breaks", self.stamp, html)
        found = json.loads(store.kept(name, lambda: json.dumps(list(self.bench().breaks(html))).encode()))
        # An element's own box comes before those of its lines, which say nothing of breaks.
        return {number: (before, after) for number, before, after in reversed(found)}

    def told(self, wanted: Wanted, *, keep: bool = True, weight: int = 0) -> Piece | None:
        """Return what is on which page of a piece; `keep` it if it is to be drawn. What weighs more comes first."""
        name, _ = self.key(wanted)
        return self._piece(Task(name, "lay", (name, wanted, keep), weight, held=name if keep else ""))

    def drawn(self, wanted: Wanted, first: int) -> Piece | None:
        """Return a piece whose first page has this number."""
        laid, words = self.key(wanted)
        return self._piece(Task(store.key("piece", laid, str(first), words), "draw", (laid, wanted, first), of=laid))

    def wait(self) -> None:
        """Wait until something is made."""
        for name, data in self.work.taken():
            self._keep(name, data)

    def key(self, wanted: Wanted) -> tuple[str, str]:
        """Return the name of all that a piece's layout comes of, but for its pictures, and the words of its links."""
        if wanted not in self.keys:
            how = repr((wanted.odd, wanted.blank, wanted.short, wanted.mended))
            leads = sorted({unescape(lead) for lead in capture.LEAD.findall(wanted.source)})
            words = json.dumps([(lead, self.names.get(lead)) for lead in leads])
            self.keys[wanted] = store.key("told", self.stamp, wanted.source, how), words
        return self.keys[wanted]

    def _piece(self, task: Task) -> Piece | None:
        """Return a piece that was made, now or once, or have it made."""
        if task.name not in self.made:
            self.made[task.name] = self._kept(task.name)
            if self.made[task.name] is None:
                self._keep(task.name, self.work.ask(task))
        return self.made[task.name]

    def _kept(self, name: str) -> Piece | None:
        """Return a piece from the store, if the pictures in it are still the same."""
        data = store.get(name)
        found = unpacked(data) if data is not None else None
        return found if found and found.media == self.fetcher.digests(found.media) else None

    def _keep(self, name: str, data: bytes | None) -> None:
        if data is not None:
            store.put(name, data)
            # Read back: a piece is the same whether it was kept or not.
            self.made[name] = unpacked(data)
