"""Callouts as other tools write them, read as {callout} blocks.

Divs between colons (`div.py`), MyST's directives between backticks (```` ```{note} ````), and alerts of GitHub and
Obsidian (`> [!NOTE]`, folded `> [!note]- Title`). What answers, helps or is the teacher's inside of one becomes a field
of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coursepack.callouts import CALLOUTS, DIVS, NAMES
from coursepack.load import answering, div
from coursepack.problem import Span
from coursepack.values import Text, Values

if TYPE_CHECKING:
    from collections.abc import Mapping


_ALERT = re.compile(r"\[!([\w-]+)\]([-+]?)[ \t]*([^\n]*)\n?")
_QUOTED = re.compile(r"^[ \t]*> ?", re.MULTILINE)
_HEAD = re.compile(r"\A(\s*)#{1,6}[ \t]+(?:\*\*)?([^\n]*)")
# Divs inside of one that are fields of it.
_FIELDS = {
    **{name: "solution" for name, kind in NAMES.items() if kind == "solution"},
    "hint": "hint",
    "instructor": "teacher",
}
# What other tools number and refer to by its number, though its kind has none here.
_COUNTED = frozenset({"exercise", "exr", "question"})
_BARE = frozenset({"admonition", "callout"})
# What a title only says again.
_SAID = re.compile(r"(?i)(?:the )?(?:solutions?|answers?|hints?|instructor notes?|answer key)\s*:?")

_WORD = re.compile(r"[^\W\d_]+")
# What a screen folds may hold an answer, which its title says; on paper it is the teacher's.
_FOLDED = frozenset({"details", "dropdown", "spoiler", "toggle"})
# A word in the name of a kind of somebody's own that says whose it is, “note-prof”.
_TEACHERS = re.compile(
    r"(?:teacher|instructor|tutor|prof(?:es+[eo]u?r)?|enseignant|lehr(?:er|kraft)|docent[ei]?|maestro|leraar|nauczyciel)s?"
)
_PLAIN = frozenset({"note", "tip", "caution", "key-idea"})


@dataclass(frozen=True)
class Admonition:
    """A callout of another tool: its kind, title and id here, its texts by field, and how many lines stand before."""

    kind: str
    title: str
    texts: Mapping[str, str]
    skipped: int
    id: str = ""
    plain: Mapping[str, object] = field(default_factory=dict)
    # The title for which alone it is the teacher's, if that says more than a label: it may mean something else.
    taken: str = ""
    # The title of one that is folded and does not say what it holds, which may answer.
    shut: str = ""

    def folded(self) -> Admonition:
        """Return what it is on paper if a screen folds it: what answers is the teacher's."""
        if answering.is_question(self.title) and (texts := _answered(self.texts)):
            return replace(self, kind="task" if self.kind == "note" else self.kind, texts=texts)
        sure = bool(_SAID.fullmatch(self.title)) or len(_WORD.findall(self.title)) == 1
        if CALLOUTS[self.kind].private or not (sure or self.kind in _PLAIN):
            return self
        if not answering.answers(self.title) and not answering.reveals(self.title):
            return replace(self, shut=self.title) if self.kind == "note" and answering.is_shut(self.title) else self
        sure = sure and answering.answers(self.title)
        taken = "" if sure else self.title
        return replace(self, kind="solution", title=titled("solution", self.title), plain={}, taken=taken)

    def values(self, span: Span, indent: int) -> Values:
        """Return the fields of a {callout} block; `span` is that of the line above the text, which is indented."""
        at = Span(span.file, span.line + 1 + self.skipped, indent + 1)
        fields: dict[str, object] = {"kind": Text(self.kind, span), **self.plain}
        fields |= {name: Text(text, at, indent) for name, text in self.texts.items() if text.strip()}
        for name, words in (("title", self.title), ("id", self.id)):
            fields |= {name: Text(words, span)} if words else {}
        spans: dict[tuple[str | int, ...], Span] = {(): span}
        spans |= {(name,): at if name in self.texts else span for name in fields}
        return Values(fields, spans, {path: place for path, place in spans.items() if path})


def read(info: str, content: str) -> Admonition | None:
    """Read a div or directive by the words after its fence; `None` if it is no callout."""
    found = div.read(info, content)
    # A name that says nothing of the kind gives way to a class.
    names = sorted([*found.names, *found.options.get("class", "").lower().split()], key=lambda name: name in _BARE)
    kind = next((DIVS[name] for name in names if name in DIVS), None)
    if kind is None:
        return None
    title = titled(kind, found.title)
    counts = CALLOUTS[kind].numbered or not _COUNTED.isdisjoint(names)
    more = {"numbered": "nonumber" not in found.options} if counts and (found.id or "question" in names) else {}
    # A beginning alone, `{#exm-}`, asks for a number and names nothing.
    named = "" if found.id.endswith("-") else found.id
    made = Admonition(kind, title, parted(found.body), found.skipped, named, more)
    folded = found.options.get("collapse", "false") != "false" or not _FOLDED.isdisjoint(names)
    return made.folded() if folded else made


def titled(kind: str, words: str) -> str:
    """Return a title, if it says more than the label of its kind."""
    return "" if CALLOUTS[kind].private and _SAID.fullmatch(words) else words


def parted(body: str) -> dict[str, str]:
    """Part a text into the fields of a callout; every line keeps its place, so lines of other fields are empty."""
    lines = body.split("\n")
    texts = {"body": list(lines)}
    for first, last, info in div.inner(body):
        name = next((_FIELDS[name] for name in div.read(info, "").names if name in _FIELDS), None)
        if name is None:
            continue
        texts["body"][first : last + 1] = [""] * (last + 1 - first)
        into = texts.setdefault(name, [""] * len(lines))
        into[first + 1 : last] = _headless("\n".join(lines[first + 1 : last])).split("\n")
    return {name: "\n".join(text) for name, text in texts.items()}


def _answered(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Part what answers from what is asked, from the line on that is called an answer; nothing if none is."""
    lines = texts["body"].split("\n")
    known = div.plain_lines(lines) if "solution" not in texts else ()
    at, words = next(((at, words) for at in known if (words := answering.labelled(lines[at])) is not None), (0, None))
    if words is None:
        return {}
    asked = [*lines[:at], *[""] * (len(lines) - at)]
    return {**texts, "body": "\n".join(asked), "solution": "\n".join([*[""] * at, words, *lines[at + 1 :]])}


def _headless(text: str) -> str:
    """Leave out a heading that says no more than the label does."""
    head = _HEAD.match(text)
    return head[1] + text[head.end() :] if head and _SAID.fullmatch(head[2].rstrip().removesuffix("**")) else text


def unquoted(lines: str) -> str:
    """Return the lines of a quotation without its signs."""
    return _QUOTED.sub("", lines)


def alert(lines: str) -> Admonition | None:
    """Read a quotation as an alert, from its own lines; `None` if it is none."""
    inside = unquoted(lines)
    found = _ALERT.match(inside)
    if found is None:
        return None
    kind, title = called(found[1], found[3].strip() or None)
    made = Admonition(kind, titled(kind, title), {"body": inside[found.end() :]}, 0)
    return made.folded() if found[2] else made


def called(word: str, title: str | None) -> tuple[str, str]:
    """Return the kind and the title of a callout; a word that is no kind here is a note's title, if it has none."""
    known = NAMES.get(word.lower())
    known = "instructor" if not known and any(map(_TEACHERS.fullmatch, re.split(r"[-_]", word.lower()))) else known
    return known or "note", ("" if known else word[0].upper() + word[1:].replace("-", " ")) if title is None else title
