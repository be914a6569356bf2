"""What rests on words that a scan was not sure of is illegible, and nothing else is."""

import re

import pytest

from ingest.model import ClassSpec, Fact, Status
from ingest.passages import estimated_tokens
from ingest.source_text import SourceText, Span
from ingest.spec import class_specs
from tests.ingest.reading import fact_of

FORM = """\
CITY OF HOLT
CLASSIFICATION SPECIFICATION 000123
CSC Adopted: March 2019\tCSC Revised: ____

Class Title: Meter Clerk

BRIEF DESCRIPTION OF THE CLASSIFICATION:

The clerk keeps the files of the department.

ESSENTIAL FUNCTIONS:

1\tL\tReads meters.
2\tM\tFiles reports.
3\tL\tAnswers calls.

CLASS REQUIREMENTS:

Reading\tReads reports.
Math\t
Dog Handling\tHandles dogs.

OVERALL PHYSICAL STRENGTH DEMANDS:

Sedentary\tLight\tX\tMedium\tHeavy\tVery Heavy
S = Sedentary\tL = Light\tM = Medium\tH = Heavy\tVH = Very Heavy

PHYSICAL DEMANDS:

C = Continuously\tF = Frequently\tO = Often\tR = Rarely\tN = Never
2/3 or more of the time.\tFrom 1/3 to 2/3 of the time.\tUp to 1/3 of the time.\tLess than an hour.\tNever occurs.
Standing\tF\tAt the counter
Sitting\tO\tAt a desk
Climbing\t\t
Ladder Work\tN\tNone at all

PRIMARY WORK LOCATION

Office Environment\tX
Warehouse\t
Shop\t☐
(1) Night shift (2)

PROTECTIVE EQUIPMENT REQUIRED:

None
"""
# Nothing but the place of what is not certain is changed: the words stand as they are.
_DOUBTFUL = re.compile(r"«(.*?)»", re.DOTALL)


def spec_with(form: str = FORM) -> ClassSpec:
    """The spec of a form in which the words in angles are not certain."""
    spans, text, end = [], "", 0
    for match in _DOUBTFUL.finditer(form):
        text += form[end : match.start()]
        spans.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        end = match.end()
    text += form[end:]
    return class_specs(SourceText(text, "png", unsure=tuple(spans)), "form.png", "", None, estimated_tokens)[0]


def doubtful(before: str, after: str) -> ClassSpec:
    """The spec of the form with one stretch of it as something else."""
    assert FORM.count(before) == 1
    return spec_with(FORM.replace(before, after))


def changed(spec: ClassSpec) -> dict[str, str]:
    """The status of each fact that is not what it is where all is certain."""
    certain = {fact.field: fact for fact in spec_with().facts}
    return {fact.field: fact.status.value for fact in spec.facts
            if (fact.status, fact.value) != (certain[fact.field].status, certain[fact.field].value)}  # fmt: skip


def told(spec: ClassSpec) -> list[str]:
    """What the issues of illegible words quote."""
    return [spec.source.text[issue.start : issue.end] for issue in spec.issues if issue.code == "illegible"]


def test_all_of_the_form_is_read_where_all_is_certain() -> None:
    spec = spec_with()
    assert {fact.status for fact in spec.facts} == {Status.READ, Status.BLANK}
    assert told(spec) == []


