"""Pictures of pages, by optical character recognition."""
