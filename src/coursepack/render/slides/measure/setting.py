"""How what a frame holds is set: a text, a table, or a timeline."""

from coursepack.render.slides.measure.fit import Fit
from coursepack.render.slides.measure.lanes import TimelineLayout
from coursepack.render.slides.measure.tabling import Plan

Setting = Fit | Plan | TimelineLayout
