"""Documents: text → nodes with places."""
