"""How the words of a form stand on the page: in columns, run together, in pipes; made rows of cells."""
