"""The sample deck: built once, and drawn once with LibreOffice."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from lxml import html
from pptx import Presentation
from sample_figures import FIGURES

import office
from coursepack.load.media import picture
from coursepack.render.look.templates import OWN, environment
from coursepack.render.look.theme import Theme
from coursepack.render.slides import Properties, build, layouts
from coursepack.render.slides.markup import Script
from coursepack.render.slides.measure import faces

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from lxml.html import HtmlElement
    from pptx.presentation import Presentation as Deck

    from coursepack.chart import Chart
    from coursepack.problem import Problem
    from coursepack.render.figures.graph import Graph
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces

HERE = Path(__file__).parent
PROPERTIES = Properties("The UN and alliances", "Peace and security", "A. Teacher", "UN, NATO", "en-GB", "A sample")


def read(name: str) -> bytes:
    return picture((HERE / Path(name).name).read_bytes()).data


@pytest.fixture(scope="session")
def theme() -> Theme:
    return Theme.model_validate(yaml.safe_load((OWN / "theme.yaml").read_text()))


@pytest.fixture(scope="session")
def templates() -> Environment:
    return environment()


@pytest.fixture(scope="session")
def design(templates: Environment) -> Design:
    return layouts.load(templates)


@pytest.fixture(scope="session")
def twins(theme: Theme, design: Design) -> Faces:
    return faces.load(theme, design.code.advance)


SAMPLE = Script((HERE / "sample.html").read_text(), FIGURES)


@pytest.fixture(scope="session")
def sample() -> Script:
    return SAMPLE


# Read anew for each test: what reads a slide takes its figures out of it.
@pytest.fixture
def sections(sample: Script) -> list[HtmlElement]:
    return list(html.document_fromstring(sample.markup).iter("section"))


@pytest.fixture(scope="session")
def made(sample: Script, theme: Theme, templates: Environment) -> tuple[bytes, list[Problem]]:
    pack, problems = build(sample, PROPERTIES, theme, templates, read)
    return pack(), problems


@pytest.fixture(scope="session")
def data(made: tuple[bytes, list[Problem]]) -> bytes:
    return made[0]


@pytest.fixture(scope="session")
def deck(data: bytes) -> Deck:
    return Presentation(BytesIO(data))


@pytest.fixture
def slides(theme: Theme, templates: Environment) -> Callable[..., tuple[Deck, list[Problem]]]:
    """Build a deck from the insides of its markup, and the figures that it names."""

    def one(inside: str, **figures: Chart | Graph) -> tuple[Deck, list[Problem]]:
        script = Script(f'<div class="slides" lang="en">{inside}</div>', figures)
        pack, problems = build(script, PROPERTIES, theme, templates, read)
        return Presentation(BytesIO(pack())), problems

    return one


@pytest.fixture(scope="session")
def drawn(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the deck with LibreOffice: a PDF with a page a slide."""
    return office.draw(data, tmp_path_factory.mktemp("drawn"))
