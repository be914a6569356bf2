"""Words by which a sentence takes back, softens or replaces what it names, whatever that is."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.qualifications.legible import wording, wording_in_lines

# A sentence is asked about once for each thing that is read of it, and an agency prints the same ones everywhere.
_remembered = lru_cache(maxsize=4096)

# Sentences that name schooling, time or a licence, and ask for none of it.
_ASKS_NOTHING = wording_in_lines(
    r"""
      \? \s* $ | ^ \s* (?: I \s | do \s you | did \s you | have \s you | are \s you | how \s many | please \b
          | indicate \b
                         | describe \b | list \s | select \s | note \s* : \s* your )
    | \b (?: will \s be \s admitted | may \s (?:apply | file | compete) | cannot \s be \s appointed
          | eligible \s to \s compete
           | (?: applicants | candidates | apprentices | students | persons ) \s (?: who | with | within ) \b
           | those \s (?: with | within ) \b
           | is \s defined \s as | (?:is|are) \s (?:considered \s)? (?:equal | equivalent) \s to
           | for \s example | will \s be \s credited
           | may \s be \s credited | qualifying \s experience \s (?:is|are) | not \s (?:be \s)? considered
           | years? \s of \s age
           | per \s year | each \s year | eligible \s list | transcripts? | on-?line \s application
           | supplemental \s question\w* | attach
           | experience \s applied | as \s specified \s above | copy \s of
           | (?: term | word )s? \s " )
    """
)
# "A master's degree may replace one year": what follows is replaced, and what is before replaces it.
_REPLACES = wording(
    r"substitut\w*|in lieu of|may replace|may take (?:its|the) place|can take (?:its|the) place"
    r"|take[sn]? (?:its|the) place"
    r"|in place of|interchang\w+|may be waived"
)
_EQUIVALENT = wording(
    r"equivalent combination|combination of (?:relevant |related |the )?(?:education|training|experience|work)"
    r"|\bor (?:an? |any |the |its |other )?(?:acceptable |substantially |comparable )?equivalent\b(?!\s+(?:from"
    r"|to\b))"
    r"|\bor (?:an? )?(?:any )?comparable combination"
)
_COMBINATION = wording(r"combination of|combination that|equivalent combination")
_PREFERRED = wording(
    r"\b(?:(?:is|are|would be|will be)\s+)?(?:also\s+)?(?:strongly\s+|highly\s+|generally\s+)?"
    r"(?:preferred|desirable|desired|helpful|advantageous|recommended|a plus|an advantage|an asset|beneficial)\b"
)
_PREDICATE = wording(r"(?:is|are|would be|will be)\b")
_PREFERRED_LABEL = wording(r"\W*(?:highly\s+)?(?:preferred|desirable|desired|preference)\b[^.:]{0,40}:")
# What is preferred of a subject, or beside it, leaves the subject required.
_OF_ANOTHER_THING = wording(
    r"\s*(?:and\s+|or\s+)?(?:with|including|in|course ?work|courses|specialization|major)\b"
    r"|(?:(?!years?\b|degree|diploma)[^,])*\b(?:experience|knowledge|skills?|ability|licen[sc]e|certification"
    r"|training)\b"
)
_DEMANDS = wording(r"\b(?:is|are) required\b|\bmust\b")
_REQUIRED = wording(r"\brequired\b")
_OF_SOME = wording(
    r"\bmay be requir|\bmay requir|\bmay need|\b(?:some|certain|selected|specific|designated|many"
    r"|most) (?:positions?|assignments?|jobs)\b"
    r"|\bpositions? (?:may|assigned)|\bdepending (?:on|upon)|\bif (?:driving|required|assigned|applicable"
    r"|needed|operating|the)\b"
    r"|\bwhen (?:driving|required|assigned|needed|operating)\b|\bas (?:required|needed|applicable|appropriate"
    r"|assigned)\b"
    r"|\bwhere required|\b(?:of|for) (?:staff|those|employees|incumbents) (?:who|that|assigned)\b|\bcould be required"
)


@_remembered
def asks_for_nothing(sentence: str) -> bool:
    """Whether a sentence asks the reader something, or says who may apply and what counts, and demands nothing."""
    return bool(_ASKS_NOTHING.search(sentence))


@_remembered
def replaces(sentence: str) -> bool:
    """Whether a sentence says what may stand in the place of something else."""
    return bool(_REPLACES.search(sentence))


def replaced(sentence: str) -> str:
    """The words of a replacing sentence that say what is replaced; none where it points back at what is before."""
    found = _REPLACES.search(sentence)
    if found is None or found[0].lower().endswith(" place"):
        return ""
    parts = re.split(r"\bfor\b|\byears? of\b", sentence[found.end() :], maxsplit=1)
    return parts[-1]


def accepts_equivalent(sentence: str) -> bool:
    """Whether a sentence accepts something equivalent beside what it names."""
    return bool(_EQUIVALENT.search(sentence))


def accepts_combination(sentence: str) -> bool:
    """Whether a sentence accepts schooling and experience together in another measure than it names."""
    return accepts_equivalent(sentence) and bool(_COMBINATION.search(sentence))


@_remembered
def is_of_some(sentence: str) -> bool:
    """Whether a sentence asks something of some of those who hold the job, or only in some cases."""
    return bool(_OF_SOME.search(sentence))


def demands(sentence: str) -> bool:
    """Whether a sentence says itself that it asks for something, whatever stands above it."""
    return bool(_DEMANDS.search(sentence))


@_remembered
def mentions_preference(words: str) -> bool:
    """Whether words call something preferred, desirable or the like."""
    return bool(_PREFERRED.search(words))


@dataclass(frozen=True, slots=True)
class Preferred:
    """A stretch of a clause that calls something preferred; ``is_of_all``: whatever the clause names before it."""

    start: int
    end: int
    is_of_all: bool


def preferred_places(text: str, start: int, end: int) -> tuple[Preferred, ...]:
    """The stretches of a clause in which what is named is preferred and not required.

    "X, Y and Z are desirable" and "Preferred: X" say it of the whole clause; "X, Y preferred" of what is behind the
    comma, and of nothing where that only says more of X: "X, with courses in Y preferred".
    """
    if _PREFERRED_LABEL.match(text, start, end):
        return (Preferred(start, end, is_of_all=True),)
    if not mentions_preference(text[start:end]):
        return ()
    places = []
    for found in _PREFERRED.finditer(text, start, end):
        low = max(text.rfind(",", start, found.start()) + 1, start)
        if _PREDICATE.match(found[0]):
            required = [each.end() for each in _REQUIRED.finditer(text, start, found.start())]
            places.append(Preferred(max([start, *required]), found.end(), is_of_all=True))
        elif low == start or not _OF_ANOTHER_THING.match(text, low, found.start()):
            places.append(Preferred(low, found.end(), is_of_all=low == start))
    return tuple(places)
