"""The deck on paper and in a browser: whole, valid, with nothing cut, and with no network."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from lxml import html
from page import validate_pdf_bytes

from coursepack.build import ready
from coursepack.outputs import notes, present, slides_pdf, speaker
from coursepack.pack import Copy
from coursepack.problem import ContentError
from coursepack.render.slides.script import script
from reading import MM, Page, Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
    from kept import Kept

ROOT = Path(__file__).parents[1]
# The courses that have every kind of block, and a unit of a real course, with most of what a lecture has.
COURSES = {"tests/golden/course": "", "tests/golden/native": "", "content/sampling": "2"}
# Those that show again what the first of them shows.
FURTHER = [*COURSES][1:]
SLIDE = (960.0, 540.0)  # pt
# What the browser asks for itself, whatever page it shows.
OF_THE_BROWSER = ("google.com", "googleapis.com", "gstatic.com")


@dataclass(frozen=True)
class Lecture:
    """A course, or one unit of it, and what has been made of it."""

    course: Ready
    unit: PackPart | None
    kept: Kept

    def made(self, output: ModuleType, paper: str = "a4") -> Made:
        return self.kept(output, self.course, self.unit, paper)

    def markup(self) -> html.HtmlElement:
        markup = script(self.course.pack, self.course.design.templates, self.unit).markup
        root = html.document_fromstring(markup)
        # What stands for others is shown in their place.
        for other in root.xpath("//section[@data-whole]/following-sibling::section"):
            other.drop_tree()
        return root


@pytest.fixture(
    scope="module",
    params=["tests/golden/course", *(pytest.param(name, marks=pytest.mark.thorough) for name in FURTHER)],
)
def lecture(request: pytest.FixtureRequest, kept: Kept) -> Lecture:
    course, name = ready(ROOT / request.param, Copy("teacher")), COURSES[request.param]
    return Lecture(course, course.unit(name) if name else None, kept)


@pytest.fixture(scope="module")
def printed(lecture: Lecture) -> Made:
    return lecture.made(slides_pdf)


@pytest.fixture(scope="module")
def reading(printed: Made) -> Reading:
    return Reading(printed.data)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.replace("\u00ad", "").replace("\ufffe", "")))


def test_the_slides_are_whole_pages_without_a_complaint(printed: Made, reading: Reading) -> None:
    assert printed.notices == ()
    sizes = {(round(page.pdfium.get_width()), round(page.pdfium.get_height())) for page in reading.pages}
    assert sizes == {SLIDE}
    assert printed.size == f"{len(reading.pages)} slides on {len(reading.pages)} pages"


def test_every_word_of_the_markup_is_printed(lecture: Lecture, reading: Reading) -> None:
    markup = lecture.markup()
    letters = "".join(re.findall(r"\w", reading.text))
    for element in markup.xpath("//*[@data-ph]"):
        latex = element.xpath("descendant-or-self::*[@data-latex]")
        hidden = element.get("data-ph") == "footer" and element.getparent().get("data-layout") in {"title", "unit"}
        if latex or hidden:
            continue
        for text in element.itertext():
            for word in re.findall(r"\w+", text):
                assert word in letters, (element.get("data-ph"), word)


def test_no_text_leaves_its_slide(reading: Reading) -> None:
    for page in reading.pages:
        for run in page.runs:
            assert run.left > 40
            assert run.right < SLIDE[0] - 30
            assert run.bottom > 10
            assert run.top < SLIDE[1] - 20


def test_the_foot_of_no_slide_is_crossed(reading: Reading) -> None:
    """Where the footer stands there is nothing else: what runs over a frame below would be there."""
    for page in reading.pages:
        low = [run.bottom for run in page.runs if run.bottom < 35]
        assert max(low, default=0) - min(low, default=0) < 6


@pytest.mark.parametrize("sentence", ["Water runs.", "Water runs down, and joins other water, until it is the sea."])
def test_a_sentence_stands_in_the_middle_of_its_frame(unit: Callable[..., Path], sentence: str) -> None:
    body = f"```{{slide}}\ntitle: Water\nstatement: {sentence}\nnotes: Say it.\n```\n"
    pages = Reading(slides_pdf.make(ready(unit(body)), None, "a4").data).pages
    (found,) = filter(None, (page.find(sentence) for page in pages))
    middle = (found.top + found.bottom) / 2
    assert middle == pytest.approx(SLIDE[1] - (1.7 + 4.6 / 2) * 72, abs=12)


def test_it_is_pdf_ua_1(printed: Made) -> None:
    report = validate_pdf_bytes(printed.data, profile="ua1")
    assert report.is_compliant, report.failures


@pytest.mark.parametrize("output", [notes, speaker], ids=["notes", "speaker"])
def test_what_goes_with_it_is_too(lecture: Lecture, output: ModuleType) -> None:
    made = lecture.made(output)
    report = validate_pdf_bytes(made.data, profile="ua1")
    assert report.is_compliant, report.failures
    assert made.notices == ()


def test_pages_of_notes_lose_no_word(lecture: Lecture, reading: Reading) -> None:
    made = lecture.made(notes)
    assert made.notices == ()
    assert words("\n".join(map(said, reading.pages))) - words(Reading(made.data).text) == Counter()


def said(page: Page) -> str:
    """Return what a slide says above its foot, and its number: notes have a foot of their own."""
    above, foot = page.words.get_text_bounded(bottom=35), page.words.get_text_bounded(top=35)
    return "\n".join((above, *foot.split()[-1:]))


# Slides that are soon made, more of them than a page has.
FEW = "\n".join(
    f"```{{slide}}\ntitle: Water {word}\nstatement: It {word}.\nnotes: N.\n```" for word in ("falls", "runs", "stands")
)


# One beside lines, of which the ninth goes on below it, one above them; two more of these.
PER = [
    (3, "letter", 8),
    (4, "a4", 9),
    *(pytest.param(*more, marks=pytest.mark.thorough) for more in ((2, "a4", 3), (6, "letter", 3))),
]


@pytest.mark.parametrize(("per", "paper", "rows"), PER)
def test_a_page_has_as_many_slides_as_are_asked_for_and_ruled_lines_by_each(
    unit: Callable[..., Path], kept: Kept, per: int, paper: str, rows: int
) -> None:
    course = ready(unit(FEW))
    slides = Reading(kept(slides_pdf, course).data)
    made = notes.make(course, None, paper, per=per)
    noted = Reading(made.data)
    assert made.notices == ()
    assert len(noted.pages) == -(-len(slides.pages) // per)
    assert words("\n".join(map(said, slides.pages))) - words(noted.text) == Counter()
    ruled = [box for box in noted.pages[0].drawings if box.top - box.bottom < 9 * MM]
    assert per * rows in Counter(round(box.right - box.left) for box in ruled).values()


# How many lines a place without a slide has.
@pytest.mark.parametrize(
    ("per", "paper", "rows"),
    [(3, "a4", 10), *(pytest.param(*more, marks=pytest.mark.thorough) for more in ((2, "a5", 10), (6, "letter", 9)))],
)
def test_the_places_of_slides_that_a_last_page_lacks_are_ruled(
    unit: Callable[..., Path], per: int, paper: str, rows: int
) -> None:
    made = notes.make(ready(unit(FEW), None, paper), None, paper, per=per)
    count = int(made.size.split()[0])
    last = Reading(made.data).pages[-1]
    lines = Counter(round(box.right - box.left) for box in last.drawings if box.top - box.bottom < 9 * MM)
    assert lines.most_common(1)[0][1] >= -count % per * rows > 0


@pytest.mark.parametrize("paper", ["a5", pytest.param("a4", marks=pytest.mark.thorough)])
def test_the_foot_of_a_sheet_with_two_slides_has_the_edges_of_their_frames(
    unit: Callable[..., Path], paper: str
) -> None:
    page = Reading(notes.make(ready(unit(FEW), None, paper), None, paper, per=2).data).pages[0]
    frame = max(page.drawings, key=lambda box: box.right - box.left)
    foot = [box for box in page.runs if box.top < 20 * MM]
    assert min(box.left for box in foot) == pytest.approx(frame.left, abs=1)
    assert max(box.right for box in foot) == pytest.approx(frame.right, abs=1)


def test_the_speaker_s_pages_have_what_is_said(lecture: Lecture, reading: Reading) -> None:
    made = lecture.made(speaker)
    text = Reading(made.data).text
    markup = lecture.markup()
    said = Counter[str]()
    for aside in markup.find_class("notes"):
        if not aside.xpath(".//*[@data-latex]"):
            said += words(" ".join(aside.itertext()))
    assert words(reading.text) + said - words(text) == Counter()
    assert made.notices == ()


@pytest.mark.usefixtures("anew")
def test_the_same_course_gives_the_same_bytes(lecture: Lecture, printed: Made) -> None:
    assert slides_pdf.make(lecture.course, lecture.unit, "a4").data == printed.data


# Each form is searched for all that is secret in `test_leaks.py`.
@pytest.mark.thorough
def test_the_students_forms_have_no_answer(golden_course: Ready, kept: Kept, reveal: Path) -> None:
    for output in (slides_pdf, notes, speaker):
        assert "MODELANSWER" not in Reading(kept(output, golden_course).data).text
    shown = present.make(golden_course, None, "a4", reveal=reveal)
    assert b"MODELANSWER" not in shown.data
    lecturer = ready(ROOT / "tests/golden/course", Copy("teacher"))
    assert "MODELANSWER" in Reading(kept(speaker, lecturer).data).text


def test_without_reveal_js_it_says_how_to_get_it(golden_course: Ready, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        present.make(golden_course, None, "a4", reveal=tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.help) == ("no-reveal", "Run `make present`, which gets it")


@pytest.fixture(scope="session")
def reveal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The npm package's folder: as `make present` has it, or fetched once."""
    kept = ROOT / ".venv/reveal.js"
    if kept.is_dir():
        return kept
    folder = tmp_path_factory.mktemp("npm") / "reveal.js"
    subprocess.run([ROOT / "setup/reveal.sh", folder], check=True)
    return folder


