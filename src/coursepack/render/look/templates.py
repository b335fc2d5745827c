"""The Jinja2 environments: templates of the course first, then coursepack's own, file by file."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from jinja2 import (
    BytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.sandbox import SandboxedEnvironment

from coursepack.load.files import OWN as OWN  # noqa: PLC0414 who has templates asks for it here
from coursepack.load.files import undecodable
from coursepack.problem import ContentError, Problem, Span, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import CodeType

    from jinja2 import Environment
    from jinja2.bccache import Bucket
    from jinja2.runtime import Context

    from coursepack.pack import Item


class _Loader(FileSystemLoader):
    """Reads templates, and says where one is not UTF-8."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text.

        Raises:
            ContentError: it is not UTF-8.
        """
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            found = next(file for file in (Path(folder) / template for folder in self.searchpath) if file.is_file())
            raise ContentError([undecodable(str(found), error.object, error.start)]) from error


class _Compiled(BytecodeCache):
    """Keeps what templates were compiled to, for all environments of a process: each output has one of its own.

    Which filters there are goes into the code; what they do must not, hence `_at_rendering`.
    """

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, frozenset[str]], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is kept of the same text under the same name, if there is any."""
        bucket.code = self.kept.get(_same(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self.kept[_same(bucket)] = bucket.code


_COMPILED = _Compiled()


def _same(bucket: Bucket) -> tuple[str, str, frozenset[str]]:
    return bucket.key, bucket.checksum, frozenset(bucket.environment.filters)


@pass_context
def _at_rendering(_: Context, value: object) -> object:
    """Return a value as it is; that this wants a context keeps Jinja2 from working constants out while it compiles."""
    return value


def environment(folders: Sequence[Path] = ()) -> SandboxedEnvironment:
    """Make an environment that searches `folders` in order, then coursepack's own templates.

    It is sandboxed because a course may bring templates of its own, and strict: an unknown name is an error.
    """
    return SandboxedEnvironment(
        loader=_Loader([*folders, OWN]),
        autoescape=lambda name: name is None or not name.endswith((".css.j2", ".txt.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,
        finalize=_at_rendering,
        bytecode_cache=_COMPILED,
    )


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
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        innermost = extract_tb(error.__traceback__)[-1]
        if not innermost.filename.endswith(".j2"):
            raise
        span = Span(innermost.filename, innermost.lineno or 1)
        raise ContentError([Problem(span, "template", str(error), "Correct the template")]) from error


def _problem(error: TemplateError, templates: Environment) -> Problem:
    file, line = _place(error)
    if isinstance(error, TemplateNotFound):
        name = str(error.name)
        advice = did_you_mean(name, templates.list_templates()) or "Add it"
        return Problem(Span(file, line), "template", f"there is no template `{name}`", advice)
    return Problem(Span(file, line), "template", error.message or str(error), "Correct the template")


def _place(error: TemplateError) -> tuple[str, int]:
    """Find the innermost template that an error came from: its own word for it, or the last frame of a template."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or str(error.name), error.lineno
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    return (frames[-1].filename, frames[-1].lineno or 1) if frames else ("templates", 1)


def css_string(text: str) -> str:
    """Write a text between the quotation marks of a style sheet."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
