"""A folder that make runs in, whose programs only say what they were asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]

# Makes the stand-in of a virtual environment. Its pip fails as long as there is a file `offline`; its coursepack
# fails on a course with a file `mistake`, and edits a course with a file `editing` while it builds it.
PYTHON = r"""#!/bin/sh
[ "$1 $2" = "-m venv" ] || exit 0
echo "venv" >> log
mkdir -p .venv/bin
printf '#!/bin/sh\ntest ! -e offline\n' > .venv/bin/pip
cat > .venv/bin/coursepack <<'SCRIPT'
#!/bin/sh
printf '%s\n' "$*" >> log
test ! -e "$2"/mistake || exit 1
test ! -e "$2"/editing || { sleep 0.05; touch "$2"/course.yaml; }
for out; do :; done
case $1 in
    present) out=$out/index.html ;;
    packs) out=$out/print.pdf ;;
    variants) out=$out/permutations.pdf ;;
esac
mkdir -p "$(dirname "$out")"
date > "$out"
SCRIPT
chmod +x .venv/bin/*
"""

HANDOUT = "pdf content/demo --paper=a4 -o build/demo/handout.pdf"

TOLD = "--paper=a4 --edition=teacher --pages=build/demo/handout.pages.json"

STUDENTS = TOLD.replace("teacher", "student")

SLIDES = f"slides content/demo {TOLD} -o build/demo/slides.pptx"


class Project:
    """A folder with the real Makefile and a course of four files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("python", PYTHON).chmod(0o755)
        self.write("content/demo/course.yaml")
        self.write("content/demo/units/03-from-then-to-now.md")
        self.write("content/demo/units/12-what-next.md")
        self.write("content/demo/media/old map.png")
        self.write("templates/print.css")
        self.write("src/coursepack/cli.py")
        shutil.copy(ROOT / "Makefile", folder)
        shutil.copytree(ROOT / "setup", folder / "setup")

    def write(self, path: str, text: str = "") -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run make as from a shell, not as from the make that may run these tests."""
        clean = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
        clean["PATH"] = f"{self.folder / 'bin'}:{clean['PATH']}"
        command = ["make", "PYTHON=./python", *words]
        if not any(word.startswith("COURSE=") for word in words):
            command.append("COURSE=demo")
        return subprocess.run(command, cwd=self.folder, env=clean, capture_output=True, text=True, check=False)

    def started(self) -> list[str]:
        """Return which programs of `bin`, which keep a list, make starts where nothing is to be made."""
        self.write("started")
        assert self.run("pdf").returncode == 0
        return sorted((self.folder / "started").read_text().splitlines())

    def make(self, *words: str) -> list[str]:
        """Run make and return what it started."""
        log = self.write("log")
        done = self.run(*words)
        assert done.returncode == 0, done.stdout + done.stderr
        return log.read_text().splitlines()
