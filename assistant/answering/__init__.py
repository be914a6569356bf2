"""One answerer an operation: from a query to a draft."""
