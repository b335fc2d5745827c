"""Imports go one way: up the list below, never down and never in a circle."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# A module may import from the lines above its own. Names on one line do not know each other.
LAYERS = [
    "run languages",
    "replaced abbreviation languages.language languages.collation symbol languages.day languages.sentence",
    "run.store run.recent atlas",
    "languages.number",
    "problem chart run.inputs stamp characters",
    "languages.labels",
    "run.fault",
    "run.budget expression",
    "run.jobs",
    "run.hands",
    "values",
    "text callouts",
    "columnshares merge",
    "load",
    "run.again credit",
    "model",
    "block task",
    "chance",
    "roster",
    "exercise",
    "exercises",
    "blocks",
    "coursefile",
    "course",
    "links",
    "validate",
    "pack",
    "resolve",
    "render",
    "render.geometry",
    "render.labelling",
    "render.look",
    "render.charts",
    "render.figures",
    "render.words",
    "render.handout render.slides",
    "press",
    "press.reading press.laid press.writer press.anew press.forms press.marks press.orders",
    "press.base press.scheme",
    "press.plan",
    "press.structure",
    "press.copy press.stack press.impose",
    "build run.delivery",
    "judge",
    "judge.prose judge.book",
    "judge.minutes",
    "judge.editor judge.printed",
    "judge.answers",
    "judge.deck judge.paper judge.remainder",
    "judge.verdict",
    "outputs",
    "outputs.output outputs.pagenumbers",
    "outputs.htmldeck outputs.imposing",
    "outputs.printdeck",
    "outputs.companion",
    "outputs.booklet outputs.easy outputs.large_print",
    "outputs.teacher outputs.key outputs.worksheets outputs.slips outputs.cards",
    "outputs.variants",
    "outputs.pdf outputs.slides outputs.slides_pdf outputs.notes outputs.speaker outputs.present",
    "outputs.check outputs.classlist",
    "outputs.packing",
    "outputs.packs",
    "outputs.registry",
    "outputs.rules",
    "watch",
    "watch.newer",
    "watch.desk",
    "watch.server",
    "command",
    "command.report",
    "command.destination command.asked",
    "command.doing",
    "cli",
]

# An engine is imported in one place only.
ENGINES = {"weasyprint": "render.handout", "pptx": "render.slides"}

# What remembers for the whole run what its library asks again.
KEPT = {"resolve.citations"}

# Where statements stand inside of others.
BODIES = ("body", "orelse", "finalbody", "handlers", "cases")

PACKAGE = Path(__file__).parents[1] / "src" / "coursepack"
FILES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.glob("*/**/*.py")) + sorted(PACKAGE.glob("[a-z]*.py"))
}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_bytes())


def test_a_module_imports_only_from_layers_above_its_own() -> None:
    wrong = [
        f"{module} imports {imported}"
        for module in FILES
        for imported in own_imports(module)
        if layer(module) != layer(imported) and line_of(module) <= line_of(imported)
    ]
    assert not wrong


def test_no_modules_import_each_other_in_a_circle() -> None:
    TopologicalSorter({module: set(own_imports(module)) for module in FILES}).prepare()


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_is_imported_in_one_place_only(engine: str) -> None:
    assert {layer(module) for module in FILES if engine in engines(module)} == {ENGINES[engine]}


def test_files_of_pdf_are_read_by_the_press_only() -> None:
    assert {module.partition(".")[0] for module in FILES for name in imports(module) if inside(name, "pypdf")} == {
        "press"
    }


def test_nothing_is_put_into_a_library_by_hand() -> None:
    assert {module for module in FILES for name in stored(module) if name in owners(module)} == KEPT


def stored(module: str) -> Iterator[str]:
    """Name what a module puts something into, by the names that the places begin with."""
    targets = [target for one in statements(tree(module)) if isinstance(one, ast.Assign) for target in one.targets]
    parts = (node for target in targets for node in ast.walk(target))
    yield from (root(node) for node in parts if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store))


@pytest.mark.parametrize("engine", ["WeasyPrint", "pydyf"])
def test_who_raises_an_engine_s_pin_is_told_what_stands_in_for_its_functions(engine: str) -> None:
    manual = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text()
    row = next(line for line in manual.splitlines() if line.startswith(f"| {engine} |"))
    told = set(re.findall(r"`(\w+)\.py`", row))
    assert told == {module.rpartition(".")[2] for module in FILES if engine.lower() in replaced(module)}


def replaced(module: str) -> set[str]:
    """Return the packages that a module has functions of its own stand in for."""
    if "coursepack.replaced.replaced" not in imports(module):
        return set()
    calls = (node for node in ast.walk(tree(module)) if isinstance(node, ast.Call) and root(node.func) == "replaced")
    return {owners(module)[root(call.args[0])].partition(".")[0] for call in calls}


def owners(module: str) -> dict[str, str]:
    """Return what a module imports: the names that it has for them, and where they come from."""
    return {
        (name.asname or name.name.partition(".")[0]): getattr(one, "module", None) or name.name
        for one in statements(tree(module))
        if isinstance(one, ast.Import | ast.ImportFrom)
        for name in one.names
    }


def root(node: ast.expr) -> str:
    """Return the name that an expression begins with."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


