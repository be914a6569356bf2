"""What an other agency's heading is about."""

import pytest

from ingest.generic.heading_keys import heading_name


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("DEFINITION", "definition"),
        ("Class Characteristics", "distinguishing_characteristics"),
        ("Distinguishing Features of the Work", "distinguishing_characteristics"),
        ("TYPICAL TASKS", "duties"),
        ("Examples of Duties (Illustrative Only)", "duties"),
        ("Examples of Work", "duties"),
        ("What You'll Do", "duties"),
        ("Essential Job Functions", "essential_functions"),
        ("REQUIREMENTS/MINIMUM QUALIFICATIONS", "minimum_qualifications"),
        ("REQUIREMENT/ MINUMUM QUALIFICATION", "minimum_qualifications"),
        ("Education and Experience", "minimum_qualifications"),
        ("Desired Minimum Qualifications", "minimum_qualifications"),
        ("Knowledge, Skills & Abilities", "knowledge_skills_abilities"),
        ("Knowlege of", "knowledge_skills_abilities"),
        ("Licenses and Certificates", "special_requirements"),
        ("Special Personal Characteristics", "special_requirements"),
        ("Conditions of Employment", "special_requirements"),
        ("ANNUAL SALARY", "salary"),
        ("Compensation and Benefits", "salary"),
        ("Selection Procedures", "selection_process"),
        ("Where to Apply", "how_to_apply"),
        ("Application Deadline", "how_to_apply"),
        ("Work Environment", "working_conditions"),
        ("Supervision Received and Exercised", "supervision"),
        ("Special Physical Characteristics", "physical_demands"),
        ("Physical Demands and Working Conditions", "physical_demands"),
        ("Working Conditions and Physical Demands", "working_conditions"),
        ("Environmental Factors", "environmental_factors"),
        ("Tools and Equipment Used", "machines_tools"),
        ("Position Summary", "brief_description"),
        ("Job Details", "header"),
    ],
)
def test_a_heading_has_the_key_that_its_words_plainly_name(heading: str, key: str) -> None:
    assert heading_name(heading).key == key


@pytest.mark.parametrize(
    "heading",
    ["Desirable Qualifications", "Preferred Qualifications (not required)", "Benefits", "NOTES", "Process Notes"],
)
def test_a_known_heading_may_have_no_key(heading: str) -> None:
    name = heading_name(heading)
    assert (name.key, name.is_known) == ("other", True)


@pytest.mark.parametrize(
    "heading", ["Elections", "Qualifications Review Board", "Harbor Department", "Senior Clerk", "", "____________"]
)
def test_other_words_are_no_known_heading(heading: str) -> None:
    name = heading_name(heading)
    assert (name.key, name.is_known) == ("other", False)
