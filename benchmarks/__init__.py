"""Measurements of Rolebook, each of which can be run on its own."""
