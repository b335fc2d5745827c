"""Load: the only stage that opens content."""
