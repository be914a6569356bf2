"""Whether words name an occupation, as the title of a class does, or a part of an organisation."""

import re

from ingest.folding import latin_text
from ingest.form import SMALL_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEVEL = re.compile(r"[ivx]+|\d{1,2}|[a-e]", re.IGNORECASE)
# What follows the word that says what somebody is: "Director of Parks", "Clerk, Part-Time", "Firefighter/EMT".
_AFTER_HEAD = re.compile(r"\s*[,/(–—]|\s+-|\s+(?:of|for|to|in|at|with|and|or|&)\s", re.IGNORECASE)

_AGENT_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "yst", "ysts", "ant", "ants", "man", "men",
                  "woman", "women", "person",
                  "smith")  # fmt: skip
_OCCUPATIONS = frozenset(
    """
    administrator adviser advisor advocate agent aide analyst appraiser apprentice architect archivist artist
    assessor assistant associate asst attendant attorney auditor bailiff blacksmith boilermaker buyer cadet captain
    caretaker carpenter cashier chaplain chauffeur chemist chief cleaner clerk collector commander commissioner
    comptroller concierge conductor consultant controller cook coordinator coroner counsel counselor courier curator
    custodian dentist deputy designer detective developer dietitian director dispatcher doctor drafter driver
    ecologist economist editor educator electrician engineer entomologist estimator examiner executive expert
    fabricator firefighter foreman forester gardener geologist glazier groundskeeper guard guide handyman helper
    hydrographer hygienist inspector instructor intern interpreter interviewer investigator janitor judge keeper
    laborer lead leader librarian lieutenant lifeguard lineman locksmith machinist magistrate maintainer manager
    marshal mason mechanic medic messenger meteorologist mgr microbiologist negotiator nurse nutritionist officer
    operator optometrist painter paralegal paramedic patrolman pharmacist photographer physician pilot pipefitter
    planner plasterer plumber podiatrist porter president principal printer programmer psychiatrist psychologist
    ranger receptionist recorder recruit registrar repairer reporter representative researcher roofer scientist
    secretary sergeant server setter sheriff spec specialist statistician stenographer steward storekeeper
    strategist superintendent supervisor supt supv surgeon surveyor teacher tech technician technologist teller
    tester therapist toxicologist trainee trainer transcriber translator treasurer treasurer-clerk tutor typist
    upholsterer veterinarian warden warehouseman welder worker writer zoologist
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


def holds_occupation(words: str) -> bool:
    """Whether any of the words is one that a class of jobs is called after: "Clerk", "Engineers"."""
    said = {word.casefold() for word in _LETTERS.findall(words)}
    return any(word in _OCCUPATIONS or word.removesuffix("s") in _OCCUPATIONS for word in said)


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
