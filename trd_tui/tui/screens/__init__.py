"""The screens of the full-screen reader."""
