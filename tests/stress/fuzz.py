"""Feeds the program what it has never seen: `PYTHONPATH=tests python tests/stress/fuzz.py [SECONDS] [NAME …]`; each for
as long.

Files of the tests' courses, and the values of their blocks, are changed and given to the readers of courses, blocks,
rosters, drawings, school templates and a course's own templates; what is accepted is printed, too. All must be set or
be a problem: an exception is written beside its input, in build/fuzz. Inputs are tried in processes of their own, some
dozens in each, so that one that ends its process, or fills it, ends no others.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
import traceback
from collections import Counter
from functools import cache, partial
from hashlib import sha256
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

import yaml
from changing import bent, changed, value
from pptx import Presentation
from xlsxwriter import Workbook

from casefile import COURSE, Case, lay
from coursepack.blocks import KINDS
from coursepack.build import read, ready, stop
from coursepack.judge.verdict import verdict
from coursepack.load import media
from coursepack.load.files import OWN
from coursepack.load.picture import PictureError
from coursepack.outputs import cards, key, packing, pdf, slides, teacher, worksheets
from coursepack.problem import ContentError, Problem
from coursepack.run import budget

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

TOP = Path(__file__).parents[2]
GOLDEN = TOP / "tests" / "golden"
CASES = TOP / "tests" / "cases"
FOUND = TOP / "build" / "fuzz"
UNIT = "units/01-water.md"
HEAD = COURSE[UNIT].partition("A river")[0]
# So many inputs a process.
BATCH = 40
OUTPUTS = (pdf, slides, teacher, key, worksheets, cards)
Files = dict[str, bytes]


def main(seconds: float, wanted: list[str]) -> int:
    """Try each for so long; return how many kinds of exceptions there were."""
    raised = 0
    warm()
    for name in RUNS:
        if not wanted or name in wanted:
            ends, bad, end = Counter[str](), dict[str, str](), time.monotonic() + seconds
            while time.monotonic() < end:
                tried, said = batch(name, time.time_ns())
                ends.update(tried)
                bad.update(said)
            counts = ", ".join(f"{count} {what}" for what, count in sorted(ends.items()))
            print(f"{name}: {ends.total()} inputs ({counts}), {len(bad)} kinds of exceptions", flush=True)
            print(*(f"  {kind}: {kept}\n" for kind, kept in sorted(bad.items())), sep="", end="", flush=True)
            raised += len(bad)
    return raised


def warm() -> None:
    """Load in this process what all the others need, and measure the faces."""
    with TemporaryDirectory() as folder:
        for one in OUTPUTS:
            printed(lay(Path(folder), COURSE), one.__name__.rpartition(".")[2])
    gc.freeze()


def batch(name: str, seed: int) -> tuple[Counter[str], dict[str, str]]:
    """Try some inputs in a process of their own; return how they ended, and where the bad ones raised."""
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    run = context.Process(target=_batch, args=(theirs, name, seed))
    run.start()
    theirs.close()
    try:
        ends, bad = ours.recv()
    except EOFError:
        run.join()
        ends, bad = Counter({"died": 1}), {f"it died: {run.exitcode}": f"{name}, seed {seed}"}
    run.join()
    return ends, bad


def _batch(pipe: Connection, name: str, seed: int) -> None:
    chance, ends, bad = random.Random(seed), Counter[str](), dict[str, str]()  # noqa: S311 nothing secret
    for _ in range(BATCH):
        with TemporaryDirectory() as folder:
            data, call = RUNS[name](chance, Path(folder))
            end, where = tried(data, call, name)
        ends[end] += 1
        bad |= {where: f"{name}-{sha256(data).hexdigest()[:8]}"} if where else {}
    pipe.send((ends, bad))


def tried(data: bytes, call: Callable[[], object], name: str) -> tuple[str, str]:
    """Call a reader; return how that ended, and where it raised what it may not. What it was given is kept then."""
    started = time.process_time()
    try:
        with budget.kept(1, len(data)):
            call()
    except ContentError as error:
        return "refused", "" if all(_is_said(one) for one in error.problems) else _keep(data, name, error)
    except PictureError:
        return "refused", ""
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 it is what is looked for
        return "raised", _keep(data, name, error)
    return ("slow" if time.process_time() - started > 5 else "set"), ""


def _is_said(problem: Problem) -> bool:
    """Tell whether a problem says where, what, and what to do."""
    return bool(problem.span.file and problem.message and problem.help) and "Traceback" not in problem.message


def _keep(data: bytes, name: str, error: BaseException) -> str:
    """Keep an input; return the place that raised."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    FOUND.mkdir(parents=True, exist_ok=True)
    kept = FOUND / f"{name}-{sha256(data).hexdigest()[:8]}"
    kept.write_bytes(data)
    problems = error.problems if isinstance(error, ContentError) else ""
    kept.with_suffix(".txt").write_text(f"{traceback.format_exc()}{problems}", "utf-8")
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"


