"""Words as they are set: marked-up text, code, formulas, read out or in a row."""
