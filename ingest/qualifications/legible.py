"""A text as it is matched: as many code points as the source, so that every place found in it is one of the source."""

import re

from ingest.folding import MARKUP, latin_text

_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "\xa0": " ", "\ufffd": " ",
                        "–": "-", "—": "-", "\u2011": "-"})  # fmt: skip
# An aside of several words says how a requirement is applied, and not what it is.
_ASIDE = re.compile(r"\((?:(?!\n\s*\n)(?:[^()]|\([^()]{0,60}\))){0,700}\)|\[(?:(?!\n\s*\n)[^\[\]]){0,700}\]")
_ONE_SPACE = re.compile(r"\\s(?![*+?{\]])")
_FEWEST_WORDS = 5


def wording(words: str) -> re.Pattern[str]:
    """A pattern in which every space stands for any white space: a line may end anywhere between words."""
    return re.compile(_one_or_more(words.replace(" ", r"\s")), re.IGNORECASE)


def wording_in_lines(words: str) -> re.Pattern[str]:
    """The same of a pattern that is written in lines, as a verbose one, and has its spaces escaped."""
    return re.compile(_one_or_more(words), re.IGNORECASE | re.VERBOSE)


def _one_or_more(words: str) -> str:
    return _ONE_SPACE.sub(r"\\s+", words)


def legible(text: str) -> str:
    """The text with plain quotation marks and dashes, look-alikes made Latin, and markup blanked."""
    return MARKUP.sub(_blanked, latin_text(text.translate(_PLAIN)))


def without_asides(text: str) -> str:
    """The text with every aside in brackets blanked, and what nests in it."""
    before = None
    while before != text:
        before, text = text, _ASIDE.sub(_blanked_aside, text)
    return text


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blanked_aside(found: re.Match[str]) -> str:
    return _blanked(found) if len(found[0].split()) >= _FEWEST_WORDS else found[0]
