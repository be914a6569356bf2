"""What stands between the words of two lines once they are one."""

import pytest

from ingest.hyphens import between_lines


@pytest.mark.parametrize(("above", "below", "joined"), [
    ("followed by forty-", "eight hours off", "followed by forty-eight hours off"),
    ("the 24-", "hour log", "the 24-hour log"),
    ("a three- or four-", "person crew", "a three- or four-person crew"),
    ("two-", "or three-person crews", "two- or three-person crews"),
    ("Pushing/", "Pulling", "Pushing/Pulling"),
    ("Public Health Aide -", "Bilingual", "Public Health Aide - Bilingual"),
    ("with co-", "workers", "with co-workers"),
    ("by e-", "mail", "by e-mail"),
    ("the infor-", "mation desk", "the information desk"),
    ("self-con\u00ad", "tained", "self-contained"),
    ("in the", "field", "in the field"),
])  # fmt: skip
def test_a_word_that_the_end_of_a_line_parts_is_whole(above: str, below: str, joined: str) -> None:
    dropped, between = between_lines(above, below)
    assert above[: len(above) - dropped] + between + below == joined
