"""Charts as vector drawings for paper: Python computes places in pt, the templates hold weights and dashes."""

from coursepack.render.charts.draw import draw
from coursepack.render.charts.limits import LimitError

__all__ = ["LimitError", "draw"]
