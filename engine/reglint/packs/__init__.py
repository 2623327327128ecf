"""Rule packs: found, parsed, in force on a day."""
