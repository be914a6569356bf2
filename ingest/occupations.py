"""Whether words name an occupation, as the title of a class does, or a part of an organisation."""

import re

from ingest.folding import latin_text
from ingest.form import SMALL_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEVEL = re.compile(r"[ivx]+|\d{1,2}|[a-e]", re.IGNORECASE)
# What follows the word that says what somebody is: "Director of Parks", "Clerk, Part-Time", "Firefighter/EMT".
_AFTER_HEAD = re.compile(r"\s*[,/(–—]|\s+-|\s+(?:of|for|to|in|at|with|and|or|&)\s", re.IGNORECASE)

_AGENT_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "yst", "ysts", "ant", "ants", "man", "men",
                  "woman", "women", "person",
                  "smith")  # fmt: skip
_OCCUPATIONS = frozenset(
    """
    advocate agent aide apprentice architect asst associate attorney bailiff cadet captain chief clerk cook coroner
    deputy detective dietitian executive expert foreman guard guide intern investigator judge laborer lead
    magistrate marshal mechanic medic mgr nurse paralegal paramedic pilot planner president principal recruit
    representative secretary sheriff spec specialist steward superintendent surgeon supt supv tech trainee treasurer
    warden
    """.split()
)
_NO_OCCUPATIONS = frozenset(
    """
    after behavior career center chapter charter color computer consumer customer december employer error factor floor
    flower former grant harbor higher hydrant junior labor letter list checklist lower major matter member meter minor
    motor november number october order other over owner paper per plant power quarter register relevant restaurant
    river sector senior september sewer shelter significant stormwater summer tenant theater tractor under upper user
    vendor wastewater water weather whether winter human german
    """.split()
)
_PARTS_OF_AN_ORGANISATION = frozenset(
    """
    academy administration agency authority board branch bureau center city commission committee company council county
    court department dept district division group library office program school section service services staff state
    station team town unit
    """.split()
)


_MOST_WORDS = 9
_MOST_LETTERS = 90


def names_occupation(words: str) -> bool:
    """Whether words are such as the title of a class: their main word says what somebody is ("Chief of Police")."""
    head = _head(words)
    last = _last(words)
    return _is_agent(head) or (head.casefold() not in _PARTS_OF_AN_ORGANISATION and _is_agent(last))


def names_organisation(words: str) -> bool:
    """Whether words name a part of an organisation: "Department of Finance", "Water Division"."""
    return _head(words).casefold() in _PARTS_OF_AN_ORGANISATION


def has_level(words: str) -> bool:
    """Whether words end with a numeral, as the titles of the classes of a series do ("Accountant II")."""
    said = _WORD.findall(words)
    return len(said) > 1 and said[-1].isupper() and _LEVEL.fullmatch(said[-1]) is not None


def is_title_like(words: str) -> bool:
    """Whether words may be a title or a name, or a part of one: few, and all but the small ones with a capital."""
    said = _WORD.findall(latin_text(words))
    if not 0 < len(said) <= _MOST_WORDS or len(words) > _MOST_LETTERS or words.rstrip().endswith((".", ";", "?", "!")):
        return False
    large = [word for word in said if word.casefold() not in SMALL_WORDS]
    return ":" not in words and all(word[0].isupper() or word[0].isdigit() for word in large) and not words.isdecimal()


def _head(words: str) -> str:
    """The word that says what the others speak of: the last one before "of", a comma or a numeral."""
    plain = latin_text(words).strip()
    after = _AFTER_HEAD.search(plain)
    return _last(plain[: after.start()] if after else plain)


def _last(words: str) -> str:
    """The last word but for a numeral."""
    said = _WORD.findall(latin_text(words))
    while len(said) > 1 and _LEVEL.fullmatch(said[-1]):
        said.pop()
    return said[-1] if said else ""


def _is_agent(word: str) -> bool:
    said = word.casefold()
    if said in _NO_OCCUPATIONS or said.removesuffix("s") in _NO_OCCUPATIONS or said in _PARTS_OF_AN_ORGANISATION:
        return False
    return said in _OCCUPATIONS or said.removesuffix("s") in _OCCUPATIONS or said.endswith(_AGENT_ENDINGS)
