import pytest

from assistant.wording import field_name, quotation


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("physical_demands.pushing_pulling", "Pushing/Pulling"),
        ("physical_demands.running", "Running"),
        ("class_requirements.education", "Formal Education / Knowledge"),
        ("essential_functions.3.strength", "Strength of essential function 3"),
        ("overall_strength", "Overall physical strength demands"),
        ("notes.1", "Note 1"),
        ("code", "Class code"),
    ],
)
def test_a_field_is_called_what_the_form_prints(field: str, name: str) -> None:
    assert field_name(field) == name


def test_only_literal_words_stand_in_quotation_marks() -> None:
    assert quotation("a b", "a\tb") == "“a b”"
    assert quotation("a b", "a <u>b</u>") == "a b"
