"""Load: the only stage that opens content.

Pages are read by `part`, their blocks by `block`: front matter and fields as YAML whose strings know their places,
prose as Markdown. The inline marks (terms, citations, references, formulas) are small markdown-it rules (`markdown`,
`marks`) whose tokens remember what was written. What other dialects write has a module each: `formulas`, `displays`,
`footnotes`, `lists`, `spans`, `textmarks`, `html` with those beside it, `ruby`, `details`, `breaks`, `div`, `indented`,
`sidebyside`, `tabs`, `codecell`, `bookdown`, `pandoclatex`, `directive`, `roles`, `admonition`, `kramdown`, `episode`;
their attributes and options are read by `attributes`, and `screen` knows those of a screen alone. Where no blanks part
words, `unspaced` and `quotemarks` find marks. What is left over with the shape of markup is noted on its run of text
(`residue`).

Tables, data and rosters alike, are read by `sheet`: bytes become cells with places. `encoding` tells a code page: what
charset-normalizer does not rule out is weighed by how many languages explain its letters (`alphabets`); a tie is a
problem, not a guess. `delimited` and `workbook` yield rows, `table` makes data of them (`decimals`). The place of a
workbook's cell is its address (`Span.cell`).

Pictures are opened by `media`, once for every output: the course keeps what comes out, under the path that its author
wrote. `raster` decodes with Pillow within limits, turns and reduces; `svg` takes out of a drawing what is not listed in
`svglist`, `svgstyle` reads its style (tinycss2), `svgreach` counts what references come to before anything follows
them. What needs no change keeps its bytes. A drawing that was read names fonts in the attribute `font-family` alone,
so `svg.set_in` puts the face of an output there.
"""
