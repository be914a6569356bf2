"""The Compare tab: class specs side by side."""
