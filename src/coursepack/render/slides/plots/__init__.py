"""Charts on a slide: what is drawn where, for PowerPoint's own charts. Inches."""
