"""Feeds the readers what they have never seen: `python tests/stress/fuzz.py [SECONDS] [NAME …]`; each for as long.

Files of the courses of the tests are changed by bytes and pieces of each other, and given to the readers of courses, of
rosters, of drawings and of a school's template; `models` fills the fields of blocks. Whatever comes must be set or be a
problem: an exception is written beside its input, in build/fuzz.
"""

from __future__ import annotations

import json
import random
import sys
import time
import traceback
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

from pptx import Presentation

from coursepack import budget
from coursepack.blocks import KINDS
from coursepack.build import ready
from coursepack.judge.verdict import verdict
from coursepack.load import media
from coursepack.load.picture import PictureError
from coursepack.outputs import packs
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable

TOP = Path(__file__).parents[2]
GOLDEN = TOP / "tests" / "golden"
FOUND = TOP / "build" / "fuzz"
# What others have written into files of every kind that a reader knows.
PIECES = [
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
        b"\r",
        b"\t",
        b"\n\n",
        b"---\n",
        b"```",
        b"```{figure}\n",
    ),
    *(b"&a ", b"*a", b"!!float ", b"<<: ", b"? ", b"- ", b": ", b"{", b"}", b"[", b"](", b"|", b">", b"#", b"'", b'"'),
    *(b"$", b"$$", b"\\frac", b"\\left(", b"{{", b"{%", b"[^1]", b"@figure:", b"{.gap}", b"{.term}", b":::", b"<!--"),
    *(b"1e308", b"-0", b"nan", b"9" * 40, b"0.1", b"=1+1", b"2024-02-30", b"../", b"/etc/passwd", b"https://a.example"),
    *(
        b"<svg",
        b"<g>",
        b"</g>",
        b'href="#a"',
        b"url(#a)",
        b'style="',
        b"<use ",
        b"&#0;",
        b"<![CDATA[",
        b"<!ENTITY a 'b'>",
    ),
]


def main(seconds: float, wanted: list[str]) -> int:
    """Run each for so long; return how many inputs raised what they should not."""
    raised = 0
    for name, run in RUNS.items():
        if not wanted or name in wanted:
            chance = random.Random(time.time_ns())  # noqa: S311 nothing secret
            tried, bad, end = 0, set[str](), time.monotonic() + seconds
            while time.monotonic() < end:
                tried += 1
                said = run(chance)
                bad |= {said} if said else set()
            print(f"{name}: {tried} inputs, {len(bad)} kinds of exceptions", *sorted(bad), sep="\n  ", flush=True)
            raised += len(bad)
    return raised


def changed(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Change a file in one to six places."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(made))
        end = min(len(made), at + chance.choice((0, 1, 4, 40, 400)))
        other = chance.choice(others)
        cut = chance.randint(0, len(other))
        put = chance.choice(
            (chance.choice(PIECES), chance.choice(PIECES) * 40, other[cut : cut + 200], b"", made[at:end] * 3)
        )
        made[at:end] = put
    return bytes(made)


def tried(data: bytes, call: Callable[[], object], name: str) -> str:
    """Call a reader; return where it raised what no reader may raise, and keep what it was given."""
    try:
        with budget.kept(2, len(data)):
            call()
    except (ContentError, PictureError):
        return ""
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        last = traceback.extract_tb(error.__traceback__)[-1]
        FOUND.mkdir(parents=True, exist_ok=True)
        kept = FOUND / f"{name}-{type(error).__name__}-{sha256(data).hexdigest()[:8]}"
        kept.write_bytes(data)
        kept.with_suffix(".txt").write_text(traceback.format_exc(), "utf-8")
        return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}, {kept.name}"
    return ""


def courses(chance: random.Random) -> str:
    """Change a file of a course, and judge the course."""
    root = chance.choice([GOLDEN / "course", GOLDEN / "exercises", GOLDEN / "native"])
    files = sorted(one for one in root.rglob("*") if one.suffix in {".yaml", ".md", ".csv", ".svg"})
    file = chance.choice(files)
    data = changed(file.read_bytes(), chance, [chance.choice(files).read_bytes() for _ in range(3)])
    with TemporaryDirectory() as folder:
        copytree(root, Path(folder) / "course", ignore=ignore_patterns("*.pptx"))
        (Path(folder) / "course" / file.relative_to(root)).write_bytes(data)
        if file.parent.name == "units":
            # A unit alone: that is quick, and what it names is missing.
            alone = f"title: Rivers\nlanguage: en\nunits: [units/{file.name}]\n"
            (Path(folder) / "course" / "course.yaml").write_text(alone, "utf-8")
        return tried(data, partial(verdict, Path(folder) / "course"), f"courses-{file.stem}")


def rosters(chance: random.Random) -> str:
    """Change a class's list."""
    seeds = [
        "name,id,group\nAda,1,a\nBob,2,b\n",
        "Nachname;Vorname;Nr\nÖz;Ada;01\n",
        "name\tid\nA, B\t7\n",
        "name,variant\nA,B\n",
    ]
    seen = [seed.encode(chance.choice(("utf-8", "utf-16", "latin-1")), "replace") for seed in seeds]
    data = changed(chance.choice(seen), chance, seen)
    return tried(data, partial(roster_of, data), "roster")


