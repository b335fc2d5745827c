"""Case files: a chart in YAML and the SVG that it becomes, in one Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from coursepack.chart import TO_SCALE, Apart, Chart, Mark, Series
from coursepack.render.charts.lettering import Lettering
from coursepack.render.look.templates import OWN
from coursepack.render.look.theme import Theme

FOLDER = Path(__file__).parent / "cases"
_FENCE = re.compile(r"```(yaml|svg)\n(.*?)```\n", re.DOTALL)


@dataclass(frozen=True)
class Case:
    path: Path
    chart: Chart
    width: float
    expected: str

    def accept(self, svg: str) -> None:
        text = self.path.read_text(encoding="utf-8")
        head, _, _ = text.partition("```svg\n")
        self.path.write_text(f"{head}```svg\n{svg}```\n", encoding="utf-8")


def case(name: str) -> Case:
    path = FOLDER / f"{name}.md"
    parts = dict(_FENCE.findall(path.read_text(encoding="utf-8")))
    data = yaml.safe_load(parts["yaml"])
    return Case(path, _chart(data), data["width"], parts.get("svg", ""))


def _chart(data: dict[str, Any]) -> Chart:
    categories = tuple(map(str, data["categories"]))
    return Chart(
        data["kind"],
        categories,
        tuple(Series(name, tuple(values)) for name, values in data["series"].items()),
        data["unit"],
        data.get("language", "en"),
        tuple(map(float, categories)) if data["kind"] in TO_SCALE else (),
        data.get("divide", 1),
        tuple(Mark(categories.index(str(category)), text) for category, text in data.get("marks", {}).items()),
        tuple(Apart(*point) for point in data.get("apart", [])),
        data.get("across", ""),
    )


@cache
def theme() -> Theme:
    return Theme.model_validate(yaml.safe_load((OWN / "theme.yaml").read_text(encoding="utf-8")))


@cache
def lettering() -> Lettering:
    return Lettering.of(theme())
