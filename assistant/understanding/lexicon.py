"""How people say what the form codes: the words of ``lexicon.toml``, read once."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

EXACTLY = "="
ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})

# Slips that are words themselves, known by what follows them.
SLIPS_BEFORE = {
    r"\bhwo(?= (?:much|often|many|long|heavy|about)\b)": "how",
    r"\bwere(?= (?:would|will|do|does|did|is|are|can) (?:i|you|u|they|he|she|it|we|the|an?)\b)": "where",
    r"(?<=\bto )no(?= (?:how|if|what|when|where|which|who|whether)\b)": "know",
    r"\b(has|have|had|need|needs|want|wants|able|how|where) 2"
    r"(?= (?:get|have|be|become|do|work|drive|apply|take|pass|hold|show|keep|lift|stand|sit|know|use|climb|wear)\b)": (
        r"\1 to"
    ),
    r"\b4(?= (?:me|him|her|us)\b)": "for",
    # "With an associate's and two years": people leave out the degree.
    r"\b(an? (?:associate|bachelor|master))['’]?s(?= (?:and|plus|or|in|but)\b|\W*$)": r"\1's degree",
    r"\bdose(?= (?:an?|the|this|that|he|she|it|they|i|u|you|we|anyone|somebody)\b)": "does",
    r"\bned(?= (?:an?|any|to|the|some|for)\b)": "need",
    r"\b(?:hav|hve)(?= (?:to|an?|any|the)\b)": "have",
    r"\bwat(?= (?:do|does|is|are|kind|the)\b)": "what",
}
# A class's functions that are those of another.
CROSS_REFERENCE = (
    r"\b(?:duties|functions|tasks|work) (?:of|from) (?:another|other|a different|an? lower|the lower) "
    r"(?:class|job|position)\b|"
    r"\b(?:another|other|different|lower|which|what|whose) (?:class|job|position)(?:'?s'?)? (?:own )?"
    r"(?:duties|functions|tasks)\b|"
    r"\b(?:another|other|different|lower|which|what) (?:other )?(?:class|job|position)(?:'?s)?\b[^?.]{0,60}"
    r"\b(?:leans?|rests?|draws?|builds?|falls? back|rel(?:y|ies)|depends?) (?:up)?on\b|"
    r"\ball (?:of )?(?:the )?(?:duties|functions|tasks|work) of\b|\bcross.?refer\w*|\brefers? (?:back )?to\b"
)
# The functions of that other class count as well.
WITH_INHERITED = (
    r"\b(?:inherit\w*|includ\w+|counting|counted|counts?|takes? over|taken over|stands? in|covers?|all told|in all|"
    r"altogether|(?:an)?other class(?:'s|es)?)\b"
)
# Another class is spoken of and not named, then asked about: "in which class, and what does that class do?"
_CLASS = r"(?:class|job|position|title|role|classification)"
ANOTHER_CLASS = (
    rf"\b(?:which|what|another|other|whose|different) (?:other )?{_CLASS}\b|\bwho(?:s|'s|se|m)? (?:work|duties|job)\b"
)
THEN_OF_IT = (
    rf"(?:[,.;]?\s+(?:and|then)|[.;?:])\s+(?:so |please |and |then )*"
    rf"(?P<then>(?:(?:what|who|whom|where|when|how|which|does|do|is|are|must|can|quote|give|show|list|describe)\b[^?.]*?"
    rf"\b(?P<it>(?:that|this|the other|said) (?:other )?{_CLASS}(?:'s)?|that one|those (?:people|ppl|folks|workers))"
    r"\b[^?]*|"
    r"(?:what|who|where|how) (?:does|do|is|are|must|can) (?:it|that)\b[^?]*)\??)\s*$"
)
# Words that point at what was said before them.
PRONOUN = r"\b(?:it|that|this|they|them|those|these|so)\b"
# What is asked of the things told in the turn before.
OF_THOSE_TOLD = r"\b(?:of|among|from|in|with) (?:those|these|them)\b|\bwhich (?:ones?|of)\b|\bhow many (?:are|r|were)\b"
# A question that only asks whether what was said before it is so.
POINTS_AT_WHAT_IS_BEFORE = r"\W*(?:is|are|was|would|does|do|did|has|will) (?:that|this|it|so|they|those|these)\b"
# Words that a question begins with.
ASKING_WORDS = (
    r"(?:what|whats|what's|wat|which|wich|who|whos|whom|whose|when|where|why|how|hows|list|show|tell|"
    r"describe|give|compare|define|"
    r"name|find|is|are|am|do|does|did|will|would|must|can|could|should|has|have|isn't|aren't|don't|"
    r"doesn't|any|i (?:want|need|would like|wanted) "
    r"to (?:know|find out|see)|wondering|so what|so how|whether)"
)
# Asked politely, in the middle of a sentence.
WISHES = (
    r"\b(?:need|wants?|wanted|like|liked|wish|help|trying) (?:us |me )?to (?:know|find out|hear|be told|learn)\b|"
    r"\b(?:tell me|let me know|was wondering|am wondering|wonders? (?:if|how|what|whether))\b"
)
# What only says that somebody asks whether something is so.
REPORTING = (
    r"\b(?:asks?|asking|asked|wonders?|wondering|know|knows|find out|says?|said|thinks?|believes?|claims?|sure|told)"
    r"(?: me| us)? (?=(?:if|whether)\b)"
)
# A question in the form of a wish: "show me", "list the".
_WISHED = r"(?:list|show|describe|give|compare)"
# Asked to be answered by yes or no: by its verb, at the beginning or after a break, or by a tag at the end.
POLAR_VERB = (
    r"(?:is|are|am|was|were|do|does|did|will|would|must|can|could|should|has|have|isn't|aren't|don't|doesn't|won't|"
    r"wouldn't|wasn't|hasn't|isnt|arent|dont|doesnt|wont|didn't|didnt|wasnt|hasnt|any|no|need|us)"
)
POLAR = (
    rf"(?:^|[.,:;!?-] ?|\b(?:so|and|but|then|also|well|hi|hey|if|whether|asks?|asking|wondering|know|says?|thinks?) )"
    rf"(?:{POLAR_VERB}\b|there'?s? )|\b(?:right|correct|true|so|yes|or not|at all)\W*$|\b(?:true that|whether)\b|"
    r"^\W*(?:if|r)\b|\bever\b|\b(?:is|are|does|do|will|would|can) (?:that|this)\b|"
    rf"\b{POLAR_VERB} (?:he|she|it|they|i|you|there)\W*$|\b(?:did|do|does|is|was|are|will|would|can) (?:u|"
    rf"you|i|they|he|she|it|we)\b"
)
OPEN_QUESTION = (
    r"\b(?<!still )(?<!someone )(?<!somebody )(?<!anyone )(?<!anybody )(?<!people )(?<!those )(?<!one )(?<!within )"
    r"(?:what|whats|what's|wat|which|wich|who|whos|whom|whose|when|where|why|how|tell me about)\b"
    r"(?! if\b)|"
    rf"(?:^|[.,:;!?] ?|\b(?:please|pls|can you|could you|would you) ){_WISHED}\b|\b{_WISHED} (?:me|us)\b"
)
# Asked which of two it is, so that yes or no is no answer.
ALTERNATIVES = r"\bor (?:do|does|did|is|are|can|could|would|will|should|must)\b(?! not\b)"
# "Don't I need a degree?" asks whether one is needed.
POLITE_DENIAL = (
    r"\b(?:is|are|do|does|wo|would|did|could|should|must|has|was)(?:n't|nt)\b(?= (?:i|you|u|we|they|"
    r"he|she|it|the|an?|there|this|that|(?!(?:need|have|require|want|gotta|got)\b)\w+)\b)|\bdid you not(?= say\b)"
)
ELIGIBILITY_FIELDS = (
    "class_requirements.education",
    "class_requirements.experience",
    "class_requirements.certifications",
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The ways in which people name one field or section: always, beside a cue, or beside another field in a list."""

    always: tuple[str, ...] = ()
    cued: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProseTopic:
    """Something the prose says in set phrases: how it is asked, how it is said, and which fields say the opposite."""

    patterns: tuple[str, ...]
    says: tuple[str, ...]
    opposite: tuple[str, ...]


