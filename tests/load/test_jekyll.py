from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("a ![A]({{ site.url }}/media/a.svg)", 'src="/media/a.svg"'),
        ("a ![A]({{site.url}}{{site.baseurl}}/a.svg)", 'src="/a.svg"'),
        ("a ![A]({{ '/a.svg' | relative_url }})", 'src="/a.svg"'),
        ('a ![A]({{ "/a.svg" | prepend: site.baseurl }})', 'src="/a.svg"'),
        ('a <img src="{{ site.baseurl }}/a.svg" alt="A">', 'src="/a.svg"'),
        ("[words]({{ site.url }}/b.html)", 'href="/b.html"'),
        ("a ![A][a]\n\n[a]: {{ site.url }}/a.svg", 'src="/a.svg"'),
        ("a ![A][a b]\n\n[A B]: {{ '/a.svg' | absolute_url }}", 'src="/a.svg"'),
    ],
)
def test_an_address_is_counted_from_where_the_site_begins(source: str, address: str) -> None:
    made = parser().render(source)
    assert address in made
    assert "{{" not in made


@pytest.mark.parametrize("source", ["`{{ site.url }}/a`", "```\n[a]: {{ site.url }}/a\n```", "a {{ site.url }} b"])
def test_code_and_what_is_no_address_stays(source: str) -> None:
    assert "{{ site.url }}" in parser().render(source)
