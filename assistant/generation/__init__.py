"""A language model's words, and the gate that each of its sentences passes."""
