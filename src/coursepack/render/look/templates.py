"""The Jinja2 environments: templates of the course first, then coursepack's own, file by file."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.loaders import split_template_path
from jinja2.sandbox import SandboxedEnvironment

from coursepack.load import gate
from coursepack.load.files import OWN as OWN  # noqa: PLC0414 who has templates asks for it here
from coursepack.load.files import undecodable, unprinted
from coursepack.load.search import search
from coursepack.problem import ContentError, Problem, Span, did_you_mean
from coursepack.render.look.compiled import COMPILED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from traceback import FrameSummary

    from jinja2 import Environment
    from jinja2.runtime import Context

    from coursepack.load.search import Search
    from coursepack.pack import Item


class _OutsideError(TemplateError):
    """Raised for a template that may not be opened, in the line that names it."""


class _Loader(FileSystemLoader):
    """Reads templates through the gate, and says where one is not UTF-8."""

    def __init__(self, where: Search) -> None:
        """Look for templates there."""
        super().__init__(where.folders)
        self.where = where
        self.read: dict[str, tuple[str, str]] = {}

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 Jinja2 names it
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text; it is not read again while its environment lasts, and those laid over it.

        Raises:
            ContentError: it is not UTF-8, or holds what can't be printed.
            TemplateError: there is none, or it may not be opened.
        """
        if template not in self.read:
            self.read[template] = self._source(template)
        return *self.read[template], lambda: True

    def _source(self, template: str) -> tuple[str, str]:
        inside, refused = "/".join(split_template_path(template)), list[Problem]()
        found = self.where.first(inside, refused)
        try:
            data = gate.read(found, gate.TEXT) if found and not refused else b""
        except gate.GateError as error:
            refused.append(Problem(Span(template), error.code, f"`{template}` {error.said}", error.advice))
        if refused:
            raise _OutsideError(refused[0].message)
        if found is None:
            raise TemplateNotFound(template)
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            raise ContentError([undecodable(str(found), data, error.start)]) from error
        if signs := list(unprinted(text, str(found))):
            raise ContentError(signs)
        return text, str(found)


# What reads the XML that templates make, and the templates that make it.
_READERS, _XML = frozenset({"lxml", "pptx"}), ("*.xml.j2", "*.svg.j2")
# Letters, elements and bits that one operation of a template may come to.
_LETTERS, _BITS = 10_000_000, 10_000


class _Sandbox(SandboxedEnvironment):
    """A sandbox whose sums stay small: one operation on long numbers cannot be stopped while it runs."""

    intercepted_binops = frozenset({"*", "**"})

    def compile(self, source: Any, name: Any = None, filename: Any = None, *rest: Any) -> Any:  # noqa: ANN401 Jinja's
        """Make a program of a template.

        Raises:
            TemplateSyntaxError: its loops or brackets are deeper in each other than Python's may be.
        """
        try:
            return super().compile(source, name, filename, *rest)
        except (RecursionError, SyntaxError) as error:
            said = "too much stands inside each other here"
            raise TemplateSyntaxError(said, 1, name, filename) from error

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 whatever it is
        """Multiply, or raise to a power.

        Raises:
            OverflowError: the result is longer than anything that is printed.
        """
        if operator == "**":
            too_much = isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > _BITS
        elif isinstance(left, int) and isinstance(right, int):
            too_much = left.bit_length() + right.bit_length() > _BITS
        else:
            length, times = (left, right) if isinstance(right, int) else (right, left)
            too_much = isinstance(times, int) and hasattr(length, "__len__") and len(length) * times > _LETTERS
        if too_much:
            message = "this comes to more than a template may make"
            raise OverflowError(message)
        return super().call_binop(context, operator, left, right)


@pass_context
def _at_rendering(_: Context, value: object) -> object:
    """Return a value as it is; that this wants a context keeps Jinja2 from working constants out while it compiles."""
    return value


