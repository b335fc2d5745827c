"""A course with a mark in all that its students must not get, and views that show whatever has the mark.

To the course of exercises, whose answers have the mark by hand, comes a unit with a block of every kind: the examples
of the case files, with a mark written into every text that the models call secret. A new kind brings its case file, and
so is in it.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any, get_args, get_origin

import yaml

from casefile import Case, lay
from conftest import EXERCISES, GOLDEN
from coursepack import values
from coursepack.blocks import KINDS
from coursepack.course import UnitFront
from coursepack.coursefile import CourseFile
from coursepack.model import Model
from coursepack.render.look.templates import OWN
from coursepack.text import Rich

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic.fields import FieldInfo

MARK = "XQ7MARK"
CASES = Path(__file__).parent / "cases" / "blocks"
# An example of a question that has all that is secret.
QUESTION: dict[str, Any] = {"text": "Which?", "options": ["one", "two"], "answer": "a", "slide": {"title": "Which?"}}
UNIT: dict[str, Any] = {
    "id": "marked",
    "title": "What is said",
    "question": "Who hears it?",
    "minutes": 45,
    "objectives": ["hear it"],
    "plan": [{"do": "Read", "what": "Section 3.1", "minutes": 45}],
    "summary": {"points": ["Nothing is said."]},
}
TERMS = """
- {term: spring, definition: a place where water comes out of the ground}
- {term: XQ7MARK, for: teacher, definition: XQ7MARK of a term, full: XQ7MARK of a term at length}
"""
PROSE = """
## For the teacher {#teachers}

Both read this.

```{text}
for: teacher
body: |
  XQ7MARK is read by one, who knows [the word]{.term of="XQ7MARK"}.
```

```{cloze}
id: marked-gap
text: It is [San Francisco XQ7MARK]{.gap}.
```
"""
WORK = "\n- {id: convention, type: treaty, title: Convention}\n"
# Shows the mark if anything has it that is a block's own, and what is said aloud in its own words.
SPY = f"""\
{{% for one in [item, block] %}}
{{% if "{MARK}" in one|string %}}<p>{MARK} in view</p>{{% endif %}}
{{% endfor %}}
{{% if block.slide %}}{{{{ block.slide.notes|prose }}}}{{{{ block.slide.notes.plain() }}}}{{% endif %}}
{{% if block.notes is defined %}}{{{{ block.notes|prose }}}}{{% endif %}}
"""
# Shows it if anything else has it that a view can name: the same for all blocks, so some kinds ask for it.
SPY_PACK = (
    f'{{% if "{MARK}" in pack|string ~ course|string ~ labels|string ~ unit|default("")|string %}}'
    f"<p>{MARK} in view</p>{{% endif %}}"
)
ASKING = ("callout.", "question.")
ASIDE = '<aside class="notes">'
LOUD = '<aside class="notes" lang="en">'


def course(root: Path, kinds: Sequence[str] = tuple(KINDS)) -> Path:
    """Write the course; the last unit has these kinds of blocks."""
    own = {path.relative_to(EXERCISES).as_posix(): path.read_text("utf-8") for path in files(EXERCISES)}
    file = read(own["course.yaml"])
    file["units"].append("units/03-marked.md")
    # A pool has no text, and leaves exercises out whose marks are looked for.
    blocks = "\n".join(f"```{{{kind}}}\n{dumped(example(kind))}```\n" for kind in kinds if kind != "pool")
    front = dumped(marked(UnitFront, UNIT))
    lent = {path: (GOLDEN / path).read_text("utf-8") for path in ("data/rain.csv", "media/spring.svg")}
    more = {
        "course.yaml": dumped(marked(CourseFile, file)),
        "units/03-marked.md": f"---\n{front}---\n\n## Every kind {{#springs}}\n\n{blocks}{PROSE}",
        "glossary.yaml": own["glossary.yaml"] + TERMS,
        "references.yaml": own["references.yaml"] + WORK,
    }
    return lay(root, own, lent, more)


def spied(root: Path) -> Path:
    """Write views into a course that try to show the mark on every slide, below every block and in every document."""
    for view in (OWN / "blocks").glob("*.handout.html.j2"):
        write(root, view, view.read_text("utf-8") + spy(view))
    for view in (*(OWN / "blocks").glob("*.slide.html.j2"), *(OWN / "callouts").glob("*.slide.html.j2")):
        write(root, view, view.read_text("utf-8").replace(ASIDE, LOUD + spy(view)))
    unit = OWN / "parts" / "unit.slides.html.j2"
    loud = f"{LOUD}{{{{ front.opening|prose }}}}{{{{ front.summary.notes|prose if front.summary }}}}"
    write(root, unit, unit.read_text("utf-8").replace(ASIDE, loud))
    deck = OWN / "deck.html.j2"
    write(root, deck, deck.read_text("utf-8").replace(ASIDE, LOUD + SPY_PACK + "{{ course.opening|prose }}"))
    for name in ("handout.html.j2", "worksheets.html.j2", "cards.html.j2"):
        write(root, OWN / name, re.sub(r"(</body>)", rf"{SPY_PACK}\1", (OWN / name).read_text("utf-8")))
    return root


def spy(view: Path) -> str:
    return SPY + (SPY_PACK if view.name.startswith(ASKING) else "")


def write(root: Path, view: Path, text: str) -> None:
    path = root / "templates" / view.relative_to(OWN)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def files(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if path.is_file())


def read(text: str) -> Any:  # noqa: ANN401 a YAML value is anything
    made = values.read(text, "?", 1, [])
    return values.plain(made.value) if made else {}


def dumped(fields: Mapping[str, Any]) -> str:
    return str(yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=1000))


def example(kind: str) -> dict[str, Any]:
    """Return the fields of a block of a kind, with an id that is new and marks in what is secret."""
    case = Case(CASES / f"{kind}.md").fence("markdown")
    found = re.search(rf"^```{{{kind}}}\n(.*?)^```", case, re.DOTALL | re.MULTILINE)
    own = QUESTION if kind == "question" else read(found[1] if found else "")
    # A slide has one text for all copies: no two titles are the same.
    titled = {**own.get("slide", {}), "title": f"A {kind}"}
    return marked(KINDS[kind], {**own, "slide": titled, "id": f"marked-{kind}"})


def marked(model: type[Model], written: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a model with a mark in each secret text, those that are missing too."""
    made = dict(written)
    for name, field in model.model_fields.items():
        inside = models(field)
        if is_said(model, name):
            made[name] = f"{MARK} {model.__name__} {name}"
        elif inside and isinstance(made.get(name), dict):
            made[name] = marked(inside[0], made[name])
        elif inside and isinstance(made.get(name), list):
            made[name] = [marked(inside[0], one) if isinstance(one, dict) else one for one in made[name]]
    return made


