"""The coded tables, row by row: no cell is passed over, and none is read as another row's."""

import pytest

from ingest.norfolk.boxes import read_boxes
from ingest.norfolk.rows import Table
from ingest.norfolk.tables import read_demands, read_factors
from tests.ingest.reading import block_of, fact_of, read_as

_DOUBT = ("illegible", None)


def _demands(text: str, key: str = "physical_demands") -> Table:
    return read_demands(text, block_of(key, text))


def _factors(text: str) -> Table:
    return read_factors(text, block_of("environmental_factors", text))


def _boxes(text: str) -> dict[str, tuple[str, str | None]]:
    return read_as(read_boxes(text, block_of("work_location", text)).facts)


@pytest.mark.parametrize(
    ("row", "status", "value", "description"),
    [
        ("Standing\tF\tCopier, fax", "read", "Frequently", "Copier, fax"),
        ("Standing\tF\t", "read", "Frequently", None),
        ("Standing\tF", "read", "Frequently", None),
        ("Standing\t\tCopier", "blank", None, "Copier"),
        ("Standing\t\t", "blank", None, None),
        ("Standing", "blank", None, None),
        ("Standing\t?\tCopier", "illegible", None, "Copier"),
        ("Stand\ting\t0\tCopier\tand fax", "read", "Occasionally", "Copier and fax"),
        ("Standing\tF\t\tCopier", "read", "Frequently", "Copier"),
    ],
)
def test_a_demand_has_a_code_and_a_description(
    row: str, status: str, value: str | None, description: str | None
) -> None:
    (fact,) = _demands(row).facts
    assert (fact.field, fact.status.value, fact.value, fact.description) == (
        "physical_demands.standing", status, value, description,
    )  # fmt: skip


@pytest.mark.parametrize("row", ["Standing\t\tF\tCopier", "Standing F\tCopier", "Standing F"])
def test_a_demand_s_code_that_moved_is_never_called_blank(row: str) -> None:
    assert read_as(_demands(row).facts)["physical_demands.standing"] in [("read", "Frequently"), _DOUBT]


@pytest.mark.parametrize("row", ["Time Pressures\t\tF", "Time Pressures F", "Time Pressures   F", "Time Pressures: F"])
def test_a_non_physical_code_that_moved_is_never_called_blank(row: str) -> None:
    facts = read_as(_demands(row, "non_physical_demands").facts)
    assert facts.get("non_physical_demands.time_pressures", _DOUBT) in [("read", "Frequently"), _DOUBT]


def test_a_description_goes_on_in_a_line_that_begins_blank() -> None:
    text = "Standing\tF\tCopier,\n\t\tfax\nSitting\tO\tDesk"
    facts = _demands(text).facts
    assert [fact.description for fact in facts] == ["Copier, fax", "Desk"]
    assert text[facts[0].start : facts[0].end] == "Standing\tF\tCopier,\n\t\tfax"


def test_a_row_that_the_form_lacks_is_kept_under_its_own_label_with_an_issue() -> None:
    table = _demands("Running\tO\tTo the engine")
    assert read_as(table.facts) == {"physical_demands.running": ("read", "Occasionally")}
    assert [issue.code for issue in table.issues] == ["unknown_label"]


def test_an_own_legend_decodes_the_rows_below_it() -> None:
    text = "C = Constantly\tO = Often\tN = Not at all\n\nStanding\tO\tx\nSitting\tN\ty"
    table = _demands(text)
    assert [entry.word for entry in table.legend] == ["Constantly", "Often", "Not at all"]
    assert [fact.value for fact in table.facts] == ["Often", "Not at all"]


def test_two_rows_of_one_field_that_differ_are_illegible() -> None:
    table = _demands("Walking\tF\tx\nWalking\tN\ty")
    assert read_as(table.facts) == {"physical_demands.walking": _DOUBT}
    assert [issue.code for issue in table.issues] == ["illegible"]


def test_two_rows_of_one_field_that_agree_are_one() -> None:
    facts = read_as(_demands("Walking\tF\tx\nWalking\tF\tx").facts)
    assert facts == {"physical_demands.walking": ("read", "Frequently")}


def test_a_misread_label_gives_way_to_the_row_that_is_certain() -> None:
    facts = read_as(_demands("Sanding\tN\tWood\nStanding\tF\tDesk").facts)
    assert facts == {
        "physical_demands.standing": ("read", "Frequently"), "physical_demands.sanding": ("read", "Never"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "left", "right"),
    [
        ("Fire Hazards\tN\tFumes and Odors\tD", ("read", "Never"), ("read", "Daily")),
        ("Fire Hazards\t\tFumes and Odors\tD", ("blank", None), ("read", "Daily")),
        ("Fire Hazards\tFumes and Odors\tD", ("blank", None), ("read", "Daily")),
        ("Fire Hazards\tN\tFumes and Odors\t", ("read", "Never"), ("blank", None)),
        ("Fire Hazards\tN\tFumes and Odors", ("read", "Never"), ("blank", None)),
        ("Fire\tHazards\tN\tFumes and\tOdors\tD", ("read", "Never"), ("read", "Daily")),
        ("\t\tFumes and Odors\tD", None, ("read", "Daily")),
        ("Fire Hazards\tN\t\t", ("read", "Never"), None),
        ("Fire Hazards\tX\tFumes and Odors\tN/A", _DOUBT, _DOUBT),
    ],
)
def test_two_columns_each_keep_their_own_code(
    row: str, left: tuple[str, str | None] | None, right: tuple[str, str | None] | None
) -> None:
    facts = read_as(_factors(row).facts)
    assert facts.get("health_and_safety.fire_hazards") == left
    assert facts.get("environmental_factors.fumes_and_odors") == right


