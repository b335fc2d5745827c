"""The handout for readers whom small, slanted and crowded letters hold up: the theme `easy` over the course's own."""

from __future__ import annotations

from functools import partial

from coursepack.outputs import pdf
from coursepack.outputs.output import Output, companion_files
from coursepack.render.look import papers

OUTPUT = Output(
    "print the handout easy to read: larger, wider apart, nothing slanted",
    pdf.make,
    companion_files("easy"),
    rank=16,
    paper=partial(papers.edition, "easy"),
)
