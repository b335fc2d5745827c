"""Parts of a handout's build, measured in one process beside plain WeasyPrint on the same HTML, by turns.

`inside.py COURSE ROUNDS [UNIT]` prints the medians in seconds of the processor as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from coursepack.build import ready
from coursepack.render.handout.fetch import BASE, CourseFetcher
from coursepack.render.handout.markup import Handout, handout
from coursepack.render.handout.pages import print_handout
from coursepack.render.theme import font_path


class Clock:
    """Adds up what each part takes."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = {}
        self.last = time.process_time()

    def lap(self, part: str) -> None:
        """Count the time since the last lap for a part."""
        now = time.process_time()
        self.times.setdefault(part, []).append(now - self.last)
        self.last = now


def main(course: Path, rounds: int, name: str = "") -> None:
    """Build by turns, and print the medians."""
    clock = Clock()
    for _ in range(rounds):
        clock.last = time.process_time()
        own = ready(course)
        unit = own.unit(name) if name else None
        theme, templates = own.design.theme, own.design.templates
        paper = theme.papers["a4"]
        clock.lap("read")
        made = handout(own.pack, theme, paper, templates, unit)
        clock.lap("html")
        print_handout(own.pack, theme, paper, templates, unit)
        clock.lap("print")
        fetcher = CourseFetcher(own.course.media, {font_path(face.file).as_uri() for face in theme.faces})
        plain(made, fetcher)
        clock.lap("plain")
    print(json.dumps({part: median(times) for part, times in clock.times.items()}))


def plain(made: Handout, fetcher: CourseFetcher) -> bytes | None:
    """Do what `weasyprint --pdf-variant pdf/ua-1` does."""
    fonts = FontConfiguration()
    css = CSS(string=made.css, font_config=fonts, url_fetcher=fetcher, base_url=BASE)
    page = HTML(string=made.html, base_url=BASE, url_fetcher=fetcher)
    return page.write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
