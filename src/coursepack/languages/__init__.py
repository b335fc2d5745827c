"""What a language does: its words, marks, order and sentences."""
