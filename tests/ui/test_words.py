import re
from pathlib import Path
from string import Formatter

import pytest

from ui.words import LANGUAGES, Words, language_of, words_in

UI = Path(__file__).parents[2] / "ui"
# A key as the code names it: say("ask.question"), or a part of one where the rest is put together.
_SAID = re.compile(r"""(?:say|count)\(\s*f?["']([a-z_]+\.[a-z_.]*)""")


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things_with_the_same_places(language: str) -> None:
    english, other = words_in("en").texts, words_in(language_of(language)).texts
    assert sorted(other) == sorted(english)
    assert {key: places(text) for key, text in other.items()} == {key: places(text) for key, text in english.items()}
    assert [key for key, text in other.items() if not text.strip()] == []


def test_all_words_that_the_code_says_are_there_and_no_others() -> None:
    code = "\n".join(file.read_text() for file in sorted(UI.rglob("*.py")))
    said = set(_SAID.findall(code))
    known = words_in("en").texts
    assert [key for key in said if not any(name.startswith(key) for name in known)] == []
    assert [name for name in known if not any(name.startswith(key) for key in said)] == []


def test_a_language_that_the_page_does_not_speak_is_answered_in_english() -> None:
    assert [language_of(name) for name in (None, "", "de-DE", "es-MX,es;q=0.9", "EN")] == ["en", "en", "en", "es", "en"]


def test_words_that_are_not_there_are_an_error() -> None:
    with pytest.raises(KeyError):
        words_in("en").say("page.no_such_words")


def test_words_for_a_number_of_things_agree_with_it() -> None:
    words = Words("en", {"find.found.one": "{count} spec of {held}", "find.found.many": "{count} specs of {held}"})
    assert words.count("find.found", 1, held=7) == "1 spec of 7"
    assert words.count("find.found", 0, held=7) == "0 specs of 7"
