"""Resolve: numbers, references, terms, citations and the index of one copy."""
