"""The printed handout: HTML from templates, pages through WeasyPrint, then the margin put in order."""
