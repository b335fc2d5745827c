"""Shapes and parts of a .pptx: what fills the placeholders of a slide, as PowerPoint has it.

`master` makes theme part, master and layouts from `templates/deck/`; `fast` makes python-pptx's part names and
placeholders without its searches, byte-equal to what it would make itself. An equation stands in one
`mc:AlternateContent` in both of its forms, Office's own and a drawing, under a prefix that LibreOffice does not know,
so that it takes the drawing.
"""
