"""What a worried person means by a query, and the sections that answer it."""
