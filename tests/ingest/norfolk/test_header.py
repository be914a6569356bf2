"""The labelled lines at the top of the form."""

import pytest

from ingest.model import Fact
from ingest.norfolk.header import read_header
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


_TITLE = "Class Title: Senior Utility"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CSC Adopted: June 1998\tCSC Revised: N/A", {"adopted": ("read", "June 1998"), "revised": ("blank", None)}),
        ("Revised: Not applicable", {"revised": ("blank", None)}),
        ("Revised: --", {"revised": ("blank", None)}),
        ("Revised: April 2016; December 2017", {"revised": ("read", "April 2016; December 2017")}),
        ("Revised: April 2016, December 2017", {"revised": ("read", "April 2016; December 2017")}),
        ("Revised: 04/2016 & 12/2017", {"revised": ("read", "April 2016; December 2017")}),
        ("Revised: April 2016;\nDecember 2017", {"revised": ("read", "April 2016; December 2017")}),
        ("Adopted: May 1990\tRevised: April 2016\n\tDecember 2017",
         {"adopted": ("read", "May 1990"), "revised": ("read", "April 2016; December 2017")}),
        ("Adopted: May 1990\tRevised:\nDecember 2017",
         {"adopted": ("read", "May 1990"), "revised": ("read", "December 2017")}),
        ("Revised: April 2016\tAdopted: May 1990\nDecember 2017",
         {"revised": ("illegible", None), "adopted": ("read", "May 1990")}),
    ],
)  # fmt: skip
def test_dates_are_read_in_the_ways_that_forms_print_them(
    text: str, expected: dict[str, tuple[str, str | None]]
) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Classification Specification 004120", "Classification Specification\n004120",
        "Classification Specification No. 004120", "Classification Specification\nNo. 004120",
        "Classification Specification #004120", "Classification Specification Code: 004120",
        "Classification Specification\nCode: 004120", "Classification Specification\t\t004120",
        "Classification Specification          004120", "004120 Classification Specification",
        "004120\tClassification Specification", "004120\nClassification Specification",
        "Classification Specification - 004120", "## Classification Specification 004120",
        "Classification Specification\n\n004120", "Class Code:\n004120", "**Class Code:** 004120",
    ],
)  # fmt: skip
def test_a_code_is_a_string_wherever_it_stands_by_the_name_of_the_form(text: str) -> None:
    assert _read(text) == {"code": ("read", "004120")}


@pytest.mark.parametrize("code", ["C-1234", "12-345A"])
@pytest.mark.parametrize(
    "before", ["Classification Specification ", "Classification Specification\n", "Class Code: ", "Job Code\t"]
)
def test_a_code_of_another_kind_is_read_as_it_stands(before: str, code: str) -> None:
    assert _read(before + code) == {"code": ("read", code)}


@pytest.mark.parametrize("beside", ["2001", "09-2001", "June 1998", "23510", "Page 1"])
def test_a_date_or_a_number_below_the_name_of_the_form_is_no_code(beside: str) -> None:
    assert "code" not in _read(f"Classification Specification\n{beside}")


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("Department: Public Works", ("read", "Public Works")),
        ("Department: Various", ("read", "Various")),
        ("Department:", ("blank", None)),
        ("Department: ____", ("blank", None)),
        ("Department: Parks and\nRecreation", ("read", "Parks and Recreation")),
        ("Department: Planning,\nZoning, and Permits", ("read", "Planning, Zoning, and Permits")),
        ("Department:\nPublic Works", ("read", "Public Works")),
        ("Department:\nCITY OF HOLT", ("blank", None)),
        ("Class Title: Clerk\tDepartment: Parks and\n\tRecreation", ("read", "Parks and Recreation")),
        ("Class Title: Aide  Department: Parks and\n                   Recreation", ("read", "Parks and Recreation")),
    ],
)  # fmt: skip
def test_a_department_may_be_blank_or_go_on_in_the_next_line(text: str, department: tuple[str, str | None]) -> None:
    assert _read(text)["department"] == department


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{_TITLE}\nCustomer Service Manager\nDepartment: Water", "Senior Utility Customer Service Manager"),
        (f"{_TITLE}\nCustomer Service Manager", "Senior Utility Customer Service Manager"),
        (f"{_TITLE}\n\nCustomer Service Manager\n\nDepartment: Water", "Senior Utility Customer Service Manager"),
        ("Class Title: DEPUTY\n             REGISTRAR", "DEPUTY REGISTRAR"),
        ("Class Title: Director of Parks and\nRecreation", "Director of Parks and Recreation"),
        ("Class Title: Administrative Assistant\nto the Mayor", "Administrative Assistant to the Mayor"),
        ("Class Title: Accountant\nII", "Accountant II"),
        ("Class Title:\nCustomer Service Manager\nDepartment: Water", "Customer Service Manager"),
        ("Class Title:\n\nClerk", "Clerk"),
        ("CLASS TITLE: SENIOR UTILITY\nMANAGER", "SENIOR UTILITY MANAGER"),
    ],
)
def test_a_title_goes_on_in_the_next_line(text: str, title: str) -> None:
    assert _read(text)["title"] == ("read", title)