def printed(root: Path, output: str) -> None:
    """Read a course; judge it and make an output of it, if it is good: what is bad is not looked at further."""
    stop(read(root).problems)
    course = verdict(root)
    made = next(one for one in OUTPUTS if one.__name__.endswith(f".{output}"))
    if output in {"pdf", "slides"} or any(part.exercises() for part in course.pack.units):
        made.make(course, None, "a4")


@cache
def courses_of_tests() -> tuple[Files, ...]:
    """Return the files of small courses of all kinds: the cases, and the units of the golden courses."""
    shared = _files(GOLDEN / "course", {".csv", ".svg", ".yaml"})
    course = {"course.yaml": COURSE["course.yaml"].encode()}
    blocks = [
        {**shared, **course, UNIT: f"{HEAD}{Case(file).fence('markdown')}".encode()}
        for file in sorted((CASES / "blocks").glob("*.md"))
    ]
    problems = [
        {**{path: text.encode() for path, text in COURSE.items()}, **_written(Case(file))}
        for file in sorted((CASES / "problems").glob("*.md"))
    ]
    units = [
        {**_files(root, {".csv", ".svg", ".yaml"}), **course, UNIT: file.read_bytes()}
        for root in sorted(GOLDEN.iterdir())
        for file in sorted(root.glob("units/*.md"))
    ]
    return *blocks, *problems, *units


def _files(root: Path, endings: set[str]) -> Files:
    files = [file for file in sorted(root.rglob("*")) if file.suffix in endings and file.name != "course.yaml"]
    return {str(file.relative_to(root)): file.read_bytes() for file in files}


def _written(case: Case) -> Files:
    return {path: file.text.encode() for path, file in case.files().items() if file.form not in {"symlink", "absent"}}


def _laid(root: Path, files: Files) -> Path:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def _output(chance: random.Random) -> str:
    return chance.choice(OUTPUTS).__name__.rpartition(".")[2]


def courses(chance: random.Random, folder: Path) -> tuple[bytes, Callable[[], object]]:
    """Change a file of a course."""
    seeds = courses_of_tests()
    files = dict(chance.choice(seeds))
    path = UNIT if UNIT in files and chance.random() < 0.5 else chance.choice(sorted(files))
    others = [data for one in chance.choices(seeds, k=3) for name, data in one.items() if name[-4:] == path[-4:]]
    files[path] = changed(files[path], chance, others or [files[path]])
    return _told(files, path), partial(printed, _laid(folder, files), _output(chance))


def _told(files: Files, *paths: str) -> bytes:
    """Return an input as it is kept: the files that were changed, each below its name."""
    return b"".join(b"%s\n%s\n" % (path.encode(), files[path]) for path in paths)


def models(chance: random.Random, folder: Path) -> tuple[bytes, Callable[[], object]]:
    """Change the values of blocks, or fill their fields with what they may not expect."""
    text = HEAD
    for _ in range(chance.randint(1, 2)):
        kind, fields = _bent(chance) if chance.random() < 0.8 else _filled(chance)
        text += f"```{{{kind}}}\n{json.dumps(fields, ensure_ascii=False, default=str)}\n```\n\n"
    files = {**_files(GOLDEN / "course", {".csv", ".svg", ".yaml"}), "course.yaml": COURSE["course.yaml"].encode()}
    files[UNIT] = text.encode("utf-8", "surrogatepass")
    return _told(files, UNIT), partial(printed, _laid(folder, files), _output(chance))


@cache
def blocks_of_tests() -> tuple[tuple[str, object], ...]:
    """Return each block of the cases: its kind, and its fields."""
    found = []
    for files in courses_of_tests():
        for part in files.get(UNIT, b"").decode("utf-8", "replace").split("\n```{")[1:]:
            kind, _, rest = part.partition("}\n")
            try:
                fields = yaml.safe_load(rest.partition("\n```")[0])
            except (yaml.YAMLError, ValueError):
                continue
            found += [(kind, fields)] if isinstance(fields, dict) and kind in KINDS else []
    return tuple(found)


def _bent(chance: random.Random) -> tuple[str, object]:
    kind, fields = chance.choice(blocks_of_tests())
    for _ in range(chance.choice((1, 1, 2, 4))):
        fields = bent(fields, chance)
    return kind, fields


