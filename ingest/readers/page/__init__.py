"""Words at their places on a page, as text: what PDFs and scans have in common."""
