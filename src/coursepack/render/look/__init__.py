"""The look: theme, templates, and what they define; sizes and faces that all outputs share.

`measure` makes one value of a paper and the theme: the two measures, the scale of type, columns of code, what an
equation may take. It goes down to all that draws on paper, and to the checks. A chart or diagram is laid out at a
lettering of 8.5 pt and grows as a whole to the theme's: its measure shrinks instead. `themes` lays `theme.yaml` over
ours field by field, each value with its place, so that `themelimits` can say in which line a theme cannot hold.
`fontfile` cuts weights out of variable files (HarfBuzz), because WeasyPrint passes no variation settings to SVG text.
"""
