"""The full-screen reader: a Textual app on its own small terminal driver."""
