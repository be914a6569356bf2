"""Sentences with their places."""

from ingest.sentences import sentences


def test_sentences_are_places_in_the_text_without_the_space_between() -> None:
    text = "xx One sentence. Another,  longer one!\n\nA third yy"
    found = sentences(text, 3, len(text) - 3)
    assert [text[start:end] for start, end in found] == ["One sentence.", "Another,  longer one!", "A third"]


def test_no_text_has_no_sentences() -> None:
    assert sentences("abc", 1, 1) == ()
