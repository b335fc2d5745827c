from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("source", "gives"),
    [
        ("<h2>Deep *so*</h2>", "<h2>Deep <em>so</em></h2>\n"),
        ("a\n<h3 class='x'>Deep</h3>\nb", "<p>a</p>\n<h3>Deep</h3>\n<p>b</p>\n"),
        ("<h2 id='low'>Deep</h2>", "<h2>Deep {#low}</h2>\n"),
        ("a\n\n<hr width='3'>\nb", "<p>a</p>\n<hr />\n<p>b</p>\n"),
        ("    <h2>Deep</h2>", "<pre><code>&lt;h2&gt;Deep&lt;/h2&gt;\n</code></pre>\n"),
    ],
)
def test_a_heading_or_rule_of_html_is_one_of_markdown(source: str, gives: str) -> None:
    assert parser().render(source) == gives


def test_what_is_not_alone_in_its_line_is_left() -> None:
    assert "heading_open" not in [token.type for token in parser().parse("1. <h2>Deep</h2> b")]