@pytest.fixture(scope="module")
def browser() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "there is no Chromium here; `make test` says how to get it"
    return found


def visit(browser: str, address: str, folder: Path) -> tuple[str, str, set[str]]:
    """Open a page; return what it became, what the console said, and the hosts that were asked for."""
    flags = "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking"
    more = "disable-component-update disable-sync enable-logging=stderr virtual-time-budget=4000 dump-dom"
    command = [browser, *(f"--{flag}" for flag in f"{flags} {more}".split())]
    command += [f"--user-data-dir={folder / 'profile'}", f"--log-net-log={folder / 'net.json'}", address]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    console = "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)
    asked = set(re.findall(r'"url":"((?:http|ws)[^"]+)"', (folder / "net.json").read_text(errors="replace")))
    hosts = {urlsplit(url).hostname or "" for url in asked}
    return done.stdout, console, {host for host in hosts if not host.endswith(OF_THE_BROWSER)}


def test_a_browser_shows_every_slide_without_an_error_or_a_network(
    lecture: Lecture, printed: Made, reveal: Path, browser: str, tmp_path: Path
) -> None:
    made = present.make(lecture.course, lecture.unit, "a4", reveal=reveal)
    assert made.notices == ()
    for name, data in {"index.html": made.data, **made.beside}.items():
        (tmp_path / "show" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "show" / name).write_bytes(data)
    dom, console, hosts = visit(browser, (tmp_path / "show/index.html").as_uri(), tmp_path)
    shown = html.document_fromstring(dom)
    assert f"{len(shown.xpath('//section[@data-number]'))} slides" == printed.size.partition(" on ")[0]
    assert shown.xpath("//div[contains(@class, 'reveal') and contains(@class, 'ready')]")
    assert len(shown.xpath("//section[contains(@class, 'present')]")) == 1
    assert console == ""
    assert hosts == set()


