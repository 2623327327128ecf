"""The closed set of conversions that a source may name with `as:`; each reads one way of writing."""
