"""Sentences with their places."""

from ingest.sentences import sentences


def test_sentences_are_places_in_the_text_without_the_space_between() -> None:
    text = "xx One sentence. Another,  longer one!\n\nA third yy"
    found = sentences(text, 3, len(text) - 3)
    assert [text[start:end] for start, end in found] == ["One sentence.", "Another,  longer one!", "A third"]


def test_no_text_has_no_sentences() -> None:
    assert sentences("abc", 1, 1) == ()


def test_a_small_letter_begins_no_sentence_and_a_list_mark_is_none() -> None:
    text = "See p. 3. and the rest.\n1. Counts cash. 2. Sweeps, i.e. cleans.\n\nthe end"
    found = sentences(text, 0, len(text))
    assert [text[start:end] for start, end in found] == [
        "See p. 3. and the rest.",
        "1. Counts cash.",
        "2. Sweeps, i.e. cleans.",
        "the end",
    ]


def test_places_count_characters_whatever_their_size() -> None:
    text = "A – dash 😀 here. Ünïcode “q” text."
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == [
        "A – dash 😀 here.",
        "Ünïcode “q” text.",
    ]
