"""What is chosen to be compared: as an address says it, and what is said of a choice that cannot be shown whole."""

from html import unescape
from pathlib import Path

import pytest

from assistant import Assistant
from index import Library, LibrarySettings
from tests.ui.comparing import Comparing
from ui.compare.choice import Choice, choice_of
from ui.page.compare import CompareTab
from ui.page.site import Site
from ui.words import words_in

SIX = ("Ferry Mate", "Quarry Inspector", "Archive Clerk", "Lamp Tender", "Kennel Aide", "Bell Founder")


def tab_over(library: Library) -> CompareTab:
    return CompareTab(Site(library, Assistant(library), words_in("en")))


@pytest.fixture
def tab(comparing: Comparing) -> CompareTab:
    return tab_over(comparing.library)


@pytest.mark.parametrize(
    "choice", [Choice(), Choice(("a-1", "b-2")), Choice(("b-2", "a-1"), ("notes", "header"), only_differences=True)]
)
def test_an_address_says_a_choice_again(choice: Choice) -> None:
    assert choice_of(choice.parameters()) == choice


def test_what_an_address_says_twice_is_chosen_once_and_what_is_not_known_is_left() -> None:
    said = [("tab", "compare"), ("compare", "a-1"), ("compare", "a-1"), ("only", "everything"), ("section", "notes")]
    assert choice_of(said) == Choice(("a-1",), ("notes",), only_differences=False)


def ids_of(comparing: Comparing, *titles: str) -> list[str]:
    return [comparing.library.resolve(title).spec_id for title in titles]


def test_five_of_six_are_compared_and_the_sixth_is_named(tab: CompareTab, comparing: Comparing) -> None:
    shown = tab.narrow(ids_of(comparing, *SIX), ["physical_demands"], False)
    assert "These were left out: Bell Founder." in shown
    assert shown.count('role="columnheader"') == 1 + 5


def test_a_spec_that_is_gone_is_said_and_the_rest_is_compared(tab: CompareTab, comparing: Comparing) -> None:
    first, second = ids_of(comparing, "Ferry Mate", "Quarry Inspector")
    shown = tab.narrow([first, "<b>gone</b>", second], ["physical_demands"], False)
    assert "left out: <b>gone</b>." in unescape(shown)
    assert "<b>gone" not in shown
    assert f"compare={first}&amp;compare={second}&amp;section" in shown
    assert shown.count('role="columnheader"') == 1 + 2


def test_a_section_that_none_has_is_said_and_the_others_are_compared(tab: CompareTab, comparing: Comparing) -> None:
    shown = tab.narrow(ids_of(comparing, *SIX[:2]), ["salary", "physical_demands"], False)
    assert "has a section “salary”" in shown
    assert "compared-physical_demands" in shown
    assert "compared-machines_tools" not in shown


@pytest.mark.parametrize(("number", "said"), [(0, "Choose at least two"), (1, "Choose one more")])
def test_too_few_are_asked_for_more(tab: CompareTab, comparing: Comparing, number: int, said: str) -> None:
    shown = tab.narrow(ids_of(comparing, *SIX[:number]), [], False)
    assert said in shown
    assert "<table" not in shown


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    settings = LibrarySettings(library=tmp_path / "empty", embedding_model=str(tmp_path / "none"))
    with Library.open(settings) as library:
        assert "No class specification is held yet." in tab_over(library).narrow([], [], False)
