import pytest

from assistant.understanding.same_jobs import as_titles_say
from assistant.understanding.title_index import title_index
from tests.assistant.entries import entry


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("do janitors climb", "do custodians climb"),
        ("is the 911 dispatcher sitting", "is the police dispatcher sitting"),
        ("meter maid hours", "parking enforcement officer hours"),
    ],
)
def test_a_job_is_known_by_another_name_of_it(text: str, meant: str) -> None:
    held = title_index([entry("Custodian"), entry("Police Dispatcher"), entry("Parking Enforcement Officer")])
    assert as_titles_say(text, held) == meant


def test_a_name_that_a_title_held_has_means_that_class() -> None:
    held = title_index([entry("Custodian"), entry("Janitor")])
    assert as_titles_say("do janitors climb", held) == "do janitors climb"


def test_a_job_of_which_no_name_is_held_stays_as_it_was_called() -> None:
    assert as_titles_say("do janitors climb", title_index([entry("Librarian")])) == "do janitors climb"
