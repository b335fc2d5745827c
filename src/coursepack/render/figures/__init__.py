"""Figures that are neither text nor chart: diagrams laid out and drawn, pictures cut, codes."""
