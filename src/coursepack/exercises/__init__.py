"""Kinds of exercise, an open set like `coursepack.blocks`: every module of this folder is one kind, named after it.

A kind is a model with its checks and the task that it comes to (`coursepack.task`); views and keys are the task's.
"""
