"""Questions in Spanish."""
