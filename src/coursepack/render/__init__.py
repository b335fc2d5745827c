"""Render: a pack becomes bytes of an output format."""
