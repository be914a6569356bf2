"""What the floor offers."""

import ingest


def test_the_floor_offers_what_it_says() -> None:
    assert ingest.__all__ == [
        "READER_VERSION", "Failure", "IngestError", "NotAClassSpec", "RolebookError", "UnreadableFile", "find_files",
        "read_spec",
    ]  # fmt: skip
    assert all(hasattr(ingest, name) for name in ingest.__all__)


def test_every_refusal_is_one_of_rolebook_s_errors() -> None:
    assert issubclass(ingest.UnreadableFile, ingest.IngestError)
    assert issubclass(ingest.NotAClassSpec, ingest.IngestError)
    assert issubclass(ingest.IngestError, ingest.RolebookError)
