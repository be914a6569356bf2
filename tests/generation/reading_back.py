"""Reading a printed document back, the way a file of its bytes is read."""

from dataclasses import replace

from ingest.formats import extracted, format_of
from ingest.model import ClassSpec
from ingest.passages import estimated_tokens
from ingest.spec import class_specs


def read_back(content: bytes, suffix: str) -> ClassSpec:
    """The spec that a file of these bytes and that suffix (".txt") holds.

    Raises:
        IngestError: it is refused.
    """
    file_format = format_of(content, suffix)
    source = replace(extracted(content, file_format), format=file_format)
    return class_specs(source, f"printed{suffix}", "", None, estimated_tokens)[0]
