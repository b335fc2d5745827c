"""Validate: text becomes types, and every problem of a course is found in one run."""
