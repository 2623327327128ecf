"""Facts: what is known of a platform, collected and merged."""
