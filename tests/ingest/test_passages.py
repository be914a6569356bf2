"""Passages: what shares one, and what is split."""

import pytest

from ingest.norfolk.sectioning import lay_out
from ingest.passages import MOST_TOKENS, Stretch, estimated_tokens, passages
from ingest.source_text import lines


def _passages(text: str, stretches: list[Stretch], title: str | None = "Clerk") -> list[tuple[str, str]]:
    made = passages(text, title, stretches, estimated_tokens)
    return [(text[passage.start : passage.end], passage.embedded_text) for passage in made]


def test_a_passage_is_embedded_with_its_class_and_section_in_front() -> None:
    text = "Math\tAdds  and\n<u>divides</u>."
    assert _passages(text, [Stretch("class_requirements", "CLASS REQUIREMENTS", None, 0, len(text))]) == [
        (text, "Clerk | Class requirements\nMath Adds and divides."),
    ]


def test_a_section_of_its_own_is_embedded_under_its_own_heading() -> None:
    ((_, embedded),) = _passages("Grade 12", [Stretch("other", "SALARY", None, 0, 8)], title=None)
    assert embedded == "SALARY\nGrade 12"


def test_rows_of_one_table_share_a_passage() -> None:
    text = "Standing\tF\nSitting\tN"
    rows = [Stretch("physical_demands", None, None, 0, 10, True), Stretch("physical_demands", None, None, 11, 20, True)]
    assert [quote for quote, _ in _passages(text, rows)] == [text]


@pytest.mark.parametrize(
    "second", [Stretch("notes", None, None, 11, 20, True), Stretch("physical_demands", None, None, 11, 20, False)]
)
def test_rows_of_another_section_and_paragraphs_do_not(second: Stretch) -> None:
    rows = [Stretch("physical_demands", None, None, 0, 10, True), second]
    assert len(_passages("Standing\tF\nSitting\tN", rows)) == 2


def test_rows_with_something_between_them_do_not_share_a_passage() -> None:
    text = "Standing\tF\nPage 1 of 2\nSitting\tN"
    rows = [Stretch("physical_demands", None, 1, 0, 10, True), Stretch("physical_demands", None, None, 23, 32, True)]
    assert len(_passages(text, rows)) == 2


def test_a_table_longer_than_a_passage_is_split_between_its_rows() -> None:
    rows = [f"Demand {number}\tF\tLadders, trucks and the stairs of towers" for number in range(60)]
    text = "\n".join(rows)
    stretches = [Stretch("physical_demands", None, None, line.start, line.end, True) for line in lines(text, ())]
    made = _passages(text, stretches)
    assert len(made) > 1
    assert "\n".join(quote for quote, _ in made) == text
    assert all(estimated_tokens(embedded) <= MOST_TOKENS for _, embedded in made)


@pytest.mark.parametrize("text", ["The clerk files papers in the vault. " * 90, "word " * 700, "x" * 4000])
def test_a_paragraph_longer_than_a_passage_is_split_and_loses_nothing(text: str) -> None:
    made = _passages(text, [Stretch("machines_tools", None, None, 0, len(text))])
    assert len(made) > 1
    assert "".join("".join(quote for quote, _ in made).split()) == "".join(text.split())
    assert all(estimated_tokens(embedded) <= MOST_TOKENS for _, embedded in made)


def test_sentences_stay_whole_where_they_fit() -> None:
    text = "The clerk files papers in the vault. " * 90
    for quote, _ in _passages(text, [Stretch("machines_tools", None, None, 0, len(text))]):
        assert quote.endswith("vault.")


def test_a_title_longer_than_a_passage_does_not_stop_the_reading() -> None:
    for _, embedded in _passages("Telephone.", [Stretch("machines_tools", None, None, 0, 10)], title="Chief " * 300):
        assert estimated_tokens(embedded) <= MOST_TOKENS


def test_an_empty_line_parts_paragraphs() -> None:
    text = "MACHINES, TOOLS AND EQUIPMENT:\none\ntwo\n\nthree"
    (block,) = lay_out(text, lines(text, ())).blocks
    assert len(block.lines) == 3
