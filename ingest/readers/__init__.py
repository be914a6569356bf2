"""From a file's bytes to its source text: one module a format."""
