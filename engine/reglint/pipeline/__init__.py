"""The one way from a folder to an assessment: the only layer that knows every stage."""
