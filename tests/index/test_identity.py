from dataclasses import replace

from index.identity import embedding_id, member_id, passage_id, spec_id
from tests.index.spec_factory import lamplighter


def test_a_spec_is_named_after_its_file_and_told_apart_by_its_path() -> None:
    one, other = spec_id("/a/Fire Fighter (2).txt"), spec_id("/b/Fire Fighter (2).txt")
    assert one.startswith("fire-fighter-2-")
    assert one != other
    assert one == spec_id("/a/Fire Fighter (2).txt")


def test_a_file_name_without_latin_letters_still_names_a_spec() -> None:
    assert spec_id("/a/消防士.txt").startswith("spec-")


def test_a_class_of_a_series_is_named_after_its_document_and_told_apart_by_its_place() -> None:
    document = spec_id("/a/clerks.txt")
    assert len({document, member_id(document, 0), member_id(document, 1)}) == 3
    assert member_id(document, 1) == f"{document}-1"


def test_a_passage_is_its_place_and_words_in_its_spec() -> None:
    passage = lamplighter().passages[0]
    assert passage_id("a", passage) == passage_id("a", replace(passage, page=9))
    assert passage_id("a", passage) != passage_id("b", passage)
    assert passage_id("a", passage) != passage_id("a", replace(passage, start=passage.start + 1))


def test_a_vector_is_its_text_by_its_model() -> None:
    assert embedding_id("m", "words") == embedding_id("m", "words")
    assert embedding_id("m", "words") != embedding_id("n", "words")
    assert embedding_id("a", "bc") != embedding_id("ab", "c")
