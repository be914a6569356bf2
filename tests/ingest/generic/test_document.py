"""Other agencies' documents: their sections, passages and issues."""

import pytest

from ingest.generic.document import read_generic
from ingest.source_text import SourceText
from tests.ingest.generic.reading import outline_of, passages_of, reading_of, values_of

SENTENCE = "Keeps the harbor's tide tables and answers what masters of ships ask about the depth of the channel.\n"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        pytest.param(
            f"TIDE CLERK\n\nDUTIES\n\n{SENTENCE}\nMINIMUM QUALIFICATIONS\n\nNone.\n\nNOTES:\n\nNone.\n\n"
            "NOTES:\n\nAgain.\n",
            [("duties", "DUTIES"), ("minimum_qualifications", "MINIMUM QUALIFICATIONS"), ("other", "NOTES"),
             ("other", "NOTES")],
            id="capital lines, one of them repeated",
        ),
        pytest.param(
            f"Tide Clerk\n==========\n\nTypical tasks\n-------------\n{SENTENCE}\nBenefits\n--------\nLeave.\n",
            [("duties", "Typical tasks"), ("other", "Benefits")],
            id="underlined",
        ),
        pytest.param(
            f"# Tide Clerk\n\n## Summary\n\n{SENTENCE}\n**Skills and abilities**\n\nCounting.\n",
            [("brief_description", "Summary"), ("knowledge_skills_abilities", "Skills and abilities")],
            id="Markdown",
        ),
        pytest.param(
            f"Tide Clerk\n\nKey responsibilities:\n{SENTENCE}\nEducation: A high school diploma or what equals it.\n"
            "How to apply:\nBy letter.\n",
            [("duties", "Key responsibilities"), ("minimum_qualifications", "Education"),
             ("how_to_apply", "How to apply")],
            id="with a colon, alone or before text",
        ),
        pytest.param(
            f"Tide Clerk\n\n1. PURPOSE OF THE POSITION\n{SENTENCE}\nII. Supervision received\nNone.\n\n"
            "A. Working conditions\nWet.\n",
            [("brief_description", "PURPOSE OF THE POSITION"), ("supervision", "Supervision received"),
             ("working_conditions", "Working conditions")],
            id="numbered",
        ),
        pytest.param(
            f"=== JOB DETAILS ===\n\nTitle: Tide Clerk\n\n=== JOB DESCRIPTION ===\n\n{SENTENCE}",
            [("header", "JOB DETAILS"), ("brief_description", "JOB DESCRIPTION")],
            id="decorated",
        ),
        pytest.param(
            f"Tide Clerk\n\n{SENTENCE * 2}Major Duties\n{SENTENCE}Qualifications\n{SENTENCE}",
            [("duties", "Major Duties"), ("minimum_qualifications", "Qualifications")],
            id="known words between long lines",
        ),
    ],
)  # fmt: skip
def test_sections_are_found_in_every_style_of_heading(text: str, sections: list[tuple[str, str]]) -> None:
    found = [section for section in outline_of(reading_of(text)) if section != ("header", None)]
    assert found == sections


