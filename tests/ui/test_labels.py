from assistant.answer import Citation
from ui.labels import place_label, printable


def test_a_place_names_the_page_only_where_the_document_does() -> None:
    paged = Citation(1, "a", "Custodian", "physical_demands", "q", "custodian.txt", 3, 0, 1)
    unpaged = Citation(1, "a", "Custodian", "physical_demands", "q", "custodian.txt", None, 0, 1)
    assert place_label(paged) == "Physical demands · page 3"
    assert place_label(unpaged) == "Physical demands"


def test_an_escape_sequence_cannot_reach_the_terminal() -> None:
    assert printable("\x1b[31mred\x9b0m\x00") == "\ufffd[31mred\ufffd0m\ufffd"


def test_tabs_and_line_ends_stay() -> None:
    assert printable("Standing\tF\r\nSitting") == "Standing\tF\nSitting"