def _filled(chance: random.Random) -> tuple[str, object]:
    kind = chance.choice(sorted(KINDS))
    fields = KINDS[kind].model_fields.items()
    return kind, {
        field.alias or name: value(chance) for name, field in fields if field.is_required() or chance.random() < 0.3
    }


def rosters(chance: random.Random, folder: Path) -> tuple[bytes, Callable[[], object]]:
    """Change a class's list, or a part of a workbook that holds one."""
    seen = [seed.encode(chance.choice(("utf-8", "utf-8-sig", "utf-16", "latin-1")), "replace") for seed in LISTS]
    data = repacked(WORKBOOK, chance) if chance.random() < 0.3 else changed(chance.choice(seen), chance, seen)
    file = folder / "class.csv"
    file.write_bytes(data)
    return data, partial(packing._read, packing.Wish(GOLDEN / "exercises", file), READY, [])  # noqa: SLF001 the rest prints


def drawings(chance: random.Random, _: Path) -> tuple[bytes, Callable[[], object]]:
    """Change a drawing, or a photograph."""
    files = [one for one in GOLDEN.rglob("media/*") if one.is_file()]
    seen = [chance.choice(files).read_bytes() for _ in range(4)]
    data = changed(seen[0], chance, seen)
    return data, partial(media.picture, data)


def schools(chance: random.Random, folder: Path) -> tuple[bytes, Callable[[], object]]:
    """Change a part of a school's template."""
    data = repacked(EMPTY, chance)
    lay(folder, COURSE, {"course.yaml": f"{COURSE['course.yaml']}deck: {{template: school.pptx}}\n"})
    (folder / "school.pptx").write_bytes(data)
    return data, partial(printed, folder, "slides")


def repacked(package: bytes, chance: random.Random) -> bytes:
    """Change a part of a package."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(made, "w", ZIP_STORED) as new:
        names = old.namelist()
        chosen = chance.choice([name for name in names if name.endswith((".xml", ".rels"))])
        others = [old.read(chance.choice(names)) for _ in range(2)]
        for name in names:
            data = old.read(name)
            new.writestr(name, changed(data, chance, others) if name == chosen else data)
    return made.getvalue()


def templates(chance: random.Random, folder: Path) -> tuple[bytes, Callable[[], object]]:
    """Give a course one of our templates as its own, changed."""
    ours = [one for one in sorted(OWN.rglob("*")) if one.suffix in {".j2", ".yaml"} and "themes" not in one.parts]
    file = chance.choice(ours)
    files = {path: text.encode() for path, text in COURSE.items()}
    files[UNIT] = chance.choice([one[UNIT] for one in courses_of_tests() if UNIT in one])
    path = f"templates/{file.relative_to(OWN)}"
    files[path] = changed(file.read_bytes(), chance, [chance.choice(ours).read_bytes() for _ in range(3)])
    return _told(files, path, UNIT), partial(printed, _laid(folder, files), _output(chance))


def _empty() -> bytes:
    made = BytesIO()
    Presentation().save(made)
    return made.getvalue()


def _workbook() -> bytes:
    made = BytesIO()
    book = Workbook(made)
    sheet = book.add_worksheet("class")
    for row, cells in enumerate((("name", "id", "seat"), ("Ada", 1, "A1"), ("Bob", 2.5, "A2"), ("Öz, Zoë", "03", ""))):
        sheet.write_row(row, 0, cells)
    book.close()
    return made.getvalue()


LISTS = (
    *("name,id,group\nAda,1,a\nBob,2,b\n", "Nachname;Vorname;Nr\nÖz;Ada;01\n", "name\tid\nA, B\t7\n"),
    *("name,variant\nA,B\n", 'name,id\n"O\'Neil, ""Jo""",1\nשרה,2\n山田,3\n', "sep=;\nNom;Numéro\nA;1\n"),
)
EMPTY, WORKBOOK = _empty(), _workbook()
READY = ready(GOLDEN / "exercises")
RUNS: dict[str, Callable[[random.Random, Path], tuple[bytes, Callable[[], object]]]] = {
    "courses": courses,
    "models": models,
    "rosters": rosters,
    "drawings": drawings,
    "schools": schools,
    "templates": templates,
}

if __name__ == "__main__":
    numbers = [float(one) for one in sys.argv[1:] if one.replace(".", "").isdigit()]
    sys.exit(bool(main(numbers[0] if numbers else 600, [one for one in sys.argv[1:] if one in RUNS])))
