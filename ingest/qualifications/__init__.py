"""What the prose of a document asks of whoever is to hold the job, as values that compare."""

from ingest.qualifications.reading import qualifications

__all__ = ["qualifications"]
