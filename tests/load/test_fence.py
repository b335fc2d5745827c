from __future__ import annotations

import pytest

from coursepack.load.fence import Info, info, numbers


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", Info("", (), "")),
        ("python", Info("python", (), "")),
        ("python {2-3}", Info("python", (2, 3), "")),
        ("{.python}", Info("python", (), "")),
        ("{.python .numberLines}", Info("python", (), "", numbered=True)),
        ("python {2,4-5}", Info("python", (2, 4, 5), "")),
        ("python {1} {3}", Info("python", (1, 3), "")),
        ("python title", Info("python", (), "title")),
        ("python {#id}", Info("python", (), "")),
        ("cpp hello.cpp", Info("cpp", (), "", "hello.cpp")),
        ("cpp +src/hello.h", Info("cpp", (), "", "src/hello.h")),
        ("python {.other}", Info("python", (), "other")),
    ],
)
def test_a_language_the_lines_that_matter_and_the_rest_are_told_apart(words: str, found: Info) -> None:
    assert info(words) == found


def test_ranges_are_cut_at_a_thousand_lines() -> None:
    assert numbers("3, 5 - 6") == (3, 5, 6)
    assert len(numbers("1-999999999")) == 1001
