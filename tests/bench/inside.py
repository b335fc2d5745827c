"""The parts of one handout's build, in seconds of the processor, after everything is imported; printed as JSON.

`inside.py COURSE [UNIT]`
"""

from __future__ import annotations

import json
import sys
import time
from itertools import pairwise
from pathlib import Path

from coursepack.build import ready
from coursepack.render.handout.markup import handout
from coursepack.render.handout.pages import print_handout


def main(course: str, name: str = "") -> None:
    """Build once. The HTML is made twice: on the way to the pages, and then once more to be measured."""
    times = [time.process_time()]
    own = ready(Path(course))
    unit = own.unit(name) if name else None
    times.append(time.process_time())
    theme, templates = own.design.theme, own.design.templates
    print_handout(own.pack, theme, theme.papers["a4"], templates, unit)
    times.append(time.process_time())
    handout(own.pack, theme, theme.papers["a4"], templates, unit)
    times.append(time.process_time())
    parts = ("read", "print", "html")
    print(json.dumps({part: after - before for part, (before, after) in zip(parts, pairwise(times), strict=True)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
