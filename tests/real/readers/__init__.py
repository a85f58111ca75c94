"""The program below real screen readers: what they speak, and what a braille display shows."""