def roster_of(data: bytes) -> None:
    """Read a class's list."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "class.csv"
        file.write_bytes(data)
        packs._read(packs.Wish(GOLDEN / "exercises", file), COURSE, [])  # noqa: SLF001 the rest prints


def drawings(chance: random.Random) -> str:
    """Change a drawing, or a photograph."""
    files = [one for one in GOLDEN.rglob("media/*") if one.is_file()]
    seen = [chance.choice(files).read_bytes() for _ in range(4)]
    data = changed(seen[0], chance, seen)
    return tried(data, partial(media.picture, data), "drawing")


def schools(chance: random.Random) -> str:
    """Change a part of a school's template."""
    made = BytesIO()
    with ZipFile(BytesIO(EMPTY)) as old, ZipFile(made, "w", ZIP_STORED) as new:
        names = old.namelist()
        chosen = chance.choice([name for name in names if name.endswith((".xml", ".rels"))])
        others = [old.read(chance.choice(names)) for _ in range(2)]
        for name in names:
            data = old.read(name)
            new.writestr(name, changed(data, chance, others) if name == chosen else data)
    with TemporaryDirectory() as folder:
        deck = "deck: {template: school.pptx}\n"
        root = laid(Path(folder), f"{HEAD}A river begins at a spring.\n", deck)
        (root / "school.pptx").write_bytes(made.getvalue())
        return tried(made.getvalue(), partial(verdict, root), "school")


def _empty() -> bytes:
    made = BytesIO()
    Presentation().save(made)
    return made.getvalue()


def models(chance: random.Random) -> str:
    """Fill the fields of blocks and exercises with what they may not expect."""
    kinds = KINDS
    text = HEAD
    for _ in range(3):
        name = chance.choice(sorted(kinds))
        model = kinds[name]
        fields = {
            field.alias or key: value(chance, 0)
            for key, field in model.model_fields.items()
            if field.is_required() or chance.random() < 0.3
        }
        text += f"```{{{name}}}\n{json.dumps(fields, ensure_ascii=False)}\n```\n\n"
    with TemporaryDirectory() as folder:
        root = laid(Path(folder), text)
        return tried(text.encode("utf-8", "surrogatepass"), partial(verdict, root), "models")


def laid(root: Path, text: str, more: str = "") -> Path:
    """Write a course of one text."""
    (root / "course.yaml").write_text(f"title: Rivers\nlanguage: en\nunits: [a.md]\n{more}", "utf-8")
    (root / "a.md").write_text(text, "utf-8", "surrogatepass")
    return root


def value(chance: random.Random, depth: int) -> object:
    """Return what YAML may hold."""
    if depth < 3 and chance.random() < 0.4:
        many = chance.randint(0, 4)
        if chance.random() < 0.5:
            return [value(chance, depth + 1) for _ in range(many)]
        return {chance.choice(KEYS): value(chance, depth + 1) for _ in range(many)}
    return chance.choice([*KEYS, *PLAIN, "x " * chance.randint(1, 300), chance.randint(-9, 9), chance.choice(PLAIN)])


KEYS = (
    "text",
    "title",
    "right",
    "points",
    "id",
    "x",
    "y",
    "column",
    "label",
    "nodes",
    "edges",
    "from",
    "to",
    "min",
    "max",
)
PLAIN: tuple[object, ...] = (
    *(
        "",
        " ",
        "a",
        "*a*",
        "**",
        "$x^2$",
        "$$",
        "[a]{.gap}",
        "[a|b]{.choice}",
        "[a]{.term}",
        "@figure:x",
        "[@x]",
        "[^1]",
        "a -> b",
    ),
    *(
        "data/t.csv",
        "media/p.svg",
        "../x",
        "1-2",
        "2024-02-30",
        "\u202e",
        "\x07",
        "\ud800",
        "\u4e2d",
        "\u05d0",
        "{{x}}",
        "x + 1",
        "1/0",
    ),
    *(
        0,
        -1,
        1e308,
        1e-308,
        10**40,
        True,
        False,
        None,
        [],
        {},
        0.5,
        "0.5",
        "50 %",
        "text",
        "wide",
        "bar",
        "line",
        "a\n\nb",
        "- a\n- b",
    ),
)
HEAD = """---
id: models
title: Models
question: What holds?
minutes: 45
objectives: [hold]
---

## Models {#models}

"""
EMPTY = _empty()
COURSE = ready(GOLDEN / "exercises")
RUNS: dict[str, Callable[[random.Random], str]] = {
    "courses": courses,
    "rosters": rosters,
    "drawings": drawings,
    "schools": schools,
    "models": models,
}

if __name__ == "__main__":
    numbers = [float(one) for one in sys.argv[1:] if one.replace(".", "").isdigit()]
    sys.exit(bool(main(numbers[0] if numbers else 300, [one for one in sys.argv[1:] if one in RUNS])))
