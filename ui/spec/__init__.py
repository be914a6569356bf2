"""One spec as a form, for the terminal and the page."""
