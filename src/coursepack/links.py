"""Where links lead: out into the web, or to another file or part of the same course."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from coursepack.load.attributes import spelled

if TYPE_CHECKING:
    from collections.abc import Container

    from coursepack.course import Course

WEB = re.compile(r"(?:https?|mailto):|www\.", re.IGNORECASE)
# What other tools make pages of; their links name the source or the page that comes of it.
_PAGE = re.compile(r"\.(?:md|markdown|qmd|rmd|ipynb|html?)$", re.IGNORECASE)
# One of MyST, or of a site, is named without an ending.
_STEM = re.compile(r"(?:\.{1,2}/|/)*\w+[-_/]\w[\w./-]*|(?:/|(?:\.{1,2}/)+)\w+")
# A page of a site is a folder there: its neighbours are a level up.
_UP = "../"
# Files that lie beside a lesson, to be taken from its site: an ending that no address of a site has.
_FILE = re.compile(
    r"(?:.*/)?[^/?#]*\.(?:py|r|jl|js|sql|java|cs|cpp|tex|pdf|docx?|odt|ods|xlsx?|pptx?|csv|tsv|json|ya?ml|txt|zip|mp[34]|wav|webm"
    r"|png|jpe?g|gif|svg|webp|sb3|ggb)",
    re.IGNORECASE,
)


def anchored(kind: str, name: str, known: Container[str]) -> str:
    """Return the anchor of what `@kind:name` leads to: ids are alike only where one is a section's."""
    return f"{kind}:{name}" if f"{kind}:{name}" in known else name


class Inside:
    """The parts of a course, as its own links may name them."""

    def __init__(self, course: Course) -> None:
        """Gather files and ids; what leads to a section by another name does so first of all in its own file."""
        self.near = {(normpath(file), name): section.id for file, name, section in reversed(list(course.named()))}
        self.far = {name: section.id for _, name, section in reversed(list(course.named()))}
        self.files = {_PAGE.sub("", normpath(part.span.file)): part.front.id for part in course.parts()}
        self.paths = {_PAGE.sub("", normpath(part.span.file)): normpath(part.span.file) for part in course.parts()}
        self.ids = {
            name
            for part in course.parts()
            for section in part.sections
            for name in (section.id, *(block.id for block in section.blocks))
            if name
        } | set(self.files.values())

    def target(self, address: str, file: str) -> str | None:
        """Return the id that a link in a file leads to: a section, a block or a whole part; `None` if to nothing."""
        path, _, name = unquote(address).partition("#")
        if not path:
            return self._named(name, normpath(file))
        whole = _PAGE.sub("", normpath(join(dirname(file), path.rstrip("/"))))
        if path.startswith("/"):  # counted from where a site begins
            whole = next((one for one in self.files if one.endswith(whole)), whole)
        if whole not in self.files and path.startswith(_UP):
            whole = _PAGE.sub("", normpath(join(dirname(file), path.removeprefix(_UP).rstrip("/"))))
        part = self.files.get(whole)
        return (self._named(name, self.paths[whole]) or part) if part else None

    def _named(self, name: str, file: str) -> str | None:
        known = self.near.get((file, name)) or (name if name in self.ids else self.far.get(name))
        own = spelled(name)
        return known or (own if own in self.ids else None)


def is_page(address: str) -> bool:
    """Tell whether an address is that of a page or file beside this one, in the source or on a site."""
    path = address.partition("#")[0]
    return any(form.fullmatch(path) for form in (_STEM, _FILE)) or bool(_PAGE.search(path)) or path.endswith("/")


# What is measured by a site, and says nothing of the page.
_MEASURED = re.compile(r"(?<=[?&])(?:utm_\w+|fbclid|gclid|si|feature|ref)=[^&#]*&?")
_MOST = 90  # characters: what is longer nobody types


def typed(address: str) -> str:
    """Return an address as one types it, without what a browser adds by itself; a long one without its middle."""
    bare = _bare(address)
    if len(bare) <= _MOST:
        return bare
    host, _, path = bare.partition("/")
    return f"{host}/…{path[len(host) + 1 - _MOST :]}"


def is_long(address: str) -> bool:
    """Tell whether nobody would type an address."""
    return len(_bare(address)) > _MOST


def _bare(address: str) -> str:
    without = re.sub(r"^(?:https?://(?:www\.)?|mailto:)", "", address, flags=re.IGNORECASE)
    return _MEASURED.sub("", unquote(without)).rstrip("?&").removesuffix("/")
