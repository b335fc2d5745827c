"""What a run needs whatever it makes: its bounds, its workers, what it keeps, where its files go, its faults."""
