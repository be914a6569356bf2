"""From a source text to class specs: which form it is in, who it is about, and what is told of it."""

import pytest

from ingest.errors import NotAClassSpec
from ingest.model import Box, ClassSpec, Form, Issue, Member
from ingest.passages import estimated_tokens
from ingest.source_text import Page, SourceText
from ingest.spec import class_specs
from tests.ingest.reading import SHORT_FORM

SERIES = (
    "CALIFORNIA STATE PERSONNEL BOARD\n\nSPECIFICATION\n\nLAMP CLERK\nSeries Specification\n\n"
    "CLASS TITLE\tCLASS CODE\nLamp Clerk I\t4101\nLamp Clerk II\t4102\n\n"
    "DEFINITION OF SERIES\n\nThis series describes two levels of clerks who keep the lamps of the harbor in order.\n\n"
    "MINIMUM QUALIFICATIONS\n\nLAMP CLERK I\n\nOne year of experience with lamps.\n\n"
    "LAMP CLERK II\n\nThree years of experience with lamps.\n"
)


def specs_of(text: str, agency: str | None = None, **kept: object) -> tuple[ClassSpec, ...]:
    source = SourceText(text, "txt", "utf-8", **kept)  # type: ignore[arg-type]  # whatever a test says of a text
    return class_specs(source, "/specs/clerk.txt", "0" * 64, agency, estimated_tokens)


def test_a_spec_knows_the_file_that_it_was_read_from() -> None:
    (spec,) = specs_of(SHORT_FORM)
    assert (spec.source.path, spec.source.sha256) == ("/specs/clerk.txt", "0" * 64)
    assert (spec.source.format, spec.source.encoding, spec.source.text) == ("txt", "utf-8", SHORT_FORM)
    assert (spec.form, spec.title, spec.place, spec.members) == (Form.NORFOLK, "Clerk", None, ())


def test_a_document_in_another_form_is_read_as_it_is_headed() -> None:
    (spec,) = specs_of("Class Title: Lamp Clerk\nClass Code: 4101\n\nDEFINITION\n\nKeeps the lamps in order.\n")
    assert (spec.form, spec.title, spec.code) == (Form.GENERIC, "Lamp Clerk", "4101")
    assert "definition" in {section.key for section in spec.sections}


def test_a_text_that_is_no_class_spec_is_refused() -> None:
    with pytest.raises(NotAClassSpec, match="nothing in it is a class specification"):
        specs_of("Buy milk.\n")


def test_an_agency_is_the_one_that_the_document_states_or_the_one_given() -> None:
    assert specs_of(SHORT_FORM)[0].agency is None
    assert specs_of(SHORT_FORM, "City of Holt")[0].agency == "City of Holt"
    assert specs_of("CITY OF ARDEN\n" + SHORT_FORM, "City of Holt")[0].agency == "City of Arden"


@pytest.mark.parametrize(
    ("dates", "revision"),
    [
        ("CSC Adopted: March 2001\n", "2001-03"),
        ("CSC Adopted: March 2001\tCSC Revised: ____\n", "2001-03"),
        ("CSC Adopted: March 2001\tCSC Revised: June 2016; December 2007\n", "2016-06"),
        ("CSC Revised: 1999\n", "1999"),
        ("", None),
    ],
)
def test_a_revision_is_the_latest_date_of_revision_or_else_that_of_adoption(dates: str, revision: str | None) -> None:
    assert specs_of(dates + SHORT_FORM)[0].revision == revision


def test_a_class_without_a_title_is_an_issue() -> None:
    (spec,) = specs_of(SHORT_FORM.replace("Class Title: Clerk\n", ""))
    assert spec.title is None
    assert "no_title" in {issue.code for issue in spec.issues}


def test_what_a_reader_has_to_say_of_a_text_is_told() -> None:
    told = Issue("skipped_page", "Page 2 is empty.", 0, 5)
    assert told in specs_of(SHORT_FORM, issues=(told,))[0].issues


def test_pages_and_boxes_of_a_format_are_those_of_the_spec() -> None:
    at = SHORT_FORM.index("MACHINES")
    pages = (Page(1, 0, at), Page(2, at, len(SHORT_FORM)))
    boxes = (Box(at, at + 8, 2, 0.1, 0.1, 0.3, 0.2),)
    (spec,) = specs_of(SHORT_FORM, pages=pages, boxes=boxes)
    assert spec.source.boxes == boxes
    assert {fact.field: fact.page for fact in spec.facts}["machines_tools"] == 2
    assert {fact.field: fact.page for fact in spec.facts}["title"] == 1


def test_a_text_in_columns_is_kept_in_rows_of_cells() -> None:
    printed = SHORT_FORM + "PRIMARY WORK LOCATION\n\nOffice Environment     X\nShop\n"
    at = printed.index("     X") + 5
    (spec,) = specs_of(printed, has_columns=True, boxes=(Box(at, at + 1, 1, 0.5, 0.1, 0.6, 0.2),))
    assert "Office Environment\tX\n" in spec.source.text
    assert [spec.source.text[box.start : box.end] for box in spec.source.boxes] == ["X"]
    assert {fact.field: fact.value for fact in spec.facts}["work_location.office"] == "X"


def test_a_series_is_a_spec_and_so_is_each_of_its_classes() -> None:
    series, first, second = specs_of(SERIES, "State of California")
    assert series.members == (Member("Lamp Clerk I", "4101", 0), Member("Lamp Clerk II", "4102", 1))
    assert [(spec.title, spec.code, spec.place) for spec in (first, second)] == [
        ("Lamp Clerk I", "4101", 0), ("Lamp Clerk II", "4102", 1)
    ]  # fmt: skip
    assert {spec.source for spec in (series, first, second)} == {series.source}
    assert series.agency == first.agency == second.agency
    text = series.source.text
    assert "Three years" not in " ".join(text[each.start : each.end] for each in first.passages)