def test_a_row_to_quote_is_one_column_s_label_and_code() -> None:
    text = "Fire Hazards\tN\tFumes and Odors\tD"
    assert [text[fact.start : fact.end] for fact in _factors(text).facts] == ["Fire Hazards\tN", "Fumes and Odors\tD"]


@pytest.mark.parametrize(
    "row",
    ["Fire Hazards N\tFumes and Odors\tD", "Fire Hazards\t\tN\tFumes and Odors\tD",
     "Fira Hazard\tN\tFumes and Odors\tD", "Fira Hazard\ts\tN\tFumes and Odors\tD",
     "Fire Hazard\ts\tN\tFumes and Odors\tD"],
)  # fmt: skip
def test_a_factor_s_code_that_moved_or_whose_label_is_damaged_is_never_another(row: str) -> None:
    facts = read_as(_factors(row).facts)
    assert facts.get("health_and_safety.fire_hazards", _DOUBT) in [("read", "Never"), _DOUBT]
    assert facts["environmental_factors.fumes_and_odors"] == ("read", "Daily")


@pytest.mark.parametrize("row", ["Communicable Disease\tS\tDirt and Dust\tN", "Communicable Disease\tS"])
def test_a_seasonal_code_beside_a_singular_label_is_never_called_blank(row: str) -> None:
    facts = read_as(_factors(row).facts)
    assert facts.get("health_and_safety.communicable_diseases", _DOUBT) in [("read", "Seasonally"), _DOUBT]


def test_a_hazard_that_the_form_lacks_is_not_read_as_one_that_it_has() -> None:
    facts = read_as(_factors("Physical Hazards\tW\tDirt and Dust\tN").facts)
    assert "health_and_safety.chemical_hazards" not in facts


def test_an_extra_row_belongs_to_the_column_that_it_stands_in() -> None:
    facts = read_as(_factors("Confined Spaces\tN\tWorking at Heights\tD").facts)
    assert facts == {
        "health_and_safety.confined_spaces": ("read", "Never"),
        "environmental_factors.working_at_heights": ("read", "Daily"),
    }


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Office Environment\tX", ("read", "X")), ("Office Environment X", ("read", "X")),
        ("[X] Office Environment", ("read", "X")), ("Office Environment\t[x]", ("read", "X")),
        ("Office Environment\t", ("read", None)), ("Office Environment", ("read", None)),
        ("Office Environment\t[ ]", ("read", None)), ("Office Environment\t___", ("read", None)),
        ("Office Environment\tK", _DOUBT), ("Office Environment\tN/A", _DOUBT),
        ("Office Environment\tX\tWarehouse\t", ("read", "X")),
    ],
)  # fmt: skip
def test_a_box_is_marked_or_not(text: str, office: tuple[str, str | None]) -> None:
    assert _boxes(text)["work_location.office"] == office


@pytest.mark.parametrize(
    "text",
    [
        "Office Environment\t\tX", "Office Environment\t\tX\t", "X\tOffice Environment",
        "[X]\tOffice Environment\t[ ]\tWarehouse",
        "Office EnvironmentX\t", "Office\tEnvironment\tX", "Office Environment\nX\nWarehouse",
        "Office Environment\tWarehouse\tShop\nX\t\t",
    ],
)  # fmt: skip
def test_a_box_whose_mark_moved_is_never_called_unmarked(text: str) -> None:
    assert _boxes(text).get("work_location.office", _DOUBT) in [("read", "X"), _DOUBT]


def test_a_mark_before_the_next_box_is_not_given_to_another() -> None:
    facts = _boxes("[ ]\tOffice Environment\t[X]\tWarehouse\t[ ]\tShop")
    assert facts["work_location.office"] in [("read", None), _DOUBT]
    assert facts["work_location.warehouse"] in [("read", "X"), _DOUBT]


def test_an_unread_code_is_an_issue_at_its_cell() -> None:
    text = "Standing\t?\tx"
    table = _demands(text)
    (issue,) = table.issues
    cell = fact_of(table.facts, "physical_demands.standing")
    assert (issue.code, issue.start, issue.end) == ("illegible", cell.raw_start, cell.raw_end)


@pytest.mark.parametrize("code", ["F", "F/O", "?"])
def test_a_code_behind_a_label_that_a_tab_parted_is_its_code(code: str) -> None:
    assert _demands(f"Reachin\tg\t{code}\tDesk").facts[0].raw == code


def test_not_applicable_is_no_code() -> None:
    (fact,) = _demands("Talking\t\tN/A").facts
    assert (fact.status.value, fact.description) == ("blank", "N/A")


def test_the_end_of_a_label_that_a_tab_parted_is_no_code() -> None:
    (fact,) = _demands("Fine Dexteri\tty\t\t6 to 8 foot ladders").facts
    assert (fact.field, fact.status.value) == ("physical_demands.fine_dexterity", "blank")


def test_a_description_whose_rest_is_not_in_its_column_is_left_out() -> None:
    (fact,) = _demands("Standing\tF\tUneven ground at\npump stations").facts
    assert (fact.value, fact.description) == ("Frequently", None)
