"""How what a frame holds is set: a text, a table, a timeline, a chart, an equation or a diagram."""

from dataclasses import dataclass

from coursepack.render.slides.measure.choices import ChoicesFit
from coursepack.render.slides.measure.diagrams import DiagramFit
from coursepack.render.slides.measure.fit import Fit
from coursepack.render.slides.measure.formulas import FormulaFit
from coursepack.render.slides.measure.lanes import TimelineLayout
from coursepack.render.slides.measure.tabling import Plan


@dataclass(frozen=True)
class ChartForm:
    """What is to be said of the form that a chart takes on a slide."""

    said: str = ""


Setting = Fit | ChoicesFit | Plan | TimelineLayout | ChartForm | FormulaFit | DiagramFit