LOADED = """\
import sys
from coursepack.cli import main
from coursepack.outputs.registry import OUTPUTS
root, out = sys.argv[1:]
for words in ([], ["check", root], ["slides", root, "-o", out]):
    if words:
        main(words)
    print("loaded:", *[name for name in {engines} if name in sys.modules])
"""


def test_an_engine_is_loaded_when_it_is_asked_for(course: Callable[..., Path], tmp_path: Path) -> None:
    """A list of all outputs waits for none, and no deck for WeasyPrint; judging a course asks what slides say."""
    command = [sys.executable, "-c", LOADED.format(engines=list(ENGINES)), str(course()), str(tmp_path / "out.pptx")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    loaded = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("loaded:")]
    assert loaded == [[], ["pptx"], ["pptx"]]


HELPED = """\
import sys
from contextlib import suppress
before = set(sys.modules)
from coursepack.cli import main
with suppress(SystemExit):
    main(["pdf", "--help"])
tops = {name.partition(".")[0] for name in sys.modules.keys() - before} - set(sys.stdlib_module_names) - {"coursepack"}
print("loaded:", *[name for name in tops if not name.startswith("_")])
"""


def test_a_help_is_there_before_any_library_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", HELPED], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "loaded:"


def test_no_import_stands_inside_a_function() -> None:
    late = [
        f"{module}, line {statement.lineno}"
        for module in FILES
        for function in statements(tree(module))
        if isinstance(function, ast.FunctionDef)
        for statement in statements(function)
        if isinstance(statement, ast.Import | ast.ImportFrom)
    ]
    assert not late


def test_an_exception_from_a_rule_has_its_reason_in_the_line() -> None:
    """In tests, what a type checker cannot know has none: it is that python-pptx and others have no types."""
    bare = r"# noqa: [A-Z]+\d+(?:, [A-Z]+\d+)*$"
    for pattern, folder in ((bare, Path(__file__).parent), (rf"{bare}|# type: ignore\[[\w, -]+\]$", PACKAGE)):
        lines = re.compile(pattern, re.MULTILINE)
        assert not {path: said for path in folder.rglob("*.py") if (said := lines.findall(path.read_text("utf-8")))}


def test_every_layer_is_there_and_every_module_is_in_one() -> None:
    assert not {name for line in LAYERS for name in line.split()} - set(FILES)
    assert all(layer(module) for module in FILES)


def statements(block: ast.AST) -> Iterator[ast.stmt]:
    """Yield the statements inside, in any depth: to walk through their expressions too takes seven times as long."""
    parts = [part for name in BODIES for part in getattr(block, name, ())]
    for part in parts:
        if isinstance(part, ast.stmt):
            yield part
        yield from statements(part)


@cache
def layer(module: str) -> str:
    """Return the name in the list that the module is inside of: the longest of them."""
    names = [name for line in LAYERS for name in line.split() if inside(module, name)]
    assert names, f"give {module} a place in LAYERS"
    return max(names, key=len)


@cache
def line_of(module: str) -> int:
    return next(number for number, line in enumerate(LAYERS) if layer(module) in line.split())


def inside(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def engines(module: str) -> set[str]:
    return {engine for engine in ENGINES for name in imports(module) if inside(name, engine)}


def own_imports(module: str) -> Iterator[str]:
    """Name coursepack's own modules that a module imports, those for type checking included."""
    for name in imports(module):
        if inside(name, "coursepack"):
            own = name.removeprefix("coursepack.")
            yield own if own in FILES else own.rpartition(".")[0]


@cache
def imports(module: str) -> list[str]:
    """Name what a module imports; `from a import b` may mean the module `a.b` or the name `b` of the module `a`."""
    found = []
    for statement in statements(tree(module)):
        if isinstance(statement, ast.Import):
            found += [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom):
            found += [f"{statement.module}.{alias.name}" for alias in statement.names]
    return found
