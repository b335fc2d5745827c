"""The preview, asked as a browser asks, and in a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import closing, nullcontext
from http.client import HTTPConnection
from io import BytesIO
from threading import Thread
from typing import TYPE_CHECKING
from weakref import ReferenceType, ref

import pytest
from PIL import Image
from pypdf import PdfReader
from weasyprint.text.fonts import FontConfiguration

from casefile import COURSE, lay
from coursepack.judge import deck
from coursepack.run import budget
from coursepack.watch.desk import Desk
from coursepack.watch.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from coursepack.build import Ready
    from coursepack.pack import PackPart

BROKEN = "units/01-water.md"


@pytest.fixture
def desk(course: Callable[..., Path]) -> Desk:
    """A preview of a course that the run's store knows, so that beginning takes no time."""
    return looking(course())


def looking(root: Path) -> Desk:
    made = Desk(root, "edit://{file}:{line}:{column}", nullcontext)
    assert made.look()
    return made


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview that is only read."""
    desk = looking(lay(tmp_path_factory.mktemp("preview") / "course", COURSE))
    with Server(desk, 0) as made:
        Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=30)) as line:
        line.request(method, path, headers=headers)
        answer = line.getresponse()
        return answer.status, answer.read()


def test_pages_and_slides_are_shown_as_they_print(server: Server) -> None:
    state = json.loads(ask(server, "/state")[1])
    assert state["busy"] is False
    assert state["problems"] == []
    assert [name for name, _ in state["choices"]["unit"]] == ["", "01-water"]
    page = Image.open(BytesIO(ask(server, f"/pages/0/{state['pages'][0]}")[1]))
    slide = Image.open(BytesIO(ask(server, f"/slides/0/{state['slides'][0]}")[1]))
    assert page.width / page.height == pytest.approx(210 / 297, abs=0.01)
    assert slide.width / slide.height == pytest.approx(16 / 9, abs=0.01)


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
def test_only_pages_of_its_own_are_answered(server: Server, headers: dict[str, str]) -> None:
    assert ask(server, "/state", **headers) == (403, b"")


@pytest.mark.parametrize(
    "path", ["/pages/999", "/pages/-1", "/pages/x", "/../pyproject.toml", "/etc/passwd", "/course.yaml"]
)
def test_there_is_nothing_else(server: Server, path: str) -> None:
    assert ask(server, path) == (404, b"")


def test_nothing_can_be_written(server: Server) -> None:
    assert {ask(server, "/state", method)[0] for method in ("POST", "PUT", "DELETE")} == {501}


def test_an_edit_shows_its_page_and_a_mistake_leaves_the_last_good_one(desk: Desk) -> None:
    file = desk.root / BROKEN
    good, before = file.read_text("utf-8"), desk.state
    assert not desk.look()
    file.write_text(good.replace("spring.", "spring, or two."), "utf-8")
    assert desk.look()
    assert desk.state.pages.pages != before.pages.pages
    assert desk.state.first is not None
    assert [one == other for one, other in zip(desk.state.pages.pages, before.pages.pages, strict=True)].index(
        False
    ) == (desk.state.first)
    kept = desk.state.pages
    file.write_text(good.replace("A river", "@section:nowhere: a river"), "utf-8")
    assert desk.look()
    assert desk.state.pages == kept
    assert desk.state.problems[0]["severity"] == "error"
    assert str(desk.state.problems[0]["file"]).startswith(f"{BROKEN}:")
    assert str(desk.state.problems[0]["link"]).startswith(f"edit://{file}:")
    file.write_text(good, "utf-8")
    assert desk.look()
    assert (desk.state.problems, desk.state.pages) == ((), before.pages)


def test_a_deck_that_was_judged_is_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, real = list[ReferenceType[deck.Deck]](), deck.deck

    def made(ready: Ready, unit: PackPart | None, pages: Mapping[str, int]) -> deck.Deck:
        found = real(ready, unit, pages)
        kept.append(ref(found))
        return found

    monkeypatch.setattr(deck, "deck", made)
    file = desk.root / BROKEN
    file.write_text(f"{file.read_text('utf-8')}\nAnd more.\n", "utf-8")
    assert desk.look()
    assert kept
    assert not any(one() for one in kept)


def test_edits_ask_for_the_faces_of_the_machine_no_more(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of each list of them is never freed."""
    asked, begin = list[str](), FontConfiguration.__init__

    def listed(fonts: FontConfiguration) -> None:
        asked.append(unit.read_text("utf-8"))
        begin(fonts)

    unit = desk.root / BROKEN
    text = unit.read_text("utf-8")

    def edit(more: str) -> None:
        unit.write_text(f"{text}\n{more}\n", "utf-8")
        assert desk.look()

    edit("One more.")
    monkeypatch.setattr(FontConfiguration, "__init__", listed)
    edit("And another one.")
    assert not asked


