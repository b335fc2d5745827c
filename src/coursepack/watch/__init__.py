"""A preview: pages and slides of a course in a browser, made anew when a file of it is saved.

`desk` makes them and keeps the last good ones, and gives up what has become stale (`newer`); `server` shows them on
this machine alone, and only reads.
"""
