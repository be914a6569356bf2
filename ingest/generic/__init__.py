"""Other agencies' specs: sections from headings in any style, header facts, the members of a series."""