def _read() -> dict[str, Any]:
    return tomllib.loads(files("assistant.understanding").joinpath("lexicon.toml").read_text(encoding="utf-8"))


def _tuples(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table.items()}


_WORDS = _read()
TYPED: dict[str, str] = _WORDS["typed"]
SAME_JOBS: tuple[tuple[str, ...], ...] = tuple(tuple(group) for group in _WORDS["same_jobs"])
SMALL_WORDS = frozenset(_WORDS["small_words"])
FREQUENCY_CUES: tuple[str, ...] = tuple(_WORDS["frequency_cues"])
OTHER_SENSES: tuple[str, ...] = tuple(_WORDS["other_senses"])
ROW_WORDS = frozenset(_WORDS["row_words"])
ROW_VERBS = frozenset(_WORDS["row_verbs"])
VERBS_OF_CODES = frozenset(_WORDS["verbs_of_codes"])
OWN_ROWS = _tuples(_WORDS["own_rows"])
QUESTION_WORDS: tuple[str, ...] = tuple(_WORDS["question_words"])
UNTELLING_WORDS = frozenset(_WORDS["untelling_words"])
AGAIN_WORDS = frozenset(_WORDS["again_words"])
OTHER_REQUESTS: tuple[str, ...] = tuple(_WORDS["other_requests"])
SYNONYMS: tuple[frozenset[str], ...] = tuple(frozenset(group) for group in _WORDS["synonyms"])
RELATED: tuple[frozenset[str], ...] = tuple(frozenset(group) for group in _WORDS["related"])
JOB_NOUNS = frozenset(_WORDS["job_nouns"])
NO_MODIFIERS = frozenset(_WORDS["no_modifiers"])
COUNTING_WORDS = frozenset(_WORDS["counting_words"])
WORDS_FOR_LEVELS = frozenset(_WORDS["words_for_levels"])
NO_AGENTS = frozenset(_WORDS["no_agents"])
BEFORE_A_CLASS = frozenset(_WORDS["before_a_class"])
AFTER_A_CLASS = frozenset(_WORDS["after_a_class"])
BEFORE_A_VERB = frozenset(_WORDS["before_a_verb"])
ANYONE_IN_A_CLASS = frozenset(_WORDS["anyone_in_a_class"])
RANK_WORDS = frozenset(_WORDS["rank_words"])
FIELD_PHRASES: dict[str, Phrases] = {
    field: Phrases(*(tuple(ways.get(how, ())) for how in ("always", "cued", "listed")))
    for field, ways in _WORDS["fields"].items()
}
SECTION_PHRASES: dict[str, Phrases] = {
    section: Phrases(phrases) for section, phrases in _tuples(_WORDS["sections"]).items()
}


