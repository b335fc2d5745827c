from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursepack.cli import main
from coursepack.problem import ContentError, Problem, Span
from coursepack.render.handout import filters
from coursepack.render.slides.native import filling
from coursepack.render.words import html
from coursepack.run import fault

if TYPE_CHECKING:
    from collections.abc import Callable

BODY = """\
## S

A line.

```{callout}
kind: task
body: Do this.
slide: {title: This one, notes: Said.}
```
"""


def fail(*_: object, **__: object) -> None:
    message = "nobody has foreseen this"
    raise KeyError(message)


@pytest.mark.parametrize(("module", "name"), [(html.Words, "prose"), (filling, "fill")], ids=["paper", "deck"])
@pytest.mark.parametrize("command", ["check", "pdf", "slides", "build"])
def test_what_nobody_foresaw_is_one_line_with_the_place(  # noqa: PLR0913, PLR0917 fixtures
    unit: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    module: object,
    name: str,
) -> None:
    root = unit(BODY)
    monkeypatch.chdir(tmp_path)
    Path("build").mkdir()
    monkeypatch.setattr(module, name, fail)
    assert main([command, str(root)]) == 2
    # Where others lay pages out while it is judged, what is being done is said before.
    (line,) = (line for line in capsys.readouterr().err.splitlines() if not line.endswith("…"))
    assert line.startswith("fault[KeyError]: this is a fault of coursepack's own, met while working on ")
    assert str(root) in line
    assert line.endswith("; the traceback is in build/course/fault.txt")
    kept = Path("build/course/fault.txt").read_text()
    assert kept.startswith("Traceback")
    assert "nobody has foreseen this" in kept


def test_the_place_is_that_of_the_block(
    unit: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = unit(BODY)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(filters, "listing", fail)
    code = "## S\n\nWords.\n\n```{code}\nlanguage: python\ncode: print(1)\n```\n"
    root = unit(code)
    assert main(["check", str(root)]) == 2
    assert f"working on {root}/units/01-water.md:13:1; " in capsys.readouterr().err


def test_of_a_roster_only_frames_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build").mkdir()
    with pytest.raises(ValueError, match="Amara") as caught:
        int("Amara Okafor")
    kept = fault.keep(caught.value, "course", private=True).read_text()
    assert kept.endswith("ValueError\n")
    assert "test_of_a_roster" in kept
    assert "invalid literal" not in kept


def test_without_a_build_folder_it_is_kept_where_the_system_has_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fault.tempfile, "gettempdir", lambda: str(tmp_path))
    assert fault.keep(ValueError(), "my course/ü") == tmp_path / "coursepack-my-course-ü-fault.txt"


def test_the_innermost_place_stays_and_a_mistake_has_none() -> None:
    inner, outer = Span("a.md", 7), Span("a.md", 3)
    with pytest.raises(ValueError, match="x") as caught, fault.working_on(outer), fault.working_on(inner):
        raise ValueError("x")  # noqa: EM101 any fault
    assert fault.place(caught.value) == "a.md:7:1"
    with pytest.raises(ContentError) as said, fault.working_on(outer):
        raise ContentError([Problem(inner, "a", "b")])
    assert fault.place(said.value) is None