def environment(folders: Sequence[Path] = (), roots: Iterable[Path] = ()) -> SandboxedEnvironment:
    """Make an environment that searches `folders` in order, then coursepack's own templates.

    It is sandboxed because a course may bring templates of its own, and strict: an unknown name is an error. No file
    may lie outside of the real folders `roots` and coursepack's own; if none are named, of the folder it is found in.
    """
    within = (*roots, OWN.resolve()) if roots else ()
    made = _Sandbox(
        loader=_Loader(search([*folders, OWN], within)),
        autoescape=lambda name: name is None or not name.endswith((".css.j2", ".txt.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,
        finalize=_at_rendering,
        bytecode_cache=COMPILED,
    )
    # The same content gives the same pages: no words and no order by chance.
    del made.globals["lipsum"], made.filters["random"]
    return made


def where(templates: Environment) -> Search:
    """Return where these templates are looked for."""
    loader = templates.loader
    return loader.where if isinstance(loader, _Loader) else search(())


def views(item: Item, output: str) -> list[str]:
    """Return the templates that may show a block in an output ("handout", "slide"), the first that there is wins."""
    kinds = [item.kind, *(["exercise"] if item.task else []), "fallback"]
    return [f"blocks/{kind}.{output}.html.j2" for kind in kinds]


@contextmanager
def reporting(templates: Environment) -> Iterator[None]:
    """Turn a mistake in a template into a problem at its line.

    Raises:
        ContentError: in place of Jinja2's own error, and of any other that a line of a template raised itself.
    """
    try:
        yield
    except TemplateError as error:
        raise ContentError([_problem(error, templates)]) from error
    except (RecursionError, MemoryError) as error:
        # One that is ours does not run away: it is asked for by a course's own, or what it shows is too deep.
        own = [frame for frame in _frames(error) if not Path(frame.filename).is_relative_to(OWN)]
        if not own:
            raise
        said = (
            "this asks for itself" if isinstance(error, RecursionError) else "this comes to more than there is room for"
        )
        span = Span(own[-1].filename, own[-1].lineno or 1)
        raise ContentError([Problem(span, "template", said, "Correct the template")]) from error
    except (SyntaxError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        innermost = extract_tb(error.__traceback__)[-1]
        if innermost.name in {"call_binop", "safe_range"}:  # asked by a line of a template
            innermost = (_frames(error) or [innermost])[-1]
        if not innermost.filename.endswith(".j2"):
            _spoilt(error, innermost, templates)
            raise
        span = Span(innermost.filename, innermost.lineno or 1)
        raise ContentError([Problem(span, "template", str(error), "Correct the template")]) from error


def _spoilt(error: Exception, innermost: FrameSummary, templates: Environment) -> None:
    """Say that a course's own XML can't be used, where it is that which the readers of XML stumbled over.

    Raises:
        ContentError: with each template that it may be.
    """
    if _READERS.isdisjoint(Path(innermost.filename).parts):
        return
    folders = [folder for folder in where(templates).folders if folder != OWN]
    found = sorted(file for folder in folders for ending in _XML for file in folder.rglob(ending))
    if found:
        said = f"what this becomes can't be used: {error}"
        raise ContentError([Problem(Span(str(file)), "template", said, "Correct the template") for file in found])


def _problem(error: TemplateError, templates: Environment) -> Problem:
    file, line = _place(error)
    if isinstance(error, TemplateNotFound):
        name = str(error.name)
        advice = did_you_mean(name, templates.list_templates()) or "Add it"
        return Problem(Span(file, line), "template", f"there is no template `{name}`", advice)
    if isinstance(error, _OutsideError):
        return Problem(Span(file, line), "outside-course", str(error), "Include a file of the course's own")
    return Problem(Span(file, line), "template", error.message or str(error), "Correct the template")


def _place(error: TemplateError) -> tuple[str, int]:
    """Find the innermost template that an error came from: its own word for it, or the last frame of a template."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or str(error.name), error.lineno
    frames = _frames(error)
    return (frames[-1].filename, frames[-1].lineno or 1) if frames else ("templates", 1)


def css_string(text: str) -> str:
    """Write a text between the quotation marks of a style sheet."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def _frames(error: BaseException) -> list[FrameSummary]:
    """Return the lines of templates that an error came through."""
    return [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
