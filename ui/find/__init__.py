"""The Find tab: filters, and the classes that they find."""
