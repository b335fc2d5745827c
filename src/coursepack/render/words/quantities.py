r"""Quantities in formulas, as plain LaTeX: the common part of siunitx, and mhchem's `\pu`.

Read are `\SI`, `\qty`, `\si`, `\unit`, `\num`, `\ang` and ranges. Units are written out (`m/s^2`) or by siunitx's names
(`\metre\per\second\squared`, `\kHz`): SI units and prefixes of the SI brochure (BIPM, 9th edition, tables 2 to 8).
"""

from __future__ import annotations

import re

_PREFIXES = {
    "yocto": "y", "zepto": "z", "atto": "a", "femto": "f", "pico": "p", "nano": "n", "micro": r"\mu ", "milli": "m",
    "centi": "c", "deci": "d", "deca": "da", "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T",
    "peta": "P", "exa": "E",
}  # fmt: skip
_UNITS = {
    "metre": "m", "meter": "m", "second": "s", "gram": "g", "kilogram": "kg", "ampere": "A", "kelvin": "K",
    "mole": "mol", "candela": "cd", "hertz": "Hz", "newton": "N", "pascal": "Pa", "joule": "J", "watt": "W",
    "coulomb": "C", "volt": "V", "farad": "F", "ohm": r"\Omega ", "siemens": "S", "weber": "Wb", "tesla": "T",
    "henry": "H", "lumen": "lm", "lux": "lx", "becquerel": "Bq", "gray": "Gy", "sievert": "Sv", "katal": "kat",
    "radian": "rad", "steradian": "sr", "litre": "l", "liter": "l", "minute": "min", "hour": "h", "day": "d",
    "hectare": "ha", "tonne": "t", "bar": "bar", "electronvolt": "eV", "dalton": "Da", "percent": r"\% ",
    "degree": r"^{\circ} ", "celsius": r"^{\circ}C", "degreeCelsius": r"^{\circ}C", "angstrom": r"\text{\AA}",
    "bel": "B", "decibel": "dB", "neper": "Np", "arcminute": "'", "arcsecond": "''", "astronomicalunit": "au",
}  # fmt: skip
# siunitx's short names: a prefix and a unit, `\kHz`.
_SHORT = re.compile(r"([yzafpnumcdhkMGTPE]?)(m|s|g|mol|A|l|L|Hz|N|Pa|ohm|V|W|J|eV|Wh|F|H|C|K|T|B|S)(?![A-Za-z])")
_SHORT_SIGNS = {"u": r"\mu ", "ohm": r"\Omega "}
_POWERS = {"squared": "2", "cubed": "3"}
_NAME = re.compile(r"\\([A-Za-z]+)\s*(?:\{(-?\d+)\})?")
_NUMBER = re.compile(r"([+-]?[0-9]*[.,]?[0-9]+)(?:\s*(?:\+-|\\pm)\s*([0-9.,]+))?(?:[eEdD]([+-]?[0-9]+))?")
_POWER = re.compile(r"([A-Za-z])(-?[0-9]+)")
_LITERAL = re.compile(r"[^\W\d_]+|\^\{?-?\d+\}?|[./*~]|%|°|\s+")


class QuantityError(ValueError):
    """Raised where a number or a unit can't be read; the message says which."""


def number(source: str) -> str:
    """Rewrite a number: `6.02e23` with a power of ten.

    Raises:
        QuantityError: it is no number.
    """
    found = _NUMBER.fullmatch(source.replace(" ", ""))
    if not found:
        message = f"`{source}` is no number"
        raise QuantityError(message)
    value, spread, power = (part and part.replace(",", "{,}") for part in found.groups())
    made = f"{value} \\pm {spread}" if spread else value
    if not power:
        return str(made)
    return rf"{f'({made})' if spread else made} \times 10^{{{int(power)}}}"


def unit(source: str) -> str:
    """Rewrite a unit.

    Raises:
        QuantityError: a unit is not known.
    """
    return _named(source) if "\\" in source else _written(source)


def quantity(value: str, of: str) -> str:
    """Rewrite a number with its unit, a thin blank between them; a degree stands close."""
    between = "" if of.strip() in {r"\degree", "°"} else r"\,"
    return f"{number(value)}{between}{unit(of)}"


def span(first: str, last: str, of: str = "") -> str:
    """Rewrite two numbers, and their unit, as what lies between them."""
    return f"{number(first)}\\text{{\u2013}}{quantity(last, of) if of else number(last)}"


def physical(source: str) -> str:
    r"""Rewrite mhchem's `\pu{75.3 J // mol K}`, `\pu{123 kJ mol-1}`.

    Raises:
        QuantityError: its number or unit can't be read.
    """
    found = _NUMBER.match(source.strip())
    of = source.strip()[found.end() if found else 0 :].strip()
    of = _POWER.sub(r"\1^{\2}", re.sub(r"\s*//?\s*", "/", of))
    return quantity(found[0], of) if found and of else number(found[0]) if found else unit(of)


def angle(source: str) -> str:
    """Rewrite degrees, minutes and seconds, parted by semicolons."""
    signs = (r"^{\circ}", "'", "''")
    return "".join(
        f"{number(part)}{sign}" for part, sign in zip(source.split(";"), signs, strict=False) if part.strip()
    )


def _named(source: str) -> str:
    made, per, prefix, raised = list[tuple[str, int]](), False, "", 0
    for found in _NAME.finditer(source):
        name = found[1]
        if name == "per":
            per = True
        elif name in _PREFIXES:
            prefix += _PREFIXES[name]
        elif name in _POWERS or name == "tothe":
            power = int(_POWERS.get(name) or found[2] or 1)
            made[-1:] = [(made[-1][0], made[-1][1] * power)] if made else []
        elif name in {"square", "cubic"}:
            raised = 2 if name == "square" else 3
        elif sign := _UNITS.get(name) or _short(name):
            made.append((prefix + sign, (raised or 1) * (-1 if per else 1)))
            per, prefix, raised = False, "", 0
        else:
            message = f"there is no unit `\\{name}`"
            raise QuantityError(message)
    return r"\,".join(rf"\mathrm{{{sign}}}" + (f"^{{{power}}}" if power != 1 else "") for sign, power in made)


def _short(name: str) -> str:
    found = _SHORT.fullmatch(name)
    return "".join(_SHORT_SIGNS.get(part, part) for part in found.groups()) if found else ""


def _written(source: str) -> str:
    made, place = "", 0
    while place < len(source):
        found = _LITERAL.match(source, place)
        if not found:
            message = f"`{source[place]}` means nothing in a unit"
            raise QuantityError(message)
        made += _sign(found[0])
        place = found.end()
    return made


def _sign(sign: str) -> str:
    if sign[0] == "^":
        return f"^{{{sign.strip('^{}')}}}"
    if sign in {".", "*", "~"} or sign.isspace():
        return r"\,"
    return {"/": "/", "%": r"\%", "°": r"^{\circ}"}.get(sign) or rf"\mathrm{{{sign}}}"
