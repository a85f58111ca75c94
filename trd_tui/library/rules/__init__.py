"""What `trd-tui check` holds every text to."""
