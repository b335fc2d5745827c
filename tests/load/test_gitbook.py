from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("style", "kind"),
    [(' style="info"', "note"), (' style="success"', "tip"), (' style="danger"', "caution"), ("", "note")],
)
def test_a_hint_is_a_callout_of_its_style_whose_lines_keep_their_places(style: str, kind: str) -> None:
    tokens = parser().parse(f"Weigh it.\n{{% hint{style} %}}\nWear **goggles**.\n{{% endhint %}}\nMix it.\n")
    (hint,) = [token for token in tokens if token.type == "callout"]
    assert (hint.map, hint.meta["callout"].kind, hint.meta["callout"].skipped) == ([1, 4], kind, 0)
    assert hint.meta["callout"].texts == {"body": "Wear **goggles**.\n"}


def test_one_that_nothing_ends_is_left_as_it_is() -> None:
    assert "{% hint %}" in parser().render("{% hint %}\nWear goggles.\n")
