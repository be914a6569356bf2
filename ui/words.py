"""The page's own words in each of its languages: every string that the page says stands in ``languages/``.

What a class specification says, and what an answer says, is no word of the page and is never put into another language.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["en", "es"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_FOLDER = Path(__file__).with_name("languages")


@dataclass(frozen=True)
class Words:
    """The page's words in one language."""

    language: Language
    texts: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """The words under a key (``table.name``: the file and the name in it), with values for their ``{places}``.

        Raises:
            KeyError: there are no such words, or a place has no value.
        """
        return self.texts[key].format(**values) if values else self.texts[key]

    def count(self, key: str, number: int, **values: object) -> str:
        """The words for a number of things, which is their ``{count}``: ``key.one`` for 1, else ``key.many``."""
        return self.say(f"{key}.{'one' if number == 1 else 'many'}", count=number, **values)

    @property
    def path(self) -> str:
        """Where the page in this language is: ``/`` or ``/es/``."""
        return "/" if self.language == "en" else f"/{self.language}/"


@cache
def words_in(language: Language) -> Words:
    """All words of a language."""
    texts: dict[str, str] = {}
    for file in sorted((_FOLDER / language).glob("*.toml")):
        texts |= _flat(tomllib.loads(file.read_text(encoding="utf-8")), file.stem)
    return Words(language, texts)


def language_of(name: str | None) -> Language:
    """The language that a ``lang`` parameter or an ``Accept-Language`` header asks for; English for any other."""
    wanted = (name or "").strip().lower()[:2]
    return next((language for language in LANGUAGES if language == wanted), "en")


def _flat(table: Mapping[str, object], name: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    for key, value in table.items():
        texts |= _flat(value, f"{name}.{key}") if isinstance(value, Mapping) else {f"{name}.{key}": str(value)}
    return texts
