"""Essential functions of a strength, the strongest and the lightest."""

from assistant import Outcome, Route
from assistant.answering.function_strengths import functions_asked
from assistant.draft import Draft, Subject
from assistant.searching.criteria import FUNCTION_STRENGTH, Coded, Extreme, Search
from index import HeldSpec
from tests.assistant.town import printed, spec
from tests.assistant.verifying import Asking
from tests.generation.reading_back import read_back

HEAVY = Coded(FUNCTION_STRENGTH, 3, 4)


def asked_of(*functions: tuple[str, str], wanted: Coded | None = HEAVY, question: str = "") -> Draft | None:
    read = read_back(printed(spec("Buoy Hauler", "400001", functions=functions)).encode(), ".txt")
    subject = Subject(HeldSpec("buoy-hauler", read), "Buoy Hauler")
    search = Search(wanted, None if wanted else Extreme("overall_strength", is_most=True))
    return functions_asked(search, [subject], {}, question, is_polar=True)


def said(draft: Draft | None) -> list[str]:
    assert draft is not None
    return ["".join(piece for piece in line if isinstance(piece, str)).strip() for line in draft.lines]


def test_the_functions_of_a_strength_are_shown_with_it_and_no_others(town: Asking) -> None:
    answer = town("Which essential functions of the Ferry Mate are heavy or very heavy?")
    assert answer.route == Route.LOOKUP
    assert {(value.field, value.value) for value in answer.values} >= {
        ("essential_functions.3", "Lowers the rescue boat."),
        ("essential_functions.3.strength", "Very Heavy"),
    }
    assert "Sells tickets." not in answer.text


def test_the_heaviest_and_the_lightest_function_are_found(town: Asking) -> None:
    heaviest = town("What is the heaviest essential function of the Ferry Mate?")
    assert heaviest.values[0].value == "Lowers the rescue boat."
    lightest = town("What is the lightest essential function of the Ferry Mate?")
    assert lightest.values[0].value == "Sells tickets."


def test_all_functions_that_share_the_highest_strength_are_found() -> None:
    draft = asked_of(("M", "Hauls buoys."), ("L", "Reads gauges."), ("M", "Shifts anchors."), wanted=None)
    assert draft is not None
    assert [cell.field for cell in draft.cells if not cell.field.endswith("strength")] == [
        "essential_functions.1",
        "essential_functions.3",
    ]


def test_no_function_of_the_strength_is_said_with_what_each_is(town: Asking) -> None:
    answer = town("Does the Archive Clerk have any very heavy essential functions?")
    assert answer.outcome == Outcome.ANSWERED
    assert answer.text.startswith("No.\nNone of the essential functions of Archive Clerk is of that strength.")
    assert [value.value for value in answer.values] == ["Sedentary"]


def test_a_function_whose_strength_cannot_be_read_keeps_it_from_being_no() -> None:
    lines = said(asked_of(("L", "Reads gauges."), ("", "Hauls buoys.")))
    assert lines[0] == "None of the essential functions of Buoy Hauler whose strength can be read is of that strength."
    assert said(asked_of(("H", "Reads gauges."), ("", "Hauls buoys.")))[0] == "Yes."


def test_functions_without_any_strength_are_not_answered_by_it() -> None:
    assert asked_of(("", "Reads gauges."), ("", "Hauls buoys.")) is None


def test_each_of_several_strengths_is_asked_for(town: Asking) -> None:
    answer = town("Which functions of the Ferry Mate are light, and which one is very heavy?")
    strengths = {value.value for value in answer.values if value.field.endswith("strength")}
    assert strengths == {"Light", "Very Heavy"}


def test_functions_taken_over_from_another_class_count_where_they_are_heavier(town: Asking) -> None:
    answer = town("What is the heaviest function of the Mosaic Restorer II?")
    assert ("Mosaic Restorer I", "Medium") in {(value.class_title, value.value) for value in answer.values}
    assert answer.citations[0].quote == "1\tL\tPerforms all duties of Mosaic Restorer I."


def test_the_strength_of_each_function_is_all_of_them(town: Asking) -> None:
    answer = town("Are all functions of the Ferry Mate heavy? Give me each one's rating.")
    strengths = [value.field for value in answer.values if value.field.endswith(".strength")]
    assert strengths == [f"essential_functions.{number}.strength" for number in (1, 2, 3)]


def test_functions_without_a_strength_are_those_that_are_left_blank() -> None:
    draft = asked_of(("H", "Hauls buoys."), ("", "Paints them."), question="Which function has no strength code?")
    assert "Paints them." in " ".join(said(draft))
    assert "Hauls buoys." not in " ".join(said(draft))
