"""What an answer's text states: its quotations, numbers, licences, codes and decoded words, each with its place."""

import re
import unicodedata
from dataclasses import dataclass

from benchmarks.verification.folding import compact, plain

_SMALL_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
_NUMBER_WORDS = {word: str(number) for number, word in enumerate(_SMALL_NUMBERS, start=1)} | {
    word: str(tens * 10) for tens, word in enumerate(_TENS, start=3)
}
_PARTS = {"half": "1/2", "third": "1/3", "thirds": "2/3"}
_NUMBER = re.compile(
    r"([¼½¾⅐-⅞]|\d+\s?/\s?\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\s?(?:%|percent\b|per cent\b))?",
    re.IGNORECASE,
)
UNITS = r"(?:years?|months?|weeks?|days?|hours?|minutes?|lbs?|pounds?|percent|credits?|semester|feet|words)"
_WORDED_QUANTITY = re.compile(
    rf"\b({'|'.join(_NUMBER_WORDS)})\b(?=[\s-]+(?:\(\d+\)\s*)?(?:[a-z]+[\s-]+)?{UNITS}\b)", re.IGNORECASE
)
_WORDED_NUMBER = re.compile(rf"\b({'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_WORDED_PART = re.compile(r"\b(?:one|two)[\s-]+(half|thirds?)\b", re.IGNORECASE)
_DRIVER = r"driv(?:er|ing)['’]?s?['’]?\s*licen[cs]es?"
_LICENCE = re.compile(rf"\b(?:(?P<commercial>CDL|commercial\s+{_DRIVER})|(?P<driver>{_DRIVER}))(?!\w)", re.IGNORECASE)
_LICENCE_CLASS = re.compile(
    r"\b(?i:class(?:es)?)\s+[\"“]?(?P<letters>[A-Z](?![\w'’])[\"”]?(?:\s*(?:,|/|\bor\b|\band\b)\s*[\"“]?[A-Z](?![\w'’])[\"”]?)*)"
)
_CURLY = re.compile(r"“([^“”]*)”")
_STRAIGHT = re.compile(r'"([^"]*)"')
_CODE = re.compile(r"(?<![\w'’&])(VH|[SLMHCFORNDW])(?![\w'’&])")
_CODE_IN_POSITION = re.compile(r"`([A-Z0-9]{1,2})`|\b[Cc]odes? ([A-Z]{1,2})\b")
_NOT_APPLICABLE = re.compile(r"\bN\s*/\s*A\b")


@dataclass(frozen=True)
class Stated:
    """Something that a text states, in the form that it is compared in."""

    start: int
    end: int
    what: str


def quotations(text: str) -> tuple[list[Stated], list[int]]:
    """Return the quotations in “ ” and in straight marks, and the places of marks that open or close nothing."""
    found = [Stated(match.start(), match.end(), match.group(1)) for match in _CURLY.finditer(text)]
    rest = _without(text, found)
    stray = [at for at, letter in enumerate(rest) if letter in "“”"]
    if rest.count('"') % 2:
        rest = re.sub(r'(?<=\d)"(?=[\s,.;)])', " ", rest, count=1)  # six inches: 6"
    straight = [Stated(match.start(), match.end(), match.group(1)) for match in _STRAIGHT.finditer(rest)]
    stray += [at for at, letter in enumerate(_without(rest, straight)) if letter == '"']
    return sorted(found + straight, key=lambda entry: entry.start), stray


def numbers(text: str) -> list[Stated]:
    """Return the numbers: `1/3`, `50%`, `45000` for 45,000; of number words, those that count a unit or name a part."""
    found = [Stated(match.start(), match.end(), _normal_number(match)) for match in _NUMBER.finditer(text)]
    found += [
        Stated(match.start(), match.end(), _NUMBER_WORDS[match.group(1).casefold()])
        for match in _WORDED_QUANTITY.finditer(text)
    ]
    found += [
        Stated(match.start(), match.end(), _PARTS[match.group(1).casefold()]) for match in _WORDED_PART.finditer(text)
    ]
    return sorted(found, key=lambda entry: entry.start)


def numbers_shown(quote: str) -> set[str]:
    """Return every number that a quotation shows, in digits or in words, through its markup."""
    words = plain(quote)
    shown = {entry.what for entry in numbers(words)}
    shown |= {number.rstrip("%") for number in shown}
    return shown | {_NUMBER_WORDS[match.group(1).casefold()] for match in _WORDED_NUMBER.finditer(words)}


def licences(text: str) -> list[Stated]:
    """Return the licences: `cdl`, `driver`, and `class A` for every letter of a class of licence."""
    found = [
        Stated(match.start(), match.end(), "cdl" if match["commercial"] else "driver")
        for match in _LICENCE.finditer(text)
    ]
    for match in _LICENCE_CLASS.finditer(text):
        letters = re.findall(r"\b[A-Z]\b", match["letters"])
        found += [Stated(match.start(), match.end(), f"class {letter}") for letter in letters]
    return found


def licences_shown(quote: str) -> set[str]:
    """Return the licences that a quotation shows; a commercial driver's licence is a driver's licence too."""
    shown = {entry.what for entry in licences(plain(quote))}
    squeezed = compact(quote).casefold()
    if re.search(r"commercialdriver'?s?'?licen[cs]e", squeezed):
        shown.add("cdl")
    if "cdl" in shown or re.search(r"driver'?s?'?licen[cs]e", squeezed):
        shown.add("driver")
    return shown


def codes(text: str) -> list[Stated]:
    """Return the code letters of the form that stand alone in a text, and whatever is written as a code."""
    masked = _NOT_APPLICABLE.sub(lambda match: " " * len(match.group()), text)
    found = [Stated(match.start(), match.end(), match.group(1)) for match in _CODE.finditer(masked)]
    known = {entry.start for entry in found}
    for match in _CODE_IN_POSITION.finditer(masked):
        group = 1 if match.group(1) else 2
        if match.start(group) not in known:
            found.append(Stated(match.start(group), match.end(group), match.group(group)))
    return found


def decoded_words(text: str, words: frozenset[str]) -> list[Stated]:
    """Return where the text has one of the words, longest first, in any case; each as the table spells it."""
    if not words:
        return []
    spelling = {" ".join(word.casefold().split()): word for word in words}
    longest_first = sorted(spelling, key=lambda word: (-len(word), word))
    pattern = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return [
        Stated(match.start(), match.end(), spelling[" ".join(match.group().casefold().split())])
        for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", text, re.IGNORECASE)
    ]


def _normal_number(match: re.Match[str]) -> str:
    # NFKC parts ½ into 1, a fraction slash and 2.
    digits = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", match.group(1)).replace("⁄", "/"))
    whole = digits.lstrip("0") or "0"
    return (digits if "/" in digits or "." in digits else whole) + ("%" if match.group(2) else "")


def _without(text: str, found: list[Stated]) -> str:
    letters = list(text)
    for entry in found:
        letters[entry.start : entry.end] = " " * (entry.end - entry.start)
    return "".join(letters)
