"""Kills builds at random moments, and looks at what they leave: `PYTHONPATH=tests python tests/stress/kills.py
[KILLS] [SCHEDULER]`.

Whatever moment it is, files are the old ones or the new ones, whole; no worker goes on; and no name of a student stands
in the system's folder for temporary files.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from casefile import COURSE, lay

EXERCISE = """
```{multiple-choice}
id: first
points: 1
text: Where does it begin?
objectives: [1]
options:
  - {text: At a spring, right: true, reason: Water wells up there.}
  - {text: At its mouth, reason: It ends there.}
```
"""
PROGRAM = Path(sys.executable).parent / "coursepack"
NAMES = [f"Zq{letter}xvind Mark{letter}" for letter in "abcd"]
# Other runs write here too: only what this one may have left is looked at.
STATES = dict[str, str]


def main(kills: int, scheduler: str) -> int:
    """Kill each output in turn; return how many runs left what they should not."""
    bad, chance = 0, random.Random(7)  # noqa: S311 nothing secret
    with TemporaryDirectory() as folder:
        root = Path(folder)
        unit = "units/01-water.md"
        # It is printed quickly.
        lay(root / "course", COURSE, {unit: COURSE[unit] + EXERCISE})
        roster = root / "class.csv"
        roster.write_text("name,id\n" + "".join(f"{name},{number}\n" for number, name in enumerate(NAMES)), "utf-8")
        for count, name in enumerate(commands := builds(root, scheduler)):
            command, out = commands[name]
            old, new, seconds = states(root, command, out, roster)
            ends = {"old": 0, "new": 0, "mixed": 0}
            for _ in range(kills // len(commands) + (count < kills % len(commands))):
                put(root / "old", out)
                left = killed(command, out.parent, moment(chance) * seconds)
                found = state(out)
                end = "old" if found == old else "new" if found == new else "mixed"
                ends[end] += 1
                bad += end == "mixed" or bool(left)
                for what in left:
                    print(f"{name}: {what}")
                if end == "mixed":
                    print(f"{name}: {sorted(set(found.items()) ^ set(old.items()))[:6]}")
                subprocess.run(command, cwd=root, capture_output=True, check=True) if end == "mixed" else None
            print(f"{name}: {sum(ends.values())} kills within {seconds:.1f} s, {ends}", flush=True)
    return bad


def moment(chance: random.Random) -> float:
    """Return any share of a run, or, half of the time, one of its end, when files are written."""
    return chance.uniform(*chance.choice([(0.02, 1.05), (0.8, 1.05)]))


def builds(root: Path, scheduler: str) -> dict[str, tuple[list[str], Path]]:
    """Return each command with the folder of its outputs."""
    made = {}
    for name, ending in (("pdf", "handout.pdf"), ("slides", "deck.pptx"), ("packs", "packs")):
        out = root / f"out-{name}"
        command = [str(PROGRAM), name, str(root / "course"), "-o", str(out / ending)]
        more = ["--unit", "1", "--roster", str(root / "class.csv"), "--each"] if name == "packs" else ["--unit", "1"]
        made[name] = ([*command, *more, *(["--scheduler", scheduler] if scheduler and name == "packs" else [])], out)
    return made if not scheduler else {"packs": made["packs"]}


def states(root: Path, command: list[str], out: Path, roster: Path) -> tuple[STATES, STATES, float]:
    """Build an old state, which is kept, and a new one of a course that has changed; return both, and the seconds."""
    course = root / "course" / "course.yaml"
    text = course.read_text("utf-8")
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    old = state(out)
    shutil.rmtree(root / "old", ignore_errors=True)
    shutil.copytree(out, root / "old")
    course.write_text(text.replace("title: ", "title: New ", 1), "utf-8")
    begun = time.monotonic()
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    assert roster.is_file()
    assert state(out) != old
    return old, state(out), time.monotonic() - begun


def put(kept: Path, out: Path) -> None:
    """Put the old state in its place, over what a killed run left: files of its own stay."""
    for path in [one for one in out.rglob("*") if one.is_file() and ".coursepack" not in one.parts]:
        path.unlink()
    shutil.copytree(kept, out, dirs_exist_ok=True)


def state(out: Path) -> STATES:
    """Return what the outputs are, by their paths; what a run has not finished is none of them."""
    files = [one for one in out.rglob("*") if one.is_file() and ".coursepack" not in one.parts]
    return {str(one.relative_to(out)): sha256(one.read_bytes()).hexdigest() for one in files}


def killed(command: list[str], root: Path, seconds: float) -> list[str]:
    """Run a command, kill it after a while, and return what it left behind that it should not."""
    temporary = root / "temporary"
    temporary.mkdir(exist_ok=True)
    mark = f"kill-{time.monotonic_ns()}"
    with subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "COURSEPACK_MARK": mark, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as run:
        time.sleep(seconds)
        run.send_signal(signal.SIGKILL)
    time.sleep(0.5)
    return [*workers(mark), *names(temporary)]


def workers(mark: str) -> list[str]:
    """Return the processes that a killed run left, which have five seconds to find out."""
    for _ in range(10):
        found = [one for one in Path("/proc").glob("[0-9]*/environ") if has(one, mark)]
        if not found:
            return []
        time.sleep(0.5)
    return [f"left a worker: {one.parent.name}" for one in found]


def names(folder: Path) -> list[str]:
    """Return the temporary files that hold a student's name."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [f"left a name in {file}" for file in files if any(has(file, name.split()[0]) for name in NAMES)]


def has(file: Path, word: str) -> bool:
    """Tell whether a file, which may be gone meanwhile, holds a word."""
    try:
        return word.encode() in file.read_bytes()
    except OSError:
        return False


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    addresses = [one for one in sys.argv[1:] if "://" in one]
    sys.exit(main(numbers[0] if numbers else 200, addresses[0] if addresses else ""))