@pytest.mark.parametrize(
    ("before", "after", "field", "quoted"),
    [
        ("Standing\tF", "Standing\t«F»", "physical_demands.standing", "F"),
        ("2\tM", "2\t«M»", "essential_functions.2.strength", "M"),
        ("Files reports.", "Files «reports.»", "essential_functions.2", "Files reports."),
        ("Reads reports.", "«Reads» reports.", "class_requirements.reading", "Reads reports."),
        ("Environment\tX", "Environment\t«X»", "work_location.office", "X"),
        ("\t☐", "\t«☐»", "work_location.shop", "☐"),
        ("Light\tX", "Light\t«X»", "overall_strength", "X"),
        ("March 2019", "March «2019»", "adopted", "March 2019"),
        ("000123", "«000123»", "code", "000123"),
        ("Meter Clerk", "«Meter» Clerk", "title", "Meter Clerk"),
        ("None\n", "«None»\n", "protective_equipment", "None"),
        ("Night shift", "«Night» shift", "notes.1", "Night shift"),
    ],
)  # fmt: skip
def test_a_fact_is_illegible_where_its_cell_is_doubtful(before: str, after: str, field: str, quoted: str) -> None:
    spec = doubtful(before, after)
    assert changed(spec) == {field: "illegible"}
    fact = fact_of(spec.facts, field)
    assert (fact.value, fact.iso, fact.raw) == (None, None, quoted)
    assert told(spec) == [quoted]


def test_what_names_a_class_is_only_what_was_read() -> None:
    spec = spec_with(FORM.replace("Meter Clerk", "Meter «Clerk»").replace("000123", "«000123»")
                     .replace("March 2019", "«March» 2019").replace("CITY OF HOLT", "CITY OF «HOLT»"))  # fmt: skip
    assert (spec.title, spec.code, spec.adopted, spec.revision, spec.agency) == (None, None, None, None, None)
    assert "no_title" in {issue.code for issue in spec.issues}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Standing\tF", "«Standing»\tF"),
        ("Warehouse", "«Warehouse»"),
        ("Reading\t", "«Reading»\t"),
        ("Class Title:", "Class «Title:»"),
        ("2\tM", "«2»\tM"),
        ("(1)", "«(1)»"),
        ("CLASS REQUIREMENTS", "«CLASS» REQUIREMENTS"),
        ("PHYSICAL DEMANDS:\n\nC", "PHYSICAL «DEMANDS:»\n\nC"),
        ("Very Heavy\nS", "«Very» Heavy\nS"),
        ("CLASSIFICATION SPECIFICATION", "«CLASSIFICATION» SPECIFICATION"),
    ],
)
def test_a_doubtful_label_that_the_form_has_makes_nothing_doubtful(before: str, after: str) -> None:
    spec = doubtful(before, after)
    assert changed(spec) == {}
    assert told(spec) == []


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("Standing\tF", "«Stamding»\tF", "physical_demands.standing"),
        ("Climbing", "«Climbimg»", "physical_demands.climbing"),
        ("Warehouse", "«Warehousc»", "work_location.warehouse"),
        ("Ladder Work", "«Ladder» Work", "physical_demands.ladder_work"),
        ("Dog Handling", "«Dog» Handling", "class_requirements.dog_handling"),
        ("Class Title:", "Class «Titel:»", "title"),
    ],
)
def test_a_doubtful_label_that_is_only_like_one_of_the_form_makes_its_row_doubtful(
    before: str, after: str, field: str
) -> None:
    spec = doubtful(before, after)
    assert changed(spec) == {field: "illegible"}


def test_a_doubtful_number_is_believed_where_it_is_the_next() -> None:
    assert changed(doubtful("2\tM", "«2»\tM")) == {}
    spec = doubtful("3\tL\tAnswers calls.", "«8»\tL\tAnswers calls.")
    found = {fact.field: fact.status for fact in spec.facts if fact.field.startswith("essential_functions.8")}
    assert set(found.values()) == {Status.ILLEGIBLE}


def test_blank_cells_beside_doubtful_words_stay_blank() -> None:
    assert changed(doubtful("Files reports.", "«Files reports.»")) == {"essential_functions.2": "illegible"}
    assert changed(doubtful("Handles dogs.", "«Handles» dogs.")) == {"class_requirements.dog_handling": "illegible"}
    assert "physical_demands.climbing" not in changed(doubtful("None at all", "«None at all»"))


def test_a_mark_that_belongs_to_no_row_may_be_that_of_any_blank_one() -> None:
    spec = doubtful("Shop\t☐\n", "Shop\t☐\n\n«?»\n\n")
    assert changed(spec) == {"work_location.warehouse": "illegible", "work_location.shop": "illegible"}
    spec = doubtful("Climbing\t\t\n", "Climbing\t\t\n«~»\n")
    assert changed(spec) == {"physical_demands.climbing": "illegible"}


