"""How people say what the form codes: the words of ``lexicon.toml``, read once."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

EXACTLY = "="
ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})

# Questions whether a particular person is fit, eligible, or will be hired: that is not Rolebook's to judge.
_PERSON = r"(?:i|he|she|they|we|my (?:\w+ )?\w+|our (?:\w+ )?\w+|the (?:caller|applicant|candidate)|someone|somebody)"
JUDGEMENT_QUESTIONS = (
    rf"(?<!how )(?<!what )(?<!where )\b(?:can|could|would|will|should|may) {_PERSON} "
    r"(?:still |even |ever |also )?(?:be able to |get to )?"
    r"(?:be (?:an? |the |able|hired|considered|accepted)|become|do (?:it|this|that|the job|this job)|work as|"
    r"get (?:hired|the job|this job|in|accepted)|qualify|pass|perform|handle (?:it|this|the job)|"
    r"manage (?:it|this|the job)|cope)",
    rf"\b(?:am|is|are) {_PERSON}\b.{{0,60}}?\b(?:fit|ok|okay|eligible|qualified|suited|suitable|able|capable|too old|"
    r"too young|too short|good enough|smart enough|strong enough|a good fit)\b",
    r"\b(?:hire|hired|hiring) (?:me|him|her|them)\b",
    r"\bdo i (?:qualify|stand a chance|have a chance|meet)\b",
    r"\b(?:my|his|her) chances\b",
)
# "i have", "he is", "my caller cannot": a condition counts only as somebody's.
OWNERSHIP = (
    r"\b(?:i|i'm|im|i've|ive|he|he's|hes|she|she's|shes|they|my|his|her|their|caller|applicant|person|somebody|someone|"
    r"employee|user|people|anyone)\b(?:\W+\w+){0,3}?\W+(?:have|has|had|got|am|is|be|cannot|can't|cant|with|in|a|bad|"
    r"afraid|only)\b"
)
# "do i have to work nights", "does it involve snow removal": asked of a class, whichever it is.
JOB_QUESTION = (
    r"\b(?:do|does|will|would|must) (?:i|they|it|we|u|you|he|she|(?:the|this) (?:job|work|position|role)) "
    r"(?:ever |also |really )?(?:have to|need|get to|involve|require|work|deal|handle|use|wear)\b"
)
# "Which jobs need a licence?": asked of all classes at once.
LIST_QUESTION = (
    r"\b(?:which|what|any|list|show|how many|all)(?: \w+){0,2}? "
    r"(?:classes|jobs|positions|specs|specifications|roles)\b|"
    r"^(?:jobs|classes|positions)\b|\bwhich (?:class|job|position|role)\b(?! (?:code|title|spec))"
)
# "What does F mean?", "what is the code VH?"
DEFINITION_QUESTIONS = (
    r"\bwhat (?:does|do|is|s)\b[^?.]*?\b(?:code|letter|abbreviation|mark) [“\"'(]*(?P<code>[A-Za-z]{1,2})\b",
    r"\bwhat (?:does|do) (?:an? |the )?[“\"'(]*(?P<code>[A-Za-z]{1,2})[”\"')]* (?:mean|stand for|stands for)",
    r"\b(?:meaning|definition) of (?:an? |the )?(?:code |letter )?[“\"'(]*(?P<code>[A-Z]{1,2})\b",
)
ELIGIBILITY_FIELDS = (
    "class_requirements.education",
    "class_requirements.experience",
    "class_requirements.certifications",
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The ways in which people name one field or section."""

    always: tuple[str, ...] = ()
    cued: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProseTopic:
    """Something the prose says in set phrases: how it is asked, how it is said, and which fields say the opposite."""

    patterns: tuple[str, ...]
    says: tuple[str, ...]
    opposite: tuple[str, ...]


def _read() -> dict[str, Any]:
    return tomllib.loads(files("assistant").joinpath("lexicon.toml").read_text(encoding="utf-8"))


def _tuples(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table.items()}


_WORDS = _read()
SMALL_WORDS = frozenset(_WORDS["small_words"])
FREQUENCY_CUES: tuple[str, ...] = tuple(_WORDS["frequency_cues"])
OTHER_SENSES: tuple[str, ...] = tuple(_WORDS["other_senses"])
ROW_WORDS = frozenset(_WORDS["row_words"])
UNTELLING_WORDS = frozenset(_WORDS["untelling_words"])
OTHER_REQUESTS: tuple[str, ...] = tuple(_WORDS["other_requests"])
SYNONYMS: tuple[frozenset[str], ...] = tuple(frozenset(group) for group in _WORDS["synonyms"])
JOB_NOUNS = frozenset(_WORDS["job_nouns"])
NO_MODIFIERS = frozenset(_WORDS["no_modifiers"])
BEFORE_A_CLASS = frozenset(_WORDS["before_a_class"])
AFTER_A_CLASS = frozenset(_WORDS["after_a_class"])
BEFORE_A_VERB = frozenset(_WORDS["before_a_verb"])
ANYONE_IN_A_CLASS = frozenset(_WORDS["anyone_in_a_class"])
RANK_WORDS = frozenset(_WORDS["rank_words"])
FIELD_PHRASES: dict[str, Phrases] = {
    field: Phrases(tuple(ways["always"]), tuple(ways.get("cued", ()))) for field, ways in _WORDS["fields"].items()
}
SECTION_PHRASES: dict[str, Phrases] = {
    section: Phrases(phrases) for section, phrases in _tuples(_WORDS["sections"]).items()
}
OTHER_SECTION_PHRASES: dict[str, Phrases] = {
    section: Phrases(phrases) for section, phrases in _tuples(_WORDS["other_sections"]).items()
}
INSTEAD = _tuples(_WORDS["instead"])
STATED_TOPICS: dict[str, str] = _WORDS["stated_topics"]
PROSE_TOPICS = tuple(
    ProseTopic(tuple(topic["patterns"]), tuple(topic["says"]), tuple(topic["opposite"]))
    for topic in _WORDS["prose_topics"]
)
QUESTION_FRAMES = _tuples(_WORDS["question_frames"])
ABSENT_TOPICS = _tuples(_WORDS["absent_topics"])
CONDITIONS = _tuples(_WORDS["conditions"])
LEVELS: dict[str, str] = _WORDS["levels"]
ORDINALS: dict[str, int] = _WORDS["ordinals"]
ABBREVIATIONS: dict[str, str] = _WORDS["abbreviations"]
