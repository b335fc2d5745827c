"""Validate: text becomes types, and every problem of a course is found in one run.

`schema` runs pydantic on values with places and translates each of its errors to a problem at the place that was
written. `labels` reads English, then the language, then the region, coursepack's before the course's, and
`placeholders` compares each label with the English one; labels are read before the units, because quotation marks are
set by the parser. `header` and `roster` make students of a table.
"""
