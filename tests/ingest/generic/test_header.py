"""The header facts of other agencies' documents."""

import pytest

from ingest.model import Fact, Status
from tests.ingest.generic.reading import reading_of, values_of
from tests.ingest.reading import fact_of

BODY = "\n\nDUTIES\n\nKeeps the tide tables and answers what masters of ships ask about the depth of the channel.\n"


def facts_of(head: str) -> tuple[Fact, ...]:
    return reading_of(head + BODY).facts


@pytest.mark.parametrize(
    ("head", "values"),
    [
        pytest.param(
            "CITY OF PORTSIDE\nHUMAN RESOURCES\n\nClass Title:  Tide Clerk II      Class Code: 01523\n"
            "Department: Harbor\nEstablished: July 1, 1998    Revised: March 2004; June 2011",
            {"agency": "CITY OF PORTSIDE", "title": "Tide Clerk II", "code": "01523", "department": "Harbor",
             "adopted": "July 1, 1998", "revised": "March 2004; June 2011"},
            id="labels side by side under a letterhead",
        ),
        pytest.param(
            "TIDE CLERK\t\t Class  Code:     1968\n\t\tOpen Date: 12-01-06\nRevised:    12-13-06",
            {"title": "TIDE CLERK", "code": "1968", "open_date": "December 1, 2006", "revised": "December 13, 2006"},
            id="title and code share a line",
        ),
        pytest.param(
            "SPRING INTERVIEWS ONLY\n\nTIDE CLERK\n\nClass Code: 12\nOpen Date: 01-31-14\nRevised 03-29-16",
            {"title": "TIDE CLERK", "code": "12", "open_date": "January 31, 2014", "revised": "March 29, 2016"},
            id="a slogan before the title, a date without a colon",
        ),
        pytest.param(
            "PRINCIPAL TIDE AND CURRENT\nDRAFTING TECHNICIAN\n\nClass Code: 77",
            {"title": "PRINCIPAL TIDE AND CURRENT DRAFTING TECHNICIAN", "code": "77"},
            id="a title over two lines",
        ),
        pytest.param(
            "=== JOB DETAILS ===\n\nTitle: Tides &amp; Currents Clerk\nSalary: $20.00 - $25.00 HOUR\n"
            "Employer: County of Lagoon\nDate Posted: 2019-07-11\nJob Number: 19-8\nDepartment: Harbor\n"
            "Opening Date: 07/12/2019\nClosing Date: 7/22/2019 11:59 PM Eastern",
            {"title": "Tides & Currents Clerk", "salary": "$20.00 - $25.00 HOUR", "agency": "County of Lagoon",
             "department": "Harbor", "open_date": "July 12, 2019"},
            id="a posting's labels",
        ),
        pytest.param(
            "Tide Clerk\nRecruitment #18-5\n| Approximate Salary | $3,853/month |\n|---|---|\n"
            "| Opening Date | 12/10/2018 08:00:00 AM |",
            {"title": "Tide Clerk", "salary": "$3,853/month", "open_date": "December 10, 2018"},
            id="a table of pipes",
        ),
        pytest.param(
            "Job Announcement - Tide Clerk\n\nClass Code\t0042\nEstablished 01/10/84 Revised 8/10/96",
            {"title": "Tide Clerk", "code": "0042", "adopted": "January 10, 1984", "revised": "August 10, 1996"},
            id="a form's name before the title, dates without colons",
        ),
        pytest.param(
            "JOB DESCRIPTION\n\nPosition:\nTide Clerk\nJob Code: U80-6\nClassification: Exempt",
            {"title": "Tide Clerk", "code": "U80-6"},
            id="a value below its label",
        ),
    ],
)  # fmt: skip
def test_header_facts_are_read_where_they_are_stated(head: str, values: dict[str, str]) -> None:
    assert values_of(facts_of(head)) == values


def test_a_fact_quotes_its_label_and_points_at_its_value() -> None:
    text = "Class Title: Tide Clerk   Class Code: 0007" + BODY
    code = fact_of(reading_of(text).facts, "code")
    assert text[code.start : code.end] == "Class Code: 0007"
    assert text[code.raw_start : code.raw_end] == code.raw == "0007"


def test_dashes_are_a_blank_and_a_star_is_no_part_of_a_date() -> None:
    facts = facts_of("Tide Clerk\n\nClass Code: 1\nEstablished: 1931*\nRevised: --")
    adopted, revised = fact_of(facts, "adopted"), fact_of(facts, "revised")
    assert (adopted.raw, adopted.value, adopted.iso) == ("1931", "1931", "1931")
    assert (revised.status, revised.raw, revised.raw_start == revised.raw_end) == (Status.BLANK, "", True)


def test_a_date_that_cannot_be_read_is_illegible_and_an_issue() -> None:
    reading = reading_of("Tide Clerk\n\nClass Code: 1\nRevised: 13/45/20x4" + BODY)
    assert fact_of(reading.facts, "revised").status is Status.ILLEGIBLE
    assert "illegible" in [issue.code for issue in reading.issues]


def test_of_several_revisions_the_latest_counts() -> None:
    assert values_of(facts_of("Tide Clerk\n\nRevised: 1/2/1990\nRevised: 5/6/2001"))["revised"] == "May 6, 2001"


def test_dates_deep_in_the_text_are_not_the_class_s_own() -> None:
    text = "Tide Clerk\n\nClass Code: 1" + BODY + "\nRange A\n\nEstablished 2/25/86 Revised 4/24/12\n" + BODY * 5
    assert values_of(reading_of(text).facts) == {"title": "Tide Clerk", "code": "1"}


def test_the_salary_is_the_lines_of_its_section_that_state_amounts() -> None:
    text = (
        "TIDE CLERK\n\nANNUAL SALARY\n\n$40,000 to $50,000\nThe salary in the Port is  $45,000.\n\nIt may change.\n"
        + BODY
    )
    assert values_of(reading_of(text).facts)["salary"] == "$40,000 to $50,000 The salary in the Port is $45,000."


@pytest.mark.parametrize(
    "head",
    [
        "The City of Portside is seeking a Tide Clerk for its harbor.",
        "Careers\nJoin our team\nWho we are",
        "Introduction\nPortside lies on the coast.",
        "City of Portside\nHarbor Department",
    ],
)
def test_a_title_is_not_guessed(head: str) -> None:
    assert "title" not in values_of(facts_of(head))


def test_an_agency_is_not_guessed_from_prose() -> None:
    assert "agency" not in values_of(facts_of("Tide Clerk\n\nThe City of Portside is an old city."))


def test_the_body_whose_form_it_is_said_to_be_is_the_agency() -> None:
    assert values_of(facts_of("Tide Clerk\nLagoon State Personnel Board Specification"))["agency"] == (
        "Lagoon State Personnel Board"
    )


def test_the_highest_heading_is_the_title_even_if_its_words_are_a_section_s() -> None:
    text = "Special Education Series\n\nDuties\n\nTeaches children at the harbor school what tides are and do.\n"
    reading = reading_of(text, (("Special Education Series", 1), ("Duties", 2)))
    assert values_of(reading.facts) == {"title": "Special Education Series"}