@dataclass(frozen=True, slots=True)
class BesideRow:
    """What the prose says of a coded row in set phrases: how a question asks for it, and how it is said."""

    field: str
    asked: str
    says: str


OTHER_SECTION_PHRASES: dict[str, Phrases] = {
    section: Phrases(phrases) for section, phrases in _tuples(_WORDS["other_sections"]).items()
}
INSTEAD = _tuples(_WORDS["instead"])
SAID_IN_PROSE = _tuples(_WORDS["said_in_prose"])
STATED_TOPICS: dict[str, str] = _WORDS["stated_topics"]
PROSE_TOPICS = tuple(
    ProseTopic(tuple(topic["patterns"]), tuple(topic["says"]), tuple(topic["opposite"]))
    for topic in _WORDS["prose_topics"]
)
BESIDE_ROWS = tuple(BesideRow(**row) for row in _WORDS["beside_rows"])
QUESTION_FRAMES = _tuples(_WORDS["question_frames"])
ABSENT_TOPICS = _tuples(_WORDS["absent_topics"])
CONDITIONS = _tuples(_WORDS["conditions"])
# What a person has behind him, by patterns, and the demands that it bears on where a judgement is asked.
CIRCUMSTANCES = _tuples(_WORDS["circumstances"])
LEVELS: dict[str, str] = _WORDS["levels"]
ORDINALS: dict[str, int] = _WORDS["ordinals"]
ABBREVIATIONS: dict[str, str] = _WORDS["abbreviations"]
