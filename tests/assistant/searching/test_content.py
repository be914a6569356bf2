"""Every class whose spec says something in these words."""

import pytest

from assistant import Assistant, Question
from assistant.draft import Evidence
from assistant.holdings import Holdings
from assistant.searching.content import only_denies, sentences_with
from assistant.searching.criteria import Mentioned
from assistant.understanding.synonyms import same_words
from assistant.understanding.words import stems as stems_of
from tests.assistant.verifying import Asking


def found(town: Asking, *stems: str) -> dict[str, list[str | None]]:
    holdings = Holdings(town.library)
    asked = Mentioned(stems, " ".join(stems))
    places = sentences_with(town.library, [asked], holdings.subject, together=True)[asked]
    return {
        holdings.titles[spec_id]: [one.quote if isinstance(one, Evidence) else one.value for one in shown]
        for spec_id, shown in places.items()
    }


def test_every_spec_that_has_the_word_is_found_with_the_row_that_has_it(town: Asking) -> None:
    assert found(town, "telephon").keys() == {
        "Archive Clerk",
        "Bell Founder",
        "Ferry Mate",
        "Kennel Aide",
        "Lamp Tender",
        "Mosaic Restorer I",
        "Mosaic Restorer II",
        "Quarry Inspector",
    }
    assert found(town, "winch") == {"Ferry Mate": ["Winch and telephone."]}


def test_all_the_words_stand_in_one_row(town: Asking) -> None:
    assert found(town, "rescu", "boat") == {"Ferry Mate": ["3\tVH\tLowers the rescue boat."]}
    assert found(town, "rescu", "ticket") == {}


def test_what_no_spec_says_is_found_nowhere(town: Asking) -> None:
    assert found(town, "zeppelin") == {}


def test_a_search_by_words_quotes_the_row_and_says_of_how_many(town: Asking) -> None:
    answer = town("Which positions mention tesserae?")
    assert answer.classes == ("Mosaic Restorer I",)
    assert answer.text.startswith("1 of the 8 classes held matches (tesserae)")
    assert [citation.quote for citation in answer.citations] == ["1\tL\tCleans tesserae."]


def test_of_words_wanted_together_only_classes_that_have_them_all_are_looked_through(town: Asking) -> None:
    telephone, bell = Mentioned(("telephon",), "telephone"), Mentioned(("bell",), "bell")
    subject_of = Holdings(town.library).subject
    apart = sentences_with(town.library, [telephone, bell], subject_of, together=False)
    together = sentences_with(town.library, [telephone, bell], subject_of, together=True)
    assert set(apart[telephone]) > set(together[telephone])
    assert set(together[telephone]) == set(together[bell]) == set(apart[telephone]) & set(apart[bell])


def test_the_label_of_a_coded_row_says_nothing_of_the_work(town: Asking) -> None:
    assert found(town, "hazard") == {}


@pytest.mark.parametrize(
    ("clause", "is_denied"),
    [
        ("asks for supplies but does not approve purchases", True),
        ("never approves purchases", True),
        ("approves purchases, never alone", False),
        ("no later than May approves purchases", False),
        ("not only approves purchases", False),
        ("does not hire", False),
    ],
)
def test_a_clause_that_only_denies_what_is_looked_for_is_known(clause: str, is_denied: bool) -> None:
    assert only_denies(clause, same_words(stems_of("approve purchases"))) == is_denied


def test_a_class_that_is_denied_something_is_not_found_by_it(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Which classes approve purchases?"))
    assert answer.classes == ("Utility Customer Service Manager",)
