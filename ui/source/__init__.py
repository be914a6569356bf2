"""A cited place of a source, marked."""
