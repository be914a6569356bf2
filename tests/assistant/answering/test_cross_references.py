"""Functions that are those of another class, followed."""

from pathlib import Path

from assistant import Outcome
from assistant.answering.cross_references import beside, extended, follow, references
from assistant.answering.section import whole_sections
from assistant.holdings import Holdings
from index import Library, LibrarySettings
from tests.assistant.town import SPECS, printed
from tests.assistant.verifying import Asking

DUTIES = "1\tL\tPerforms all duties of Mosaic Restorer I."


def test_the_place_that_refers_is_the_row_of_the_function(town: Asking) -> None:
    holdings = Holdings(town.library)
    restorer = holdings.subject(town.library.resolve("Mosaic Restorer II").spec_id)
    assert [place.quote for place in references(restorer)] == [DUTIES]
    assert [holdings.titles[spec_id] for spec_id in beside([restorer], holdings)] == ["Mosaic Restorer I"]


def test_the_functions_of_a_class_bring_those_that_it_refers_to(town: Asking) -> None:
    answer = town("What are the essential functions of the Mosaic Restorer II?")
    assert answer.classes == ("Mosaic Restorer II", "Mosaic Restorer I")
    said = {(value.class_title, value.value) for value in answer.values}
    assert {
        ("Mosaic Restorer II", "Plans the season's restorations."),
        ("Mosaic Restorer I", "Mixes lime mortar."),
    } <= said
    assert DUTIES in [citation.quote for citation in answer.citations]


def test_the_class_that_is_referred_to_does_not_have_the_duties_of_the_one_that_refers(town: Asking) -> None:
    answer = town("What are the essential functions of the Mosaic Restorer I?")
    assert answer.classes == ("Mosaic Restorer I",)
    assert "restorations" not in answer.text


def test_a_class_that_refers_to_none_keeps_its_draft(town: Asking) -> None:
    holdings = Holdings(town.library)
    founder = holdings.subject(town.library.resolve("Bell Founder").spec_id)
    draft = whole_sections([founder], ("essential_functions",))
    assert extended(draft, [founder], holdings) is draft
    assert follow([founder], holdings).outcome is Outcome.ABSTAINED


def test_a_class_that_is_referred_to_and_not_held_is_said_not_to_be(tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text(printed(SPECS["mosaic-restorer-ii"]), encoding="utf-8")
    settings = LibrarySettings(library=tmp_path / "library", embedding_model=str(tmp_path / "none"))
    with Library.open(settings) as library:
        library.ingest([tmp_path / "second.txt"])
        answer = Asking(library)("What are the essential functions of the Mosaic Restorer II?")
    assert "No class spec of the class that it refers to is held." in answer.text
    assert answer.classes == ("Mosaic Restorer II",)


def test_a_level_named_beside_another_is_asked_about_too(town: Asking) -> None:
    answer = town("Who mixes mortar, the II or just the I? Mosaic Restorer I I mean")
    assert DUTIES in [citation.quote for citation in answer.citations]
    assert answer.citations[0].quote == DUTIES


def test_duties_of_another_class_are_those_that_a_class_refers_to(town: Asking) -> None:
    answer = town("Which duties of another class does the Mosaic Restorer II also perform, and how heavy is each?")
    assert ("Mosaic Restorer I", "Medium") in {(value.class_title, value.value) for value in answer.values}


def test_what_is_asked_next_is_asked_of_the_class_that_is_named_by_the_answer(town: Asking) -> None:
    answer = town("Which other class has duties of the Mosaic Restorer II, and what is the experience of that class?")
    assert ("Mosaic Restorer I", "class_requirements.experience") in {
        (value.class_title, value.field) for value in answer.values
    }
    assert DUTIES in [citation.quote for citation in answer.citations]


def test_all_duties_of_a_class_are_its_own_functions(town: Asking) -> None:
    answer = town("what does “all duties of Mosaic Restorer I” include?")
    assert answer.classes == ("Mosaic Restorer I",)
    assert "Mixes lime mortar." in {value.value for value in answer.values}


def test_a_function_that_is_asked_for_by_number_brings_those_that_it_refers_to(town: Asking) -> None:
    answer = town("What is the first bullet of the Mosaic Restorer II?")
    assert ("Mosaic Restorer I", "Mixes lime mortar.") in {(one.class_title, one.value) for one in answer.values}
    second = town("What is function 2 of the Mosaic Restorer II?")
    assert second.classes == ("Mosaic Restorer II",)


def test_the_duties_of_another_class_are_asked_for_by_whose_they_are(town: Asking) -> None:
    answer = town("Which class's duties does the Mosaic Restorer II also have?")
    assert "Mixes lime mortar." in {value.value for value in answer.values}
