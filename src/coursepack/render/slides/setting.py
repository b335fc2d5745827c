"""How what a frame holds is set: a text, a table, or a timeline."""

from coursepack.render.slides.fit import Fit
from coursepack.render.slides.lanes import Drawing
from coursepack.render.slides.tabling import Plan

Setting = Fit | Plan | Drawing
