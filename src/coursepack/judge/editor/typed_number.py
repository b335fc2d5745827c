"""A number that is typed by hand where a reference would count along: "see Exercise 3.2", "in Fig. 3.1".

Said where the course prints just that name of something, or names of its kind and none with that number. What a work
has under such a number is another's: with a citation beside it, behind a year ("Smith 2001, Figure 3.1"), before "of",
in a quotation. Articles and chapters of laws have names that no course prints. A title, "Unit 3: Rivers", has a number
of its author's own, and so has what speaks of it where the course counts another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.judge.prose import GAP, own, phrases, runs
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.judge.prose import Run
    from coursepack.languages.labels import Labels
    from coursepack.pack import Item, Pack, Target
    from coursepack.text import Rich

_NUMBER = r"(?P<number>\d{1,3}(?:\.(?:\d{1,3}|[A-Z]))?)(?!\w|[.,:/\u2013-]\w|\s?%)"
# Somebody else's: a year, and perhaps a page, before it; a citation behind it.
_BEFORE = re.compile(r"\d{4}[a-z]?\)?[,:;]?\s(?:[^\W\d]{1,2}\.\s?\d+,\s)?\(?$")
_BEHIND = re.compile(rf"[^.;!?]{{0,24}}{GAP}")
# What worksheets, which print exercises alone, have none of.
_READ = {"section", "unit"}
_OPENING, _CLOSING = "\u201c\u00ab\u201e\u300c", "\u201d\u00bb\u300d"


def find(pack: Pack) -> Iterator[Problem]:
    """Yield such numbers, each where it stands."""
    known, typed, of = _known(pack), _pattern(pack.labels), phrases(pack.labels["typed_of"])
    titles, called = {id(part.front.title) for part in pack.parts()}, set(_called(pack, typed))
    counted = {label for label, number in known if "." in number}
    asked = {id(text) for item in _items(pack) if item.task for text in item.block.printed()}
    for run in (run for part in pack.parts() for text in own(part) for run in _unquoted(text)):
        for found in typed.finditer(run.words):
            label = _label(found)
            target = known.get((label, found["number"].upper()))
            if id(run.text) in titles or (label, found["number"]) in called or _is_others(run, found, of):
                continue
            if target:
                is_asked = id(run.text) in asked and target[1].kind in _READ
                yield _in_words(run, found, target[1]) if is_asked else _right(run, found, pack.labels[label], *target)
            elif label in counted and "." in found["number"]:
                yield _wrong(run, found)


def _items(pack: Pack) -> Iterator[Item]:
    return (item for part in pack.parts() for section in part.sections for item in section.items)


def _known(pack: Pack) -> Mapping[tuple[str, str], tuple[str, Target]]:
    """Return what has a number, with its name in references, by the label that is printed before it."""
    labels = {str(pack.labels[name]): name for name in reversed(list(pack.labels["typed"]))}
    found: dict[tuple[str, str], tuple[str, Target]] = {}
    for name, target in pack.targets.items():
        label = labels.get(target.name.removesuffix(target.number).strip()) if target.number else None
        if label:
            kind = "exercise" if label == "exercise" else target.kind
            found.setdefault((label, target.number), (f"{kind}:{name.removeprefix(f'{kind}:')}", target))
    return found


def _called(pack: Pack, typed: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield the names with a number that authors call units by, where their own is another."""
    for part in pack.units:
        found = typed.match(part.front.title.plain())
        if found and found["number"] != str(part.number):
            yield _label(found), found["number"]


def _pattern(labels: Labels) -> re.Pattern[str]:
    """Return what a language says before a number, whichever form it has."""
    names = (
        rf"(?P<{name}>{'|'.join(map(re.escape, sorted(forms.split('|'), key=len, reverse=True)))})"
        for name, forms in labels["typed"].items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})[\s\u00a0]{{0,2}}{_NUMBER}", re.IGNORECASE)


def _label(found: re.Match[str]) -> str:
    return next(name for name, words in found.groupdict().items() if words and name != "number")


def _unquoted(text: Rich) -> Iterator[Run]:
    """Yield the runs of a text that stand in no quotation of its own."""
    depth, quoted = 0, set[int]()
    for token in text.tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth:
            quoted.add(id(token))
    return (run for run in runs([text]) if id(run.inline) not in quoted)


def _is_others(run: Run, found: re.Match[str], of: re.Pattern[str] | None) -> bool:
    """Tell whether a number is that of another work."""
    before, behind = run.words[: found.start()], run.words[found.end() :]
    opened = sum(map(before.count, _OPENING)) > sum(map(before.count, _CLOSING)) or before.count('"') % 2
    begins = of and of.match(behind.lstrip())
    # "Unit 2 Fieldwork Skills": what is called so somewhere else.
    is_name = "." not in found["number"] and behind[:1].isspace() and behind.lstrip()[:1].isupper()
    return bool(opened or begins or is_name or _BEFORE.search(before) or _BEHIND.match(behind))


def _right(run: Run, found: re.Match[str], label: str, name: str, target: Target) -> Problem:
    """Say what to write for it: the number alone, where its label has another form than a reference's."""
    is_whole = found[_label(found)].casefold() == label.casefold()
    words, printed = (f"@{name}", target.name) if is_whole else (rf"\@ref({name.partition(':')[2]})", target.number)
    at = run.at(*(found.span() if is_whole else found.span("number")))
    return Problem(at, "typed-number", _said(found), f"Write `{words}`, which prints “{printed}”", Severity.NOTE)


def _in_words(run: Run, found: re.Match[str], target: Target) -> Problem:
    advice = f"Say in words what is meant: a worksheet has no {target.kind}"
    return Problem(run.at(*found.span()), "typed-number", _said(found), advice, Severity.NOTE)


def _said(found: re.Match[str]) -> str:
    return f"“{found[0]}” is typed by hand: it stays as it is where numbers change, and leads to no page"


def _wrong(run: Run, found: re.Match[str]) -> Problem:
    message = f"nothing in the course is “{found[0]}”: the number is typed by hand"
    advice = "Refer to what is meant by its id, as `@figure:…` or `@section:…` does: such numbers count along"
    return Problem(run.at(*found.span()), "typed-number", message, advice, Severity.WARNING)
