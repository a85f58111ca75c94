"""The screens of the full-screen reader: what stands on them, and the one Textual screen that shows it."""
