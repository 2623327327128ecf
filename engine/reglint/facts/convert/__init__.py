"""The closed set of conversions that a source file may name with `as:`; each reads one product's way of writing."""
