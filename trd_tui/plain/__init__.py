"""The plain front end: one line after another, for screen readers, braille displays and any terminal at all."""
