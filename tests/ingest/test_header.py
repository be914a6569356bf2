"""The labelled lines at the top of the form."""

import pytest

from ingest.header import read_header
from ingest.model import Fact
from ingest.source_text import lines
from tests.ingest.reading import read_as


def _facts(text: str) -> dict[str, Fact]:
    facts, _, _ = read_header(text, lines(text, ()))
    return {fact.field: fact for fact in facts}


def _read(text: str) -> dict[str, tuple[str, str | None]]:
    return read_as(_facts(text).values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Class Title: Clerk", {"title": ("read", "Clerk")}),
        ("Cl\tass Tit1e: Clerk", {"title": ("read", "Clerk")}),
        ("Class Title: <u>Clerk</u> II", {"title": ("read", "Clerk II")}),
        ("Class Title:", {"title": ("blank", None)}),
        ("Class Title: Clerk\tDepartment: Water", {"title": ("read", "Clerk"), "department": ("read", "Water")}),
        ("Adopted: June 1998 , Revised:", {"adopted": ("read", "June 1998"), "revised": ("blank", None)}),
        ("CSC Adopted: June 1998\tCSC Revi\tsed: ________",
         {"adopted": ("read", "June 1998"), "revised": ("blank", None)}),
        ("Adopted: soon", {"adopted": ("illegible", None)}),
        ("Class Code: 0041Z", {"code": ("read", "0041Z")}),
        ("Class Code: OO4l20", {"code": ("read", "004120")}),
        ("CLASSIFICATION SPECIFICATION 004120", {"code": ("read", "004120")}),
        ("CLASSI FICATION SPECIFI\tCATION\t004120", {"code": ("read", "004120")}),
        ("CLASSIFICATION SPECIFICATION (004120)", {"code": ("read", "004120")}),
        ("CLASSIFICATION SPECIFICATION ______", {"code": ("blank", None)}),
        ("CLASSIFICATION SPECIFICATION", {}),
        ("CITY OF NORFOLK", {"agency": ("read", "CITY OF NORFOLK")}),
        ("Holt County\tClass Specification", {"agency": ("read", "Holt County")}),
        ("Supervised: daily", {}),
        ("-----\t-----", {}),
    ],
)  # fmt: skip
def test_a_header_line_gives_its_facts(text: str, expected: dict[str, tuple[str, str | None]]) -> None:
    assert _read(text) == expected


def test_a_value_is_quoted_with_its_label() -> None:
    text = "x\nClass Title: Clerk , Department: Water"
    title = _facts(text)["title"]
    assert text[title.start : title.end] == "Class Title: Clerk"
    assert text[title.raw_start : title.raw_end] == title.raw == "Clerk"


def test_a_blank_value_is_a_place_of_no_width_after_its_label() -> None:
    text = "Adopted: ____"
    adopted = _facts(text)["adopted"]
    assert (adopted.raw, adopted.raw_start, adopted.raw_end) == ("", len("Adopted:"), len("Adopted:"))


@pytest.mark.parametrize("code", ["004\t120", "0041 20", "0 04120"])
def test_a_code_that_is_split_is_not_read_in_part(code: str) -> None:
    status, value = _read(f"CLASSIFICATION SPECIFICATION {code}")["code"]
    assert (status, value) in [("read", "004120"), ("illegible", None)]


@pytest.mark.parametrize("line", ["Class Title: Clerk\tGrade: 12", "Class Title: Clerk\tFLSA Status: Exempt"])
def test_a_label_that_the_form_lacks_is_no_part_of_the_title(line: str) -> None:
    assert _read(line)["title"] in [("read", "Clerk"), ("illegible", None)]


@pytest.mark.parametrize("line", ["Salary set by the County", "State of the art facility"])
def test_an_agency_is_not_guessed_from_prose(line: str) -> None:
    assert "agency" not in _read(line)


def test_a_label_within_a_sentence_is_no_header_line() -> None:
    assert _read("The clerk does the work of each city department: filing, typing, and answering the telephone.") == {}


def test_letters_that_fold_to_two_do_not_break_the_search_for_labels() -> None:
    assert _read("Straße: 1\nClass Title: Clerk") == {"title": ("read", "Clerk")}


def test_a_line_that_is_no_header_line_is_left_over() -> None:
    text = "Class Title: Clerk\nService Division\nCLASSIFICATION SPECIFICATION"
    _, rest, _ = read_header(text, lines(text, ()))
    assert [text[line.start : line.end] for line in rest] == ["Service Division"]


def test_a_date_that_cannot_be_read_is_an_issue_with_its_place() -> None:
    text = "Adopted: Juny 1998"
    _, _, (issue,) = read_header(text, lines(text, ()))
    assert (issue.code, issue.start, issue.end) == ("illegible", 0, len(text))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Class Title: Utility Cus\ttomer Manager", "title", "Utility Customer Manager"),
        ("CITY OF NORFO\tLK", "agency", "CITY OF NORFOLK"),
        ("CITY OF NORF\tOLK\tCLASSIFICATION SPECIFICATION 004120", "agency", "CITY OF NORFOLK"),
    ],
)
def test_a_word_that_a_tab_broke_is_whole_again_and_a_repair(text: str, field: str, value: str) -> None:
    facts, _, _ = read_header(text, lines(text, ()))
    fact = next(fact for fact in facts if fact.field == field)
    assert fact.value == value
    assert "split_word" in [repair.rule for repair in fact.repairs]


def test_an_agency_that_a_tab_may_have_broken_is_not_read_in_part() -> None:
    text = "CITY OF SPRING\tFIELD"
    facts, _, _ = read_header(text, lines(text, ()))
    assert [fact.value for fact in facts] == ["CITY OF SPRING FIELD"]
