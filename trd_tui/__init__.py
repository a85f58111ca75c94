"""trd-tui: an accessible, offline reader about treatment-resistant depression for the terminal."""

__version__ = "0.1.0"
