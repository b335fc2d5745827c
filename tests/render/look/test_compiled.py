"""What templates are compiled to, as the next process finds it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2.sandbox import SandboxedEnvironment

from coursepack.render.look import compiled, templates

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of coursepack's own templates, and an installation that has kept nothing yet."""
    folder = tmp_path / "own"
    (folder / "templates").mkdir(parents=True)
    monkeypatch.setattr(compiled, "OWN", folder)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "installed"))
    return folder


def started(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> Environment:
    """Return what a process has that just started."""
    monkeypatch.setattr(templates, "COMPILED", compiled.Compiled())
    return templates.environment(folders)


def kept(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "installed").rglob("templates/*"))


def test_a_template_of_ours_is_compiled_once_for_all_processes(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "a.html.j2").write_text("{{ 1 + 1 }}")
    started(monkeypatch, own).get_template("a.html.j2")
    assert len(kept(tmp_path)) == 1
    monkeypatch.setattr(SandboxedEnvironment, "compile", lambda *_: pytest.fail("compiled again"))
    assert started(monkeypatch, own).get_template("a.html.j2").render() == "2"


def test_its_next_text_takes_the_place_of_the_last(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("one", "two"):
        (own / "a.html.j2").write_text(text)
        assert started(monkeypatch, own).get_template("a.html.j2").render() == text
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize("damage", [b"", b"x" * 90])
def test_what_is_damaged_is_compiled_again(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    (own / "a.html.j2").write_text("text")
    for _ in range(2):
        assert started(monkeypatch, own).get_template("a.html.j2").render() == "text"
        kept(tmp_path)[0].write_bytes(damage)


def test_other_filters_are_other_code(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown filter is an error in what a template is compiled to."""
    (own / "a.html.j2").write_text("{{ 'x'|mine if known else 'y' }}")
    assert started(monkeypatch, own).get_template("a.html.j2").render(known=False) == "y"
    page = started(monkeypatch, own)
    page.filters["mine"] = str.upper
    assert page.get_template("a.html.j2").render(known=True) == "X"
    assert len(kept(tmp_path)) == 2


@pytest.mark.usefixtures("own")
def test_nothing_of_a_course_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html.j2").write_text("text")
    assert started(monkeypatch, tmp_path).get_template("a.html.j2").render() == "text"
    assert not kept(tmp_path)


@pytest.mark.parametrize("prefix", ["/dev/null", sys.base_prefix])
def test_without_a_virtual_environment_templates_are_compiled_each_time(
    own: Path, monkeypatch: pytest.MonkeyPatch, prefix: str
) -> None:
    monkeypatch.setattr(sys, "prefix", prefix)
    (own / "a.html.j2").write_text("text")
    assert started(monkeypatch, own).get_template("a.html.j2").render() == "text"


def test_what_is_kept_is_read_once_in_a_process(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "a.html.j2").write_text("text")
    for _ in range(2):
        started(monkeypatch, own).get_template("a.html.j2")
    kept(tmp_path)[0].unlink()
    monkeypatch.setattr(SandboxedEnvironment, "compile", lambda *_: pytest.fail("compiled again"))
    assert templates.environment([own]).get_template("a.html.j2").render() == "text"
