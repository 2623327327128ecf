"""Rules in words: from an expression to what it claims, and from that to sentences in en, zh and ja."""
