"""Resolve: numbers, references, terms, citations and the index of one copy.

What a model calls `secret` and what is `for: teacher` is taken away here (`told`, `copied`), so that no view can give
it away: not by the block, nor by what its texts were made of, nor by the course that the pack holds. Numbers are
counted before blocks are left out: they are the same in every copy.
"""
