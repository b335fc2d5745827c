"""coursepack: a printed course pack and an editable lecture deck from one source."""
