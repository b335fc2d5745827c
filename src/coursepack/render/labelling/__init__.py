"""Where labels stand, on paper and on slides: free spots, and no two that meet. Any unit of length will do.

`linenames` names lines that run out, `groupnames` bars in groups; `ground` says what is free, `settle` which of the
places are taken. A program draws the leaders of a deck itself, from the middle of a part: so a name stands where it
needs none, if it can.
"""
