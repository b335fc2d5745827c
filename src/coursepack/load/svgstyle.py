"""The style of a drawing: nothing is opened by it, and no font is named by it but its size, weight and slope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tinycss2

from coursepack.load.picture import PictureError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Rules of a style sheet, and signs of a selector.
_RULES, _SELECTOR = 2000, 500
_WEIGHTS = frozenset({"bold", "bolder", "lighter", *(f"{tens}00" for tens in range(1, 10))})
_SLOPES = frozenset({"italic", "oblique"})


def stylesheet(css: str) -> tuple[str, list[str]]:
    """Return a style sheet without rules that begin with @ and without families, and the family that each first named.

    Raises:
        PictureError: it opens another file, or has more rules than a drawing needs.
    """
    rules: list[str] = []
    fonts: list[str] = []
    found = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    if len(found) > _RULES:
        raise PictureError(f"has a style sheet of more than {_RULES} rules", "Save it as plain SVG", "large-picture")
    for rule in found:
        if rule.type == "at-rule" and rule.lower_at_keyword == "import":
            raise opening("a style sheet")
        if rule.type == "qualified-rule":
            selector = tinycss2.serialize(rule.prelude).strip()
            inside, named = declarations(tinycss2.serialize(rule.content))
            fonts += named
            rules += [f"{selector}{{{inside}}}"] if len(selector) <= _SELECTOR else []
    return "\n".join(rules), fonts


def declarations(css: str) -> tuple[str, list[str]]:
    """Return declarations without families, and the family that each asked for first.

    Raises:
        PictureError: one of them opens another file.
    """
    kept: list[str] = []
    fonts: list[str] = []
    for found in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if found.type != "declaration":
            continue
        closed(found.value)
        if found.lower_name == "font-family":
            fonts += families(tinycss2.serialize(found.value))[:1]
        elif found.lower_name == "font":
            parts, named = _font(found.value)
            kept += parts
            fonts += named
        else:
            said = " !important" if found.important else ""
            kept.append(f"{found.name}:{tinycss2.serialize(found.value).strip()}{said}")
    return ";".join(kept), fonts


def values(css: str) -> None:
    """Look at the value of an attribute.

    Raises:
        PictureError: it opens another file.
    """
    if "(" in css and ("url" in css.lower() or "\\" in css):
        closed(tinycss2.parse_component_value_list(css))


def closed(found: Iterable[Any]) -> None:
    """Raise a PictureError if a value opens anything but a part of the drawing."""
    for one in found:
        if one.type == "url":
            _inside(one.value)
        elif one.type == "function":
            if one.lower_name in {"url", "src", "image", "image-set", "attr"}:
                _inside(next((part.value for part in one.arguments if part.type == "string"), one.lower_name))
            closed(one.arguments)
        elif one.type in {"() block", "[] block", "{} block"}:
            closed(one.content)


def families(value: str) -> list[str]:
    """Return the families of a list of them, without quotation marks."""
    return [name for part in value.split(",") if (name := part.strip().strip("\"'").strip())]


def opening(what: str) -> PictureError:
    """Say that a drawing would open something outside it."""
    return PictureError(f"opens {what}", "Save the drawing with all that it shows in it", "outside-course")


def _inside(address: str) -> None:
    if not address.strip().startswith("#"):
        raise opening(address.strip())


def _font(value: Sequence[Any]) -> tuple[list[str], list[str]]:
    """Take the shorthand `font` to pieces: what it says of weight, slope and size, and its first family."""
    words, _, _ = tinycss2.serialize(value).strip().partition(",")
    parts = words.split()
    sized = next((place for place, word in enumerate(parts) if word[0].isdigit() and word not in _WEIGHTS), None)
    if sized is None:
        return [], []
    kept = [f"font-weight:{word}" for word in parts[:sized] if word.lower() in _WEIGHTS]
    kept += [f"font-style:{word}" for word in parts[:sized] if word.lower() in _SLOPES]
    kept.append(f"font-size:{parts[sized].partition('/')[0]}")
    first = " ".join(parts[sized + 1 :])
    return kept, families(first)
