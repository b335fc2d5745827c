"""Callouts as other tools write them, read as {callout} blocks.

Fenced divs of Quarto and Pandoc (`::: {.callout-note title="…"}`), of MyST (`:::{tip} Title`) and plain ones
(`::: warning`), MyST's directives between backticks (```` ```{note} ````), and GitHub's alerts (`> [!NOTE]`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coursepack.problem import Span
from coursepack.values import Text, Values

# What other tools call a callout → its kind here.
KINDS = {
    "note": "note",
    "seealso": "note",
    "admonition": "note",
    "info": "note",
    "tip": "tip",
    "hint": "tip",
    "important": "key-idea",
    "warning": "caution",
    "caution": "caution",
    "attention": "caution",
    "danger": "caution",
    "error": "caution",
}
_INFO = re.compile(r"\{?\s*\.?(?:callout-)?([A-Za-z]+)\s*(?P<inside>[^{}]*)\}?\s*(?P<title>.*)$")
_TITLE = re.compile(r"""title=(?:"([^"]*)"|'([^']*)')""")
_HEAD = re.compile(r"\A\s*#{1,6}[ \t]+([^\n]+)\n")
_OPTION = re.compile(r"\A(?::[\w-]+:[^\n]*\n)+")
_ALERT = re.compile(r"\[!(\w+)\][ \t]*([^\n]*)\n?")
_QUOTED = re.compile(r"^ {0,3}> ?", re.MULTILINE)


@dataclass(frozen=True)
class Admonition:
    """A callout of another tool: its kind here, its title if it has one, its text, and how many lines are before it."""

    kind: str
    title: str
    body: str
    skipped: int

    def values(self, span: Span, indent: int) -> Values:
        """Return the fields of a {callout} block; `span` is that of the line above the text, which is indented."""
        at = Span(span.file, span.line + 1 + self.skipped, indent + 1)
        fields = {"kind": Text(self.kind, span), "body": Text(self.body, at, indent)}
        spans: dict[tuple[str | int, ...], Span] = {(): span, ("kind",): span, ("body",): at}
        if self.title:
            fields["title"] = Text(self.title, span)
            spans["title",] = span
        return Values(fields, spans, {path: place for path, place in spans.items() if path})


def read(info: str, content: str) -> Admonition | None:
    """Read a div or directive by the words after its fence; `None` if it is no callout."""
    found = _INFO.fullmatch(info.strip())
    kind = KINDS.get(found[1].lower()) if found else None
    if found is None or kind is None:
        return None
    named = _TITLE.search(found["inside"])
    bare = "" if "{" in info else found["inside"].strip()
    title = (named[1] or named[2]) if named else found["title"].strip() or bare
    options = _OPTION.match(content)
    skipped, body = (options[0].count("\n"), content[options.end() :]) if options else (0, content)
    head = _HEAD.match(body)
    if head and not title:  # Quarto: a heading at the beginning is the title
        title = head[1]
        skipped, body = skipped + head[0].count("\n"), body[head.end() :]
    return Admonition(kind, title, body, skipped)


def alert(lines: str) -> Admonition | None:
    """Read a quotation as GitHub's alert, from its own lines; `None` if it is none."""
    inside = _QUOTED.sub("", lines)
    found = _ALERT.match(inside)
    kind = KINDS.get(found[1].lower()) if found else None
    if found is None or kind is None:
        return None
    return Admonition(kind, found[2].strip(), inside[found.end() :], 0)
