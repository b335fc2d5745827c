"""Outputs, an open set: every module of this folder makes one kind of file from a course that is ready."""
