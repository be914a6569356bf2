"""Which of a running table's words are its labels."""

import pytest

from ingest.form import DEMAND_FIELDS, NON_PHYSICAL_FIELDS
from ingest.layout.label_chains import exact_labels, label_chain
from ingest.layout.running import Stream
from tests.ingest.reading import block_of


def _likely(stream: Stream, start: int, end: int) -> int | None:
    """A label where a code follows."""
    return 3 if end < len(stream.words) and stream.words[end].text in "CFORN" else None


def _labels(key: str, text: str) -> list[str]:
    stream = Stream.of(text, block_of(key, text))
    fields = DEMAND_FIELDS if key == "physical_demands" else NON_PHYSICAL_FIELDS
    return [stream.said(found.start, found.end) for found in label_chain(stream, fields, _likely)]


def test_labels_are_found_in_the_form_s_order() -> None:
    assert _labels("physical_demands", "Standing F desk Sitting N van Walking O") == ["Standing", "Sitting", "Walking"]


def test_a_misread_label_is_found_between_its_neighbours() -> None:
    text = "Crouching N shelf Crawlinq O roof Bending F desk"
    assert _labels("physical_demands", text) == ["Crouching", "Crawlinq", "Bending"]


def test_a_label_with_a_misread_word_is_whole_though_a_part_of_it_is_another_label() -> None:
    text = "Time Pressures F Performing Multiple Tasks Simulfaneously N Tedious or Exacting Work C"
    assert "Performing Multiple Tasks Simulfaneously" in _labels("non_physical_demands", text)


@pytest.mark.parametrize("text", ["Standing Standing Standing " * 2000, "Standinq " * 4000])
def test_many_labels_end_in_one_chain(text: str) -> None:
    assert len(_labels("physical_demands", text)) <= 1


def test_all_exact_labels_are_known() -> None:
    text = "Standing F Foot Controls N"
    stream = Stream.of(text, block_of("physical_demands", text))
    assert [stream.said(found.start, found.end) for found in exact_labels(stream, DEMAND_FIELDS)] == [
        "Standing", "Foot Controls",
    ]  # fmt: skip
