"""What fits on a slide: lines, texts, tables and timelines measured, made smaller, and cut into several slides."""
