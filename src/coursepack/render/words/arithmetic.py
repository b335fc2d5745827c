"""Where a line ends in what is worked out: behind a sign, never before it, and in a value only where it is a long sum.

A value is in one piece: a product, a share, or a sum of two. Of relations a line ends behind those that follow what is
worked out: "12.5 / 50 = 0.25" may be parted there, "n = 9" nowhere.
"""

from __future__ import annotations

import re

_GAP = "[ \u00a0]"
_NUMBER = r"[(\u221a\u2212-]*\d[\d.,]*[)%\u00b2\u00b3]*"
_SUMS, _PRODUCTS = "[+\u2212±]", "[\u00d7÷\u00b7/*]"
_OPERATORS, _RELATIONS = f"(?:{_SUMS}|{_PRODUCTS})", "[=≠≈<>≤≥]"
SIGNS = (
    re.compile(rf" (?={_RELATIONS} \S)"),
    re.compile(rf"(?:^|(?<!\S)(?<!{_OPERATORS}{_GAP})\S+){_GAP}{_RELATIONS} (?=[-\u2212]?\d)"),
    re.compile(r" (?=[+\u2212±\u00d7÷] )"),
    re.compile(rf"(?<=[\d)%\u00b2\u00b3]){_GAP}{_PRODUCTS}{_GAP}(?={_NUMBER}(?!\w))"),
    re.compile(rf"(?<!{_OPERATORS}{_GAP})(?<!\S){_NUMBER}{_GAP}{_SUMS}{_GAP}{_NUMBER}(?!\w|{_GAP}{_OPERATORS}{_GAP})"),
)
# A short share is whole: "3/n", "km/h". So is one whose second part has a mark of its own, "3/*n*": nothing ends there.
SHARE = r"(?<![\w/.-])[\w.,]{1,4}/[\w\u221a]{1,3}(?![\w/])"
STROKE = re.compile(r"(?<=\d/)\Z|(?<=\A/)(?=[\u221a\d(])")
