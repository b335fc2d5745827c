"""Shapes and parts of a .pptx: what fills the placeholders of a slide, as PowerPoint has it."""
