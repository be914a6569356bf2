from assistant.answer import Citation
from ui.labels import field_label, place_label, printable, section_label


def test_a_section_key_is_written_in_words() -> None:
    assert section_label("non_physical_demands") == "Non physical demands"


def test_a_field_path_is_written_without_its_section() -> None:
    assert field_label("essential_functions.3.strength") == "3 strength"
    assert field_label("title") == "Title"


def test_a_place_names_the_page_only_where_the_document_does() -> None:
    paged = Citation(1, "a", "Custodian", "physical_demands", "q", "custodian.txt", 3, 0, 1)
    unpaged = Citation(1, "a", "Custodian", "physical_demands", "q", "custodian.txt", None, 0, 1)
    assert place_label(paged) == "Physical demands · page 3"
    assert place_label(unpaged) == "Physical demands"


def test_an_escape_sequence_cannot_reach_the_terminal() -> None:
    assert printable("\x1b[31mred\x9b0m\x00") == "\ufffd[31mred\ufffd0m\ufffd"


def test_tabs_and_line_ends_stay() -> None:
    assert printable("Standing\tF\r\nSitting") == "Standing\tF\nSitting"
