"""Rows of the screen, made without Textual: what stands on them and how it is cut to size."""
