"""Charts as vector drawings for paper: Python computes places in pt, the templates hold weights and dashes."""