@pytest.mark.parametrize(
    "below",
    [
        "\nThis is skilled work in a utility.", "\n\nManages Customers.", "\nService Division", "\n\nCustomer Service",
        "\nCITY OF HOLT", "\nClassification Specification", "\nJune 1998", "\nGrade: 12 Manager",
    ],
)  # fmt: skip
def test_a_title_swallows_nothing_that_is_not_its_own(below: str) -> None:
    assert _read(_TITLE + below)["title"] == ("read", "Senior Utility")


def test_a_title_that_goes_on_beside_another_value_is_not_read_in_part() -> None:
    text = f"{_TITLE}\tDepartment: Water\nCustomer Service Manager"
    assert _read(text) == {"title": ("illegible", None), "department": ("read", "Water")}


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("CITY OF\nHOLT", "CITY OF HOLT"),
        ("City of Holt, Virginia", "City of Holt, Virginia"),
        ("City of Holt - Department of Human Resources", "City of Holt"),
        ("Department of Human Resources | City of Holt", "City of Holt"),
        ("City of Holt, Department of Finance", "City of Holt"),
        ("City of Holt\nDepartment of Human Resources", "City of Holt"),
        ("# CITY OF HOLT", "CITY OF HOLT"),
        ("CITY OF HOLT\tCLASSIFICATION SPECIFICATION", "CITY OF HOLT"),
    ],
)
def test_a_letterhead_names_the_agency(text: str, agency: str) -> None:
    facts, rest, _ = read_header(text, lines(text, ()))
    assert read_as(facts) == {"agency": ("read", agency)}
    assert rest == ()


@pytest.mark.parametrize(
    "text",
    [
        "Class Title\tFirefighter\tDepartment\tFire", "Class Title\tFirefighter\nDepartment\tFire",
        "Class Title:\tFirefighter\tDepartment:\tFire", "Class Title\tFirefighter\tDepartment: Fire",
        "**Class Title:** Firefighter  **Department:** Fire", "- **Class Title**: Firefighter\n- __Department:__ Fire",
        "CLASS TITLE: Firefighter\nDEPARTMENT: Fire", "Glass Title: Firefighter\nDept: Fire",
    ],
)  # fmt: skip
def test_labels_are_known_in_tables_in_markdown_and_in_capitals(text: str) -> None:
    assert _read(text) == {"title": ("read", "Firefighter"), "department": ("read", "Fire")}


def test_a_label_without_a_colon_beside_a_blank_cell_is_blank() -> None:
    assert _read("Revised\t") == {"revised": ("blank", None)}


@pytest.mark.parametrize("text", ["Class Title\tDepartment\nFirefighter\tFire", "Department of Fire", "Class Title"])
def test_labels_that_stand_beside_no_value_say_nothing(text: str) -> None:
    assert _read(text) == {}