def is_said(model: type[Model], name: str) -> bool:
    """Tell whether a field is a secret text; that of a cloze is printed with gaps, and lists are in another order."""
    told = name in model.secret or is_told(model, name)
    return told and name != "text" and is_text(model.model_fields[name])


def is_told(model: type[Model], name: str) -> bool:
    """Tell whether a field is the lecturer's by its name or by what the manual says of it."""
    said = f"{name} {model.model_fields[name].description}"
    return re.search(r"notes|opening|aloud|speak|teacher", said, re.IGNORECASE) is not None


def is_text(field: FieldInfo) -> bool:
    found = inner(field.annotation)
    return Rich in found and not [one for one in found if get_origin(one) is tuple]


def inner(annotation: object) -> list[object]:
    """Return the types that a type is made of."""
    return [annotation, *(one for part in get_args(annotation) for one in inner(part))]


def models(field: FieldInfo) -> list[type[Model]]:
    return [one for one in inner(field.annotation) if isinstance(one, type) and issubclass(one, Model)]


def all_models() -> set[type[Model]]:
    """Return the models of blocks, units and the course, with all that stand inside them."""
    found: set[type[Model]] = set()
    waiting: list[type[Model]] = [*KINDS.values(), UnitFront, CourseFile]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [one for field in model.model_fields.values() for one in models(field)]
    return found


def reached(start: object) -> Iterator[object]:
    """Yield every object that one leads to, with what it keeps in attributes, slots, keys and private fields."""
    seen: dict[int, object] = {}
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, type | ModuleType | FunctionType | MethodType):
            continue
        seen[id(one)] = one
        yield one
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            waiting += one
        waiting += _held(one)


def _held(one: object) -> list[object]:
    slots = {name for kind in type(one).__mro__ for name in getattr(kind, "__slots__", ()) if name[:2] != "__"}
    kept = [getattr(one, name) for name in slots if hasattr(one, name)]
    return [*kept, getattr(one, "__dict__", None), getattr(one, "__pydantic_private__", None)]
