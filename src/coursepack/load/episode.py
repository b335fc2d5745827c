"""What a lesson of The Carpentries says in boxes or fields of its own, and a unit in its front matter.

Its questions are the unit's question, its objectives the unit's, its key points what to keep, and the minutes of
teaching and of exercises are the unit's minutes. Fields that other tools keep for themselves are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity, Span, did_you_mean
from coursepack.values import Path, Text, Values

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

# The box → the field of a unit that it is.
BOXES = {"questions": "question", "objectives": "objectives", "keypoints": "summary"}
_MARKER = re.compile(r"^([ \t]*)(?:[-*+]|\d+[.)])[ \t]+")
# Fields of front matter that mean nothing on paper: of Jekyll, Quarto, Jupyter Book and their like.
_OTHERS = re.compile(
    r"layout|permalink|root|slug|source|format|jupyter|jupytext|kernelspec|bibliography|csl|execute|engine|editor(?:_options)?|toc"
    r"|number-sections|output|date(?:-modified)?|authors?|keywords|tags|categor(?:y|ies)|nav_order|parent|has_children"
    r"|redirect_from|math(?:jax)?|image|thumbnail|code-annotations|html-math-method|crossref|lang|language|description"
    r"|abstract|subtitle|exports|license|numbering|site|order|weight|comments|usemathjax|fontsize|linestretch|geometry"
    r"|(?:main|sans|mono|math)font(?:options)?|fontfamily|papersize|documentclass|classoption|(?:link|url|cite|toc|file)color"
    r"|colorlinks|header-includes|include-[a-z-]+|toc[-_][a-z-]+|numbersections|link-citations|nocite|params|theme|css"
    r"|highlight(?:-style)?|institute|affiliations?|email|orcid|doi|knit|vignette|pagetitle|shorttitle|runtime|filters"
    r"|always_allow_html|aliases|sidebar[-_a-z]*|freeze|aspectratio|collection|excerpt|last_modified_at|draft-mode"
)


@dataclass(frozen=True)
class Box:
    """A list that a unit has in its front matter: the field, the lines, and where they begin, `indent` columns in."""

    field: str
    lines: tuple[str, ...]
    span: Span
    indent: int

    def items(self) -> Iterator[Text]:
        """Yield its items, or its paragraphs."""
        first, made = 0, list[str]()
        for number, line in enumerate((*self.lines, "")):
            begins = not line.strip() or _MARKER.match(line)
            if begins and any(map(str.strip, made)):
                yield self._text(made, first)
                made = []
            if begins:
                first, made = number, []
            made.append(_MARKER.sub(lambda found: " " * len(found[0]), line))

    def text(self) -> Text:
        """Return all of it as one text."""
        return self._text([_MARKER.sub(lambda found: " " * len(found[0]), line) for line in self.lines], 0)

    def _text(self, lines: Sequence[str], first: int) -> Text:
        source = "\n".join(lines)
        skipped = len(source) - len(source.lstrip())
        row, column = source[:skipped].count("\n"), skipped - (source.rfind("\n", 0, skipped) + 1)
        at = Span(self.span.file, self.span.line + first + row, self.indent + column + 1)
        return Text(source.strip(), at, self.indent)


def completed(front: Values, boxes: Sequence[Box], known: Collection[str], problems: list[Problem]) -> Values:
    """Return a unit's front matter with what its boxes say, and with the fields of other tools read or left out.

    A field is of another tool if it is listed, or if nobody can mean one of the `known` by it.
    """
    if not isinstance(front.value, dict):
        return front
    fields, spans = dict(front.value), dict(front.spans)
    _minutes(fields, spans)
    for name, field in (("questions", "question"), ("keypoints", "summary")):
        written = fields.pop(name, None)
        if isinstance(written, list) and field not in fields:
            spans[field,] = spans[name,]
            _keep(fields, spans, field, [Text(str(one), spans[name, n], 0) for n, one in enumerate(written)])
    for box in boxes:
        if box.field not in fields:
            spans[box.field,] = box.span
            _keep(fields, spans, box.field, [box.text()] if box.field == "question" else list(box.items()))
    problems.extend(_left_out(fields, front, known))
    return Values(fields, spans, front.keys)


def _minutes(fields: dict[str, object], spans: dict[Path, Span]) -> None:
    parts = [fields.pop(name, None) for name in ("teaching", "exercises")]
    known = [part for part in parts if isinstance(part, int)]
    if sum(known) and "minutes" not in fields:
        fields["minutes"] = sum(known)
        spans["minutes",] = next(spans[name,] for name in ("teaching", "exercises") if (name,) in spans)


def _keep(fields: dict[str, object], spans: dict[Path, Span], field: str, items: Sequence[Text]) -> None:
    """Put a list into the field of a unit that says the same."""
    path: Path = (field,)
    if field == "question":
        fields[field] = items[0] if len(items) == 1 else Text(" ".join(items), spans[path], 0)
        return
    fields[field] = list(items)
    if field == "summary":
        path = ("summary", "points")
        fields[field] = {"points": list(items)}
        spans[path] = spans["summary",]
    spans.update({(*path, n): item.span for n, item in enumerate(items)})


def _left_out(fields: dict[str, object], front: Values, known: Collection[str]) -> Iterator[Problem]:
    """Take the fields out that other tools keep for themselves, and say so."""
    strange = [name for name in fields if name not in known and not did_you_mean(name, known)]
    for name in [name for name in fields if name in strange or _OTHERS.fullmatch(name)]:
        del fields[name]
        message, advice = f"`{name}` is a field of another tool, and is left out", "Delete it, if nothing else needs it"
        yield Problem(front.keys[name,], "foreign-field", message, advice, Severity.NOTE)