def test_a_doubtful_mark_anywhere_among_the_levels_is_not_no_mark() -> None:
    blank = FORM.replace("Light\tX\t", "Light\t\t")
    assert fact_of(spec_with(blank).facts, "overall_strength").status is Status.BLANK
    for doubt in ("Light\t«K»\t", "Light\t«\ufffd»\t", "Light\t«|»\t", "Light «-»\t"):
        spec = spec_with(FORM.replace("Light\tX\t", doubt))
        assert fact_of(spec.facts, "overall_strength").status is Status.ILLEGIBLE
    stray = spec_with(blank.replace("Very Heavy\nS", "Very Heavy\n\n«K»\n\nS"))
    assert fact_of(stray.facts, "overall_strength").status is Status.ILLEGIBLE


def test_words_behind_a_blank_label_that_are_doubtful_are_not_nothing() -> None:
    assert changed(doubtful("Revised: ____", "Revised: «____»")) == {"revised": "illegible"}


def test_a_doubtful_description_is_left_out_and_the_code_stays() -> None:
    spec = doubtful("At the counter", "At the «counter»")
    standing = fact_of(spec.facts, "physical_demands.standing")
    assert (standing.status, standing.value, standing.description) == (Status.READ, "Frequently", None)
    assert "counter" in told(spec)[0]
    assert "description of “Standing”" in next(i.message for i in spec.issues if i.code == "illegible")


def legend(spec: ClassSpec, code: str) -> tuple[str, str | None] | None:
    return next(((entry.word, entry.meaning) for entry in spec.legends
                 if (entry.section, entry.code) == ("physical_demands", code)), None)  # fmt: skip


def test_a_doubtful_legend_says_no_more_than_the_form_does() -> None:
    certain = spec_with()
    assert legend(certain, "F") == ("Frequently", "From 1/3 to 2/3 of the time.")
    spec = doubtful("From 1/3 to", "From «1/3» to")
    assert legend(spec, "F") == ("Frequently", None)
    assert legend(spec, "R") == ("Rarely", "Less than an hour.")
    assert changed(spec) == {}
    assert legend(doubtful("F = Frequently", "F = «Frequently»"), "F") == ("Frequently", None)


def test_a_code_is_illegible_where_the_legend_of_its_own_word_is_doubtful() -> None:
    spec = doubtful("O = Often", "O = «Often»")
    assert legend(spec, "O") is None
    assert changed(spec) == {"physical_demands.sitting": "illegible"}


def test_doubtful_words_of_running_headers_and_footers_count_for_nothing() -> None:
    text = FORM.replace("Math\t\n", "Math\t\n\nPage 1 of 2 Pages\n").replace("Page 1", "«Page» 1")
    spec = spec_with(text)
    assert changed(spec) == {}
    text = FORM.replace("files of the", "files\n\n«Page» 1 of 2 Pages\n\nof the")
    assert changed(spec_with(text)) == {}


def test_what_is_illegible_already_stays_so_and_is_told_once() -> None:
    spec = doubtful("Standing\tF", "Standing\t«Q»")
    assert changed(spec) == {"physical_demands.standing": "illegible"}
    assert told(spec) == ["Q"]


def test_a_title_of_another_form_is_illegible_where_it_is_doubtful() -> None:
    words = "POSITION SUMMARY:\n\nThe clerk keeps the files of the department and answers the telephone. " * 3
    text = f"Job Title: «Meter» Clerk\nJob Code: 4312\n\n{words}\n\nMINIMUM QUALIFICATIONS:\n\nTwo years of work.\n"
    spec = spec_with(text)
    title: Fact = fact_of(spec.facts, "title")
    assert (spec.title, spec.code, title.status) == (None, "4312", Status.ILLEGIBLE)
    assert told(spec) == [title.raw]
