"""The press: finished pages become many people's, and stand on sheets. It knows PDF objects, and lays nothing out.

A variant is printed once, on whole leaves. `base` writes a foot on its pages and keeps numbers for what a copy has of
its own; `copy` writes that to the end of the file: the line's form, its element, a code a page. `stack` makes one file
of all copies, whose pages share content streams. A `Stamp` is what is somebody's: the line of a name, and codes of
which one is drawn and the others are its differences (`render/figures/qr.py`).

`impose` puts pages of any PDF on sheets; one that can't be read is written `anew`. `scheme` is the table of ways,
`orders` says which page stands where, `plan` where its cell is.
"""