def test_a_console_error_and_a_request_would_be_seen(browser: str, tmp_path: Path) -> None:
    """Else the test above would prove nothing."""
    (tmp_path / "bad.html").write_text('<img src="http://course.invalid/x.png"><script>undefinedName()</script>')
    _, console, hosts = visit(browser, (tmp_path / "bad.html").as_uri(), tmp_path)
    assert "undefinedName" in console
    assert hosts == {"course.invalid"}


def test_points_come_one_by_one_in_the_browser_too(unit: Callable[..., Path], reveal: Path) -> None:
    body = "```{slide}\ntitle: Water\npoints: [One, {text: Two, points: [Three]}]\nbuild: true\nnotes: Say it.\n```\n"
    made = present.make(ready(unit(body)), None, "a4", reveal=reveal)
    steps = html.document_fromstring(made.data.decode()).find_class("fragment")
    assert [" ".join(step.text_content().split())[:5] for step in steps] == ["\u2013One", "\u2013Two\u2013"]


def test_every_file_that_the_page_names_is_beside_it(golden_course: Ready, reveal: Path) -> None:
    made = present.make(golden_course, None, "a4", reveal=reveal)
    named = set(re.findall(r'(?:src|href)="([^"#][^":]*)"', made.data.decode()))
    named |= set(re.findall(r'url\("([^":]+)"\)', made.beside["deck.css"].decode()))
    assert named - made.beside.keys() == set()
    assert {"reveal/reveal.js", "reveal/reveal.css", "reveal/notes.js", "deck.css"} <= named
