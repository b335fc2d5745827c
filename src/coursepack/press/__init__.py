"""The press: finished pages become many people's. It reads and writes PDF objects and lays nothing out."""
