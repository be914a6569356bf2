"""Reads scanned words the way a person does: through markup, broken spacing and letters that only look right."""

import re
import unicodedata
from functools import lru_cache

_CYRILLIC_AND_GREEK = "АВСЕНІЈКМОРЅТХУавсеіјорѕхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹοϲ"
_LATIN = "ABCEHIJKMOPSTXYabceijopsxyABEZHIKMNOPTYXCoc"
_APOSTROPHES_AND_DASHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "⁄": "/"})
_LOOK_ALIKES = str.maketrans(_CYRILLIC_AND_GREEK, _LATIN)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,40}>")
_FRACTION = re.compile(r"\\d?frac\s*\{\s*(\d+)\s*\}\s*\{\s*(\d+)\s*\}")
# Only digits and signs: "$45,000" alone is money, "$1/3$" is a formula.
_FORMULA = re.compile(r"\$\s*([\d\s/{}^%.,+<>=≤≥\\-]+?)\s*\$")
_WHITE_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return the text without markup, look-alike letters and runs of white space, at offsets of its own."""
    # Look-alikes go first: NFKC would turn the lunate sigma, which looks like a C, into a plain sigma.
    folded = unicodedata.normalize("NFKC", _TAG.sub("", text).translate(_LOOK_ALIKES))
    folded = folded.translate(_APOSTROPHES_AND_DASHES)
    folded = _FORMULA.sub(r"\1", _FRACTION.sub(r"\1/\2", folded)).replace("\\%", "%").replace("**", "")
    return _WHITE_SPACE.sub(" ", folded).strip()


def compact(text: str) -> str:
    """Return the plain text with no white space at all."""
    return plain(text).replace(" ", "")


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts differ in nothing but markup, white space and look-alike letters."""
    return compact(one) == compact(other)


def same_name(one: str, other: str) -> bool:
    """Tell whether two titles are the same but for case and an agency in brackets."""
    return bare_name(one) == bare_name(other)


def bare_name(title: str) -> str:
    """Return a title without case, spacing and the agency in brackets that may follow it."""
    return compact(re.sub(r"\s*\([^()]*\)\s*$", "", title)).casefold()


def edit_distance(one: str, other: str) -> int:
    """Return the number of letters to insert, delete or replace between two words."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, row[0] = row[0], at
        for place, opposite in enumerate(other, start=1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != opposite))
    return row[-1]


def stands_in(words: str, passage: str) -> bool:
    """Tell whether the plain words stand in the plain passage, whole words only."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", passage) is not None


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with the spans turned to spaces, so that every offset stays."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)
