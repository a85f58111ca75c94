"""What draws rows on a Textual screen."""
