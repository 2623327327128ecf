"""Law: instruments, and provisions as they stand on a day."""
