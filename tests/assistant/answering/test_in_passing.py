"""What specs without coded rows say of a field in the sentences of other sections."""

from pathlib import Path

import pytest

from assistant import Answer, Assistant, Question
from index import Library, LibrarySettings
from tests.assistant.generic_specs import harbor_pilot
from tests.index.spec_factory import hold

_SECTIONS = (
    ("duties", "DUTIES", ("Pilots ships into the harbor.", "Must wear respirators and safety harnesses.")),
    ("special_requirements", "LICENSE", ("A valid driver's license is required.",)),
    ("special_requirements", "OTHER", ("Is subject to random drug testing.", "Normal color vision.")),
)


def _asked(folder: Path, text: str) -> Answer:
    settings = LibrarySettings(library=folder, embedding_model=str(folder / "missing"))
    with Library.open(settings) as held:
        hold(held, harbor_pilot(sections=_SECTIONS))
        return Assistant(held).ask(Question(text))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Must a Harbor Pilot be able to drive?", "A valid driver's license is required."),
        ("what safety gear will the harbor pilot have to wear", "Must wear respirators and safety harnesses."),
        ("are harbor pilots drug tested", "Is subject to random drug testing."),
        ("can a colorblind person be a harbor pilot", "Normal color vision."),
    ],
)
def test_a_sentence_that_says_a_field_in_its_own_words_answers_for_the_row_that_is_not_there(
    tmp_path: Path, question: str, said: str
) -> None:
    assert [citation.quote for citation in _asked(tmp_path, question).citations] == [said]


def test_what_is_asked_beside_the_field_stands_in_the_sentence(tmp_path: Path) -> None:
    assert not _asked(tmp_path, "does the harbor pilot wear a hard hat on holidays").citations