@pytest.mark.parametrize(
    "line",
    [
        "Interview . . . . . . . . . . 100%", "THIS TEST IS OPEN TO ALL", "- DUTIES AND TASKS", "| DUTIES | WEIGHT |",
        "12 HARBOR STREET, SUITE 4, PORTSIDE, CA 90000", "$40,000 TO $50,000", "____________", "and other duties",
        "AN EQUAL OPPORTUNITY EMPLOYER",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_heading_is_none(line: str) -> None:
    reading = reading_of(f"TIDE CLERK\n\nDUTIES\n\n{SENTENCE}\n{line}\n\n{SENTENCE}")
    assert outline_of(reading)[1:] == [("duties", "DUTIES")]


def test_a_sentence_in_capitals_over_two_lines_is_no_heading() -> None:
    reading = reading_of(f"TIDE CLERK\n\nDUTIES\n\n{SENTENCE}\nONLY FOR THOSE WHO SERVE\nIN THE HARBOR DEPARTMENT\n")
    assert outline_of(reading)[1:] == [("duties", "DUTIES")]


def test_sections_lie_one_after_another_from_their_heading_on() -> None:
    text = f"TIDE CLERK\n\nDUTIES\n\n{SENTENCE}\nSALARY\n\n$40,000\n"
    header, duties, salary = reading_of(text).sections
    assert text[header.start : header.end] == "TIDE CLERK"
    assert text[duties.start : duties.end] == f"DUTIES\n\n{SENTENCE.rstrip()}"
    assert text[salary.start : salary.end] == "SALARY\n\n$40,000"


def test_a_heading_broken_in_two_is_one() -> None:
    text = f"TIDE CLERK\n\nKNOWLEDGE, SKILLS AND\nABILITIES\n\n{SENTENCE}"
    reading = reading_of(text, (("KNOWLEDGE, SKILLS AND", 2), ("ABILITIES", 2)))
    assert outline_of(reading)[1:] == [("knowledge_skills_abilities", "KNOWLEDGE, SKILLS AND ABILITIES")]


def test_a_lower_heading_that_is_unknown_is_part_of_its_section() -> None:
    text = (
        "Tide Clerk\n\nMinimum Qualifications\n\nEither I\n\nA year.\n\nOr II\n\nTwo.\n\n"
        f"At Sea\n\n{SENTENCE}\nScope\n\nAll.\n"
    )
    marks = (
        ("Tide Clerk", 1),
        ("Minimum Qualifications", 2),
        ("Either I", 2),
        ("Or II", 2),
        ("At Sea", 3),
        ("Scope", 3),
    )
    reading = reading_of(text, marks)
    assert outline_of(reading)[1:] == [("minimum_qualifications", "Minimum Qualifications"), ("other", "Scope")]
    assert "Either I\n\nA year." in passages_of(text, reading)


def test_a_rule_that_the_format_marks_is_no_heading() -> None:
    reading = reading_of(f"Tide Clerk\n\nDuties\n\n{SENTENCE}\n______\n\nMore.\n", (("Duties", 2), ("______", 2)))
    assert outline_of(reading)[1:] == [("duties", "Duties")]


def test_notices_site_furniture_and_repeated_paragraphs_are_no_passages() -> None:
    text = (
        f"Tide Clerk\n\nDuties\n\n{SENTENCE}\nSkip to main content\n\nShare this job\n\nThis site uses cookies.\n\n"
        "The harbor is an equal opportunity employer and does not discriminate on the basis of age.\n\n"
        f"Qualifications\n\n{SENTENCE}\nCounting.\n\n© 2020 Port of Example\n"
    )
    assert passages_of(text, reading_of(text)) == ["Tide Clerk", SENTENCE.rstrip(), "Counting."]


def test_a_questionnaire_is_no_part_of_the_section_above_it() -> None:
    text = f"Tide Clerk\n\nHow to Apply\n\n{SENTENCE}\n01\n\nDo you own a boat?\n\nYes\nNo\n"
    assert outline_of(reading_of(text))[1:] == [("how_to_apply", "How to Apply"), ("other", None)]


def test_a_nearly_empty_page_is_read() -> None:
    reading = reading_of("Class Code: 0609\nAbolished 09/12/1990.\n")
    assert values_of(reading.facts) == {"code": "0609"}
    assert [issue.code for issue in reading.issues] == ["no_sections"]


def test_a_text_without_facts_and_sections_is_nothing() -> None:
    assert read_generic(SourceText("Remember to buy milk.\n", "txt")) is None


def test_lost_characters_are_an_issue_with_a_place() -> None:
    text = f"TIDE CLERK\n\nDUTIES\n\n{SENTENCE}\nTides\ufffd and d\ufffdpths.\n"
    (issue,) = reading_of(text).issues
    assert issue.code == "lost_character"
    assert text[issue.start : issue.end] == "\ufffd"
