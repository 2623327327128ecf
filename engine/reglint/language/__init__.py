"""The rule language: a typed subset of CEL with unknowns and reasons."""
