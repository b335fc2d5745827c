from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from coursepack.load.files import OWN
from coursepack.problem import Problem, Severity, Span
from coursepack.validate.labels import labels

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.languages.labels import Labels

AT = Span("course.yaml", 2, 11)
LANGUAGES = sorted(path.stem for path in (OWN / "labels").glob("*.yaml"))


def put(folder: Path, name: str, text: str) -> None:
    (folder / "labels").mkdir(parents=True, exist_ok=True)
    (folder / "labels" / name).write_text(text, "utf-8")


# Labels that are no words.
SIGNS = {"colon", "comma", "apposition", "stop", "space", "separator", "brackets", "signs"}


def read(folder: Path, tag: str = "en") -> tuple[Labels, list[Problem]]:
    problems: list[Problem] = []
    return labels([folder, OWN], tag, AT, problems), problems


@pytest.mark.parametrize("tag", [*LANGUAGES, "en-GB", "de-AT", "fr-CA"])
def test_the_labels_of_every_language_of_ours_are_whole(tmp_path: Path, tag: str) -> None:
    assert read(tmp_path, tag)[1] == []


def test_every_language_says_its_own_words() -> None:
    """A label that is the English one may be right ("Table"), a file full of them is a copy."""
    english = labels([OWN], "en", AT, [])
    for tag in LANGUAGES:
        own = labels([OWN], tag, AT, [])
        words = {
            name: label
            for name, label in own.items()
            if name not in {*SIGNS, "letters", "numerals", "on_page", "on_page_inside", "on_pages", "on_pages_inside"}
        }
        same = [name for name, label in words.items() if label and label == english.get(name)]
        assert tag == "en" or len(same) < 20, same


def test_a_course_may_change_a_few_words_of_its_language(tmp_path: Path) -> None:
    put(tmp_path, "en.yaml", "figure: Fig.\n")
    put(tmp_path, "de.yaml", "figure: Bild\nspoken: {over: geteilt durch}\n")
    put(tmp_path, "de-AT.yaml", "time: Dauer\n")
    english, problems = read(tmp_path)
    assert (english["figure"], english["contents"], problems) == ("Fig.", "Contents", [])
    german, problems = read(tmp_path, "de-AT")
    assert (german["figure"], german["time"], german["contents"], problems) == ("Bild", "Dauer", "Inhalt", [])
    assert (german["spoken"]["over"], german["spoken"]["+"]) == ("geteilt durch", "plus")
    assert read(tmp_path, "de")[0]["time"] == "Zeit"


def test_what_a_language_lacks_is_english_and_said_once(tmp_path: Path) -> None:
    text = (OWN / "labels" / "de.yaml").read_text("utf-8")
    lacking = "\n".join(line for line in text.split("\n") if not line.startswith(("figure:", "agenda:", "  power:")))
    put(tmp_path, "sv.yaml", lacking)
    made, problems = read(tmp_path, "sv-FI")
    assert [(problem.code, problem.span.file, problem.severity) for problem in problems] == [
        ("missing-label", str(tmp_path / "labels" / "sv.yaml"), Severity.WARNING)
    ]
    assert "3 labels are missing, and English here: `figure`, `agenda`, `spoken.power`" in problems[0].message
    assert (made["figure"], made["table"], made["spoken"]["power"]) == ("Figure", "Tabelle", "to the power of")


@pytest.mark.parametrize(
    ("tag", "advice"),
    [
        ("klingon", "Write templates/labels/klingon.yaml in the course's folder, after coursepack's en.yaml there"),
        ("fi-FI", "Write templates/labels/fi.yaml in the course's folder, after coursepack's en.yaml there"),
        ("German", "did you mean `de`?"),
    ],
)
def test_a_language_without_labels_is_said_once_where_the_course_names_it(
    tmp_path: Path, tag: str, advice: str
) -> None:
    made, problems = read(tmp_path, tag)
    assert [(problem.code, problem.span, problem.help) for problem in problems] == [("no-labels", AT, advice)]
    assert problems[0].severity is Severity.WARNING
    assert made["figure"] == "Figure"


