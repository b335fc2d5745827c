"""The look: theme, templates, and what they define; sizes and faces that all outputs share."""
