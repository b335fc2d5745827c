"""Words as they are set: marked-up text, code, formulas, read out or in a row.

`html` renders marked-up text; `slidewords`, `printwords` and `handoutwords` say what differs on slides, on paper and in
the handout, which alone has links and explanations. `equation` makes MathML of LaTeX (latex2mathml) and draws it
(ziamath, STIX Two Math as paths); `spoken` reads it out, `linear` writes it in a row. `highlight` (Pygments) cuts code
into pieces of four looks that hold in grey; `listing` sets them on paper.
"""