def test_a_label_that_nothing_prints_is_said_at_its_line(tmp_path: Path) -> None:
    put(tmp_path, "de.yaml", "figure: Bild\nfigur: Bild\nspoken: {rooot: Wurzel, ∀: für alle, over-˙: Punkt}\n")
    made, problems = read(tmp_path, "de")
    assert [(one.code, one.message, one.help, one.span.line, one.span.column) for one in problems] == [
        ("unknown-label", "there is no label `figur`", "did you mean `figure`?", 2, 1),
        ("unknown-label", "there is no label `rooot`", "did you mean `root`?", 3, 10),
    ]
    assert "figur" not in made
    assert made["spoken"]["∀"] == "für alle"


@pytest.mark.parametrize(
    ("label", "where"),
    [
        ("roster_name: [nom]", "packs/roster.yaml"),
        ("points_many: points", "`points_counted`"),
        ("minute: minute", "`minutes_counted`"),
    ],
)
def test_a_label_that_has_moved_is_a_note_and_no_warning(tmp_path: Path, label: str, where: str) -> None:
    put(tmp_path, "fr.yaml", f"{label}\n")
    (problem,) = read(tmp_path, "fr")[1]
    assert (problem.severity, problem.help) == (Severity.NOTE, f"Write what it says in {where}, if it is not there")


@pytest.mark.parametrize("number", [2, 3, 5, 11, 22])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_number_of_minutes_has_the_form_that_it_has_in_a_sentence(tag: str, number: int) -> None:
    own = labels([OWN], tag, AT, [])
    said = own.filled("minutes_counted", count=number)
    assert re.search(rf"{re.escape(said)}\b", own.filled("plan_notes", minutes=number))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: b: c\n", "yaml-syntax"),
        ("- a\n", "wrong-type"),
        ("figure: [a]\n", "wrong-type"),
        ("bound: May\n", "wrong-type"),
        ("spoken: [a]\n", "wrong-type"),
        ("figure: {a: b}\n", "wrong-type"),
        ("figure:\n", "wrong-type"),
        ("difficulty: [easy, hard]\n", "wrong-value"),
        ("quotes: ['“', '”']\n", "wrong-value"),
    ],
)
def test_a_mistake_in_a_file_of_labels_is_reported(tmp_path: Path, text: str, code: str) -> None:
    put(tmp_path, "en.yaml", text)
    _, problems = read(tmp_path)
    assert code in {problem.code for problem in problems}
    assert {problem.span.file for problem in problems} == {str(tmp_path / "labels" / "en.yaml")}


def test_a_language_without_labels_has_its_letters_and_marks_whatever_a_course_adds(tmp_path: Path) -> None:
    bare, said = read(tmp_path, "el-GR")
    assert (bare["letters"][:3], bare["quotes"][0], bare["numerals"][0]) == ("\u03b1\u03b2\u03b3", "«", "i")
    assert [problem.code for problem in said] == ["no-labels"]
    put(tmp_path, "el.yaml", "figure: Σχήμα\n")
    more, said = read(tmp_path, "el")
    assert (more["figure"], more["letters"][:3]) == ("Σχήμα", "\u03b1\u03b2\u03b3")
    assert "letters" not in said[0].message
    assert said[0].message.count("`") == 2 * 12
    assert said[0].message.endswith(" more")
    assert read(tmp_path, "sr-Latn")[0]["letters"].startswith("abc")
    assert read(tmp_path, "xx")[0]["letters"].startswith("abc")


def test_no_language_has_its_letters_in_two_places() -> None:
    listed = yaml.safe_load((OWN / "letters.yaml").read_text("utf-8"))
    assert not set(listed) & set(LANGUAGES)
    assert all(set(one) <= {"letters", "numerals", "quotes", "never_last"} for one in listed.values())


def test_every_language_of_that_list_has_quotation_marks() -> None:
    listed = yaml.safe_load((OWN / "letters.yaml").read_text("utf-8"))
    assert [tag for tag, one in listed.items() if len(one.get("quotes", ())) != 4] == ["sr-Latn"]  # those of sr
