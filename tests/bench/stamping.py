"""What a copy more takes: stamped, or printed anew. In seconds of the processor, after everything is imported; as JSON.

`stamping.py COURSE UNIT`. A stamp is made and put on its pages; the names are those of a class of 200.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from rosters import roster

from coursepack.build import ready
from coursepack.outputs import packing
from coursepack.render.handout.pages import print_handout
from coursepack.run.jobs import here

STUDENTS = 200


def main(course: str, unit: str) -> None:
    """Print one variant, then its copies."""
    with TemporaryDirectory() as folder:
        names = Path(folder) / "roster.csv"
        names.write_text(roster(STUDENTS), "utf-8")
        made = packing.make(packing.Wish(Path(course), names, (unit,), variants=1, each=True), here)
        # The first batch of stamps sets up the faces: what that takes is none of a copy more.
        files = (len(b"".join(parts)) for _, parts in made.files)
        first = sum(islice(files, packing.BATCH))
        begin = time.process_time()
        size = first + sum(islice(files, STUDENTS - packing.BATCH))
        copy = (time.process_time() - begin) / (STUDENTS - packing.BATCH)
    print(json.dumps({"anew": anew(course, unit), "copy": copy, "bytes": size}))


def anew(course: str, unit: str) -> float:
    """Print the unit once more, everything being imported."""
    own = ready(Path(course))
    start = time.process_time()
    theme, part = own.design.theme, own.unit(unit)
    print_handout(own.pack, theme, theme.papers["a4"], own.design.templates, part)
    return time.process_time() - start


if __name__ == "__main__":
    main(*sys.argv[1:])
