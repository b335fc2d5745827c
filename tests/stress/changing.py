"""Changes files and values as accidents and attackers do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

# What others have written into files of every kind that a reader knows, a line a kind.
PIECES = (
    *(b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xc2\xa0", b"\r", b"\t", b"\n\n", b"\n    ", b"---\n"),
    *(b"&a ", b"*a", b"!!float ", b"<<: ", b"? ", b"- ", b": ", b"{", b"}", b"[", b"](", b"|", b">", b"#", b"'", b'"'),
    *(b"```", b"```{figure}\n", b":::", b"::: {.callout-note}\n", b"<!--", b"|a|b|\n|-|-|\n", b"[^1]: ", b"![", b"==="),
    *(b"$", b"$$", b"\\frac", b"\\left(", b"\\(", b"[^1]", b"@figure:", b"{.gap}", b"{.term}", b"{#a}", b"{width=0}"),
    *(b"1e308", b"-0", b"nan", b"9" * 40, b"0.1", b"=1+1", b"2024-02-30", b"../", b"/etc/passwd", b"https://a.example"),
    *(
        b"{{",
        b"{%",
        b"{{ x }}",
        b"{% for a in b %}",
        b"{% include 'a' %}",
        b"{{ loop }}",
        b"|line",
        b"{#",
        b"%}",
        b"}}",
    ),
    *(
        b"<svg",
        b"<g>",
        b"</g>",
        b'href="#a"',
        b"url(#a)",
        b'style="',
        b"<use ",
        b"&#0;",
        b"<![CDATA[",
        b"<!ENTITY a 'b'>",
    ),
)
WORDS = (
    *("text", "title", "right", "points", "id", "x", "y", "column", "label", "nodes", "edges", "from", "to", "min"),
    *("max", "body", "slide", "notes", "src", "alt", "kind", "data", "unit", "for", "objectives", "options", "items"),
)
ODD: tuple[object, ...] = (
    *("", " ", "a", "*a*", "**", "$x^2$", "$$", "[a]{.gap}", "[a|b]{.choice}", "[a]{.term}", "@figure:x", "[@x]"),
    *("[^1]", "a -> b", "data/rain.csv", "media/spring.svg", "../x", "1-2", "2024-02-30", "\u202e", "\x07", "\ud800"),
    *("\u4e2d", "\u05d0", "{{x}}", "x + 1", "1/0", "9**9**9", "0.5", "50 %", "text", "wide", "bar", "line", "a\n\nb"),
    *(
        "- a\n- b",
        "> a",
        "| a |\n|---|\n| b |",
        "# a",
        "\\",
        "e\u0301" * 20,
        "x" * 2000,
        "x " * 300,
        "\u00ad",
        "0",
        "-",
    ),
    *(0, -1, 1e308, 1e-308, -0.0, 10**40, True, False, None, [], {}, 0.5, float("nan"), float("inf"), [[]], [{}]),
)


def changed(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Change a file in one to four places: its bytes, or its lines."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice((_bytes, _bytes, _lines, _numbers))(data, chance, others)
    return data


def _bytes(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(data))
    end = min(len(data), at + chance.choice((0, 1, 4, 40, 400)))
    other = chance.choice(others)
    cut = chance.randint(0, len(other))
    ways = (chance.choice(PIECES), chance.choice(PIECES) * 40, other[cut : cut + 200], b"", data[at:end] * 3)
    return data[:at] + chance.choice(ways) + data[end:]


def _lines(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    lines, more = data.split(b"\n"), chance.choice(others).split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(more))
    end = at + chance.randint(1, 4)
    ways: tuple[Callable[[], list[bytes]], ...] = (
        list,
        lambda: lines[at:end] * 2,
        lambda: [b"  " + line for line in lines[at:end]],
        lambda: [line.strip() for line in lines[at:end]],
        lambda: lines[at:end][::-1],
        lambda: more[other : other + 6],
        lambda: [lines[at], *more[other : other + 3]],
    )
    return b"\n".join([*lines[:at], *chance.choice(ways)(), *lines[end:]])


def _numbers(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """Put another number in the place of one."""
    places = [at for at, sign in enumerate(data) if chr(sign).isdigit()]
    if not places:
        return data
    at = chance.choice(places)
    new = chance.choice((b"0", b"-1", b"1e9", b"999999", b"0.0001", b"1e400", b"x", b"", b"3/0"))
    return data[:at] + new + data[at + 1 :]


def value(chance: random.Random, depth: int = 0) -> object:
    """Return what YAML may hold."""
    if depth < 3 and chance.random() < 0.4:
        many = chance.randint(0, 4)
        if chance.random() < 0.5:
            return [value(chance, depth + 1) for _ in range(many)]
        return {chance.choice(WORDS): value(chance, depth + 1) for _ in range(many)}
    return chance.choice((chance.choice(WORDS), chance.choice(ODD), chance.choice(ODD), chance.randint(-9, 99)))


def bent(held: object, chance: random.Random) -> object:
    """Put something odd in the place of one of the values that a value holds, or take it away."""
    if isinstance(held, dict) and held and chance.random() < 0.85:
        name = chance.choice(sorted(held, key=str))
        rest = {key: one for key, one in held.items() if key != name}
        return rest if chance.random() < 0.1 else {**rest, name: bent(held[name], chance)}
    if isinstance(held, list) and held and chance.random() < 0.85:
        at = chance.randrange(len(held))
        some = chance.choice(([bent(held[at], chance)], [], [held[at]] * 2, [held[at]] * 60))
        return [*held[:at], *some, *held[at + 1 :]]
    if isinstance(held, str) and held and chance.random() < 0.5:
        at = chance.randint(0, len(held))
        return held[:at] + str(chance.choice(ODD)) + held[at:]
    return value(chance)
