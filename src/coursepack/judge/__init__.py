"""Judge: what rendering a course comes to, found out once for all outputs and before anything is written."""