def test_a_unit_that_goes_is_said_and_what_was_shown_stays(desk: Desk) -> None:
    desk.choose({"unit": "01-water"})
    assert desk.look()
    kept = desk.state.pages
    desk.choose({"unit": "02-gone"})
    assert desk.look()
    assert "02-gone" in str(desk.state.problems[0]["message"])
    assert desk.state.pages == kept
    shutil.move(desk.root, desk.root.with_name("elsewhere"))
    assert desk.look()
    assert desk.state.problems
    assert desk.state.pages == kept


def test_other_pages_papers_and_copies_are_shown_as_they_are_chosen(desk: Desk) -> None:
    with (desk.root / BROKEN).open("a", encoding="utf-8") as file:
        file.write("\n```{slide}\ntitle: For me\nfor: teacher\npoints: [a spring]\nnotes: Point at it.\n```\n")
    assert desk.look()
    before = desk.state
    desk.choose({"pages": "teacher", "slides": "student"})
    assert desk.look()
    assert desk.state.pages.pages != before.pages.pages
    assert len(desk.state.slides.pages) < len(before.slides.pages)
    # A page that is another one is not a page that was edited.
    assert desk.state.first is None
    desk.choose({"pages": "booklet", "paper": "letter"})
    assert desk.look()
    assert desk.state.problems == ()
    assert PdfReader(BytesIO(desk.state.pages.pdf)).pages[0].mediabox.width == pytest.approx(11 * 72, 0.01)


def test_what_nobody_can_make_is_not_chosen(desk: Desk) -> None:
    desk.choose({"pages": "packs", "slides": "everybody"})
    assert not desk.look()
    desk.choose({"paper": "papyrus"})
    assert desk.look()
    assert "there is no paper `papyrus`" in str(desk.state.problems[0]["message"])


def test_a_change_in_a_folder_that_the_course_shares_is_seen(desk: Desk) -> None:
    shared = desk.root.parent / "common"
    shared.mkdir()
    (desk.root / BROKEN).rename(shared / "01-water.md")
    (desk.root / "course.yaml").write_text(
        "title: Rivers\nlanguage: en\nshared: ../common\nunits: [01-water.md]\n", "utf-8"
    )
    while desk.look():
        assert desk.state.problems == ()
    before = desk.state.pages.pages
    file = shared / "01-water.md"
    file.write_text(file.read_text("utf-8").replace("spring.", "spring, or two."), "utf-8")
    assert desk.look()
    assert desk.state.pages.pages != before


def test_a_template_that_never_ends_is_a_problem_and_the_preview_goes_on(desk: Desk) -> None:
    desk.limits = lambda: budget.kept(0.1, 0)
    kept = desk.state.pages
    view = desk.root / "templates" / "handout.html.j2"
    view.parent.mkdir()
    view.write_text("{% for a in range(9**5) %}{% for b in range(9**5) %}{{ a * b }}{% endfor %}{% endfor %}", "utf-8")
    assert desk.look()
    assert [problem["severity"] for problem in desk.state.problems] == ["error"]
    assert "more time than a course of its size may" in str(desk.state.problems[0]["message"])
    assert desk.state.pages == kept
    view.unlink()
    desk.limits = nullcontext
    assert desk.look()
    assert (desk.state.problems, desk.state.pages) == ((), kept)


def test_a_browser_shows_it(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "`make test` installs Chromium"
    # The browser's clock stands still while it waits for an answer: this is ten questions.
    monkeypatch.setattr(server, "patience", 0.05)
    command = [found, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--virtual-time-budget=300", "--dump-dom", server.address]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, "HOME": str(tmp_path)}
    )
    assert 'alt="Page 1"' in done.stdout
    assert 'alt="Slide 1"' in done.stdout
    assert 'data-ready="true"' in done.stdout
