"""Slide markup: a section, and what stands in its placeholders."""

from __future__ import annotations


def section(layout: str, title: str, inside: str, notes: str = "Say this aloud.", more: str = "") -> str:
    """Return a slide; `inside` holds all placeholders but title and footer."""
    return (
        f'<section data-layout="{layout}"{more}><h2 data-ph="title">{title}</h2>{inside}'
        f'<p data-ph="footer">Dense slides</p><aside class="notes"><p>{notes}</p></aside></section>'
    )


def items(texts: list[str], name: str = "body", tag: str = "ul") -> str:
    """Return a list in a placeholder."""
    return f'<{tag} data-ph="{name}">{"".join(f"<li>{text}</li>" for text in texts)}</{tag}>'


def table(rows: list[list[str]], head: list[str] | None = None, more: str = "") -> str:
    """Return a table in its placeholder."""
    top = f"<thead><tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr></thead>" if head else ""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table data-ph="table" data-alt="A table" {more}>{top}<tbody>{body}</tbody></table>'


def columns(left: str, one: list[str], right: str, other: list[str]) -> str:
    return (
        f'<p data-ph="head-left">{left}</p>{items(one, "body-left")}'
        f'<p data-ph="head-right">{right}</p>{items(other, "body-right")}'
    )
