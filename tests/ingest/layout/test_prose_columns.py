"""Functions and requirements in columns."""

from tests.ingest.layout.reading import values_in


def test_requirements_in_columns_go_on_below_their_prose() -> None:
    found = values_in("CLASS REQUIREMENTS:\n\nFormal Education /      A diploma, or\n"
                      "Knowledge               its equal.\n"
                      "Experience              One year.\n")  # fmt: skip
    assert found["class_requirements.education"] == ("read", "A diploma, or its equal.")


def test_a_misread_label_in_two_lines_is_one_label() -> None:
    found = values_in("CLASS REQUIREMENTS:\n\nFormal Fducation /      A diploma, or\n"
                      "Knowledge               its equal.\n"
                      "Experience              One year.\n")  # fmt: skip
    assert found["class_requirements.education"] == ("read", "A diploma, or its equal.")
    assert not any("knowledge" in field for field in found)


def test_functions_are_numbered_rows_with_a_code() -> None:
    found = values_in(
        "ESSENTIAL FUNCTIONS:\n\n1    L     Drives a van to\n           the depot.\n2    VH    Lifts crates.\n"
    )
    assert found["essential_functions.1"] == ("read", "Drives a van to the depot.")
    assert found["essential_functions.2.strength"] == ("read", "Very Heavy")
