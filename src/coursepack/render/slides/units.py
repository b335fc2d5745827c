"""Lengths as Office Open XML counts them: English Metric Units (ECMA-376 part 1, 20.1.10.16)."""

EMU = 914400  # in an inch
POINT = 12700  # in a point
