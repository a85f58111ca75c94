"""The terminal as a file, and its bytes as keys: no screen, and no framework."""
