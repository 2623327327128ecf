"""Rules × facts → findings."""
