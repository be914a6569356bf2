"""From a question to a query: which classes, which fields, and what is to be done. Pure, and without a model."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Question
from assistant.asking import asking_part
from assistant.classes import find_classes, unheld_beside, unknown_class
from assistant.criteria import Worded, fields_of, singles
from assistant.criteria_marks import limits_something
from assistant.criteria_reading import read_search
from assistant.criteria_words import AFTER_A_DEPARTMENT, COMPARATIVES
from assistant.draft import section_of
from assistant.fields import field_stems, find_fields, words_in_phrases
from assistant.lexicon import (
    ABSENT_TOPICS,
    BESIDE,
    BESIDE_ANOTHER,
    CODES_TO_DEFINE,
    COMPARISON,
    CONDITIONS,
    CROSS_REFERENCE,
    DEFINITION_QUESTIONS,
    ELIGIBILITY_FIELDS,
    JOB_QUESTION,
    JUDGEMENT_QUESTIONS,
    LESS,
    LEVELS,
    LIST_QUESTIONS,
    MORE,
    OF_A_PERSON,
    OF_SEVERAL_REVISIONS,
    OPEN_QUESTION,
    OTHER_REQUESTS,
    OWNERSHIP,
    PRONOUN,
    PROSE_TOPICS,
    REVISIONS,
    ROMAN,
    SIDE_BY_SIDE,
    SMALL_WORDS,
    STATED_TOPICS,
    TYPED,
    UNTELLING_WORDS,
    WHO_QUESTIONS,
    WORDS_TO_DEFINE,
)
from assistant.phrases import phrase_of
from assistant.place_names import Places, place_hits
from assistant.query import Classes, Fields, Naming, Operation, Query
from assistant.words import Word, stems, words_of
from assistant.yes_no import is_polar, without_polite_denial
from index import SpecEntry, without_own_series

# Terminal colours, and marks that turn or join letters.
_INVISIBLE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_ELIGIBILITY = re.compile(r"\b(?:qualif|eligib|hire|hired|hiring|chance|meet|without)", re.IGNORECASE)
_ABILITY = re.compile(
    r"\b(?:can|could|able|would)\b (?:i|he|she|they|someone|somebody|anyone|a person)\b", re.IGNORECASE
)


def understand(
    question: Question,
    entries: Sequence[SpecEntry],
    own_fields: Callable[[Sequence[SpecEntry]], Iterable[str]],
) -> Query:
    """What a question asks.

    Args:
        question: the question, with the selection and the conversation.
        entries: all the specs held.
        own_fields: the field paths of the rows that these classes have and the form does not name.
    """
    question = replace(question, text=_as_typed(question.text))
    classes = find_classes(question, entries, field_stems(), words_in_phrases(question.text))
    older = {entry.superseded_by for entry in entries if entry.superseded_by}
    classes = replace(classes, has_older=any(entry.spec_id in older for entry in classes.entries))
    of_department = _of_department(question.text, entries)
    if of_department and not classes.entries:
        classes = Classes(Naming.QUESTION, entries=of_department)
    elif _is_of_all(question.text, classes):
        return _search_query(question.text, entries, own_fields)
    own = tuple(own_fields(classes.entries or classes.candidates))
    asked = _asked(question.text, classes.words, own)
    if not asked.says_something and classes.naming in (Naming.QUESTION, Naming.HISTORY):
        asked = _asked_before(question, own) or asked
    query = _query(asked, _beside(question, classes, entries))
    if query.operation is Operation.REVISIONS:
        query = replace(query, fields=_of_revision(query.fields, _asked_before(question, own)))
    if query.operation is Operation.SECTION:
        of_functions = read_search(query.question, query.classes.words, own, Places(frozenset(), frozenset()))
        query = replace(query, of_functions=of_functions)
    return _with_criterion(asked, query, own)


def _asked(text: str, class_words: Sequence[Word], own_fields: Iterable[str]) -> "_Asked":
    """What the asking part of a text asks; all of the text, where that part only points at the rest ("does it?")."""
    asked = _Asked.of(asking_part(text), class_words, own_fields, told=text)
    named = [field for field in asked.fields.fields if field != "revised"]
    telling = [word for word in asked.words if not word.is_small and word.text not in UNTELLING_WORDS]
    points = len(telling) < _TELLING or (bool(asked.told_fields.fields) and re.search(PRONOUN, _plain(asked.text)))
    is_pointing = not named and not asked.fields.sections and points
    return _Asked.of(text, class_words, own_fields) if is_pointing else asked


def _of_revision(fields: Fields, before: "_Asked | None") -> Fields:
    """The fields asked of a revision: its own date is what names it; of none, those asked about before."""
    others = tuple(field for field in fields.fields if field != "revised")
    if others or fields.sections or before is None:
        return replace(fields, fields=others)
    return before.fields


def _of_department(text: str, entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The classes of a department whose classes are to be compared with each other."""
    if not re.search(SIDE_BY_SIDE, _plain(text)):
        return ()
    current = without_own_series(entry for entry in entries if entry.current)
    words = words_of(text)
    named = [hit for hit in place_hits(words, Places.of(current)) if hit.target == "department"]
    wanted = {words_of(word)[0].singular for hit in named for word in hit.said} - AFTER_A_DEPARTMENT
    return tuple(e for e in current if wanted and wanted <= {word.singular for word in words_of(e.department or "")})


def _is_of_all(text: str, classes: Classes) -> bool:
    """Whether all classes are asked about: in so many words, or by "who" where no class is spoken of."""
    if (classes.naming is Naming.QUESTION and classes.entries) or _code_to_define(text) is not None:
        return False
    plain = _plain(text)
    if asks_for_a_list(text):
        return True
    plain = _plain(asking_part(text))
    is_of_nobody = classes.naming in (Naming.NONE, Naming.ONLY_ONE_HELD) or classes.unheld
    if is_of_nobody and any(re.search(pattern, plain) for pattern in WHO_QUESTIONS):
        return True
    is_of_somebody = re.search(OF_A_PERSON, plain)
    return classes.naming is Naming.NONE and not is_of_somebody and _limits_fields(text)


def _limits_fields(text: str) -> bool:
    """Whether a question only says how much of something there is to be: "no kneeling, rated light"."""
    fields = find_fields(text, (), ())
    return bool(fields.fields) and limits_something(words_of(text))


def _search_query(
    text: str, entries: Sequence[SpecEntry], own_fields: Callable[[Sequence[SpecEntry]], Iterable[str]]
) -> Query:
    """The query of a question that is asked of all classes."""
    current = without_own_series(entry for entry in entries if entry.current)
    own, places = tuple(own_fields(current)), Places.of(current)
    asking = asking_part(text)
    search = read_search(asking, (), own, places)
    is_pointing = search.criterion is None and search.extreme is None
    if is_pointing or (asks_for_a_list(text) and not asks_for_a_list(asking)):
        search = read_search(text, (), own, places)
    words = words_of(text)
    nobody = Classes(Naming.NONE, candidates=current)
    topic, stems = _absent_topic(words, find_fields(text, (), ()))
    return Query(text, Operation.SEARCH, nobody, Fields(), words, topic=topic, topic_stems=stems, search=search)


def _beside(question: Question, classes: Classes, entries: Sequence[SpecEntry]) -> Classes:
    """The classes, and beside a single one that is compared the one that is selected or was spoken of before."""
    if len(classes.entries) != 1 or classes.naming is not Naming.QUESTION:
        return classes
    if not re.search(BESIDE, _plain(question.text)):
        return classes
    in_phrases = words_in_phrases(question.text)
    current = [entry for entry in entries if entry.current]
    unheld = unheld_beside(question.text, classes.words, current, in_phrases)
    if unheld is not None:
        return unheld
    if not re.search(BESIDE_ANOTHER, _plain(question.text)):
        return classes
    unsaid = replace(question, text="")
    earlier = find_classes(unsaid, entries, frozenset(), ())
    if earlier.naming not in (Naming.SELECTION, Naming.HISTORY) or not earlier.entries:
        return classes
    return replace(classes, entries=tuple(dict.fromkeys((*earlier.entries, *classes.entries))))


def _compares(text: str) -> bool:
    return re.search(COMPARISON, _plain(text)) is not None


def _with_criterion(asked: "_Asked", query: Query, own_fields: Iterable[str]) -> Query:
    """The query with what a question of yes or no asks of its class, where that is all that it looks up."""
    query = replace(query, is_polar=is_polar(asked.text))
    if not query.is_polar or query.operation not in _OF_FIELDS or not query.fields.fields:
        return query
    text = without_polite_denial(asked.text)
    search = read_search(text, query.classes.words, own_fields, Places(frozenset(), frozenset()))
    asks_how_much = re.search(MORE, _plain(text)) or re.search(LESS, _plain(text))
    if asks_how_much and len(query.classes.entries) == 1 and not limits_something(words_of(text)):
        return query  # "higher than I": nothing says than what
    if fields_of(singles(search.criterion)) != set(query.fields.fields):
        return query
    criterion = search.criterion
    if isinstance(criterion, Worded):
        beside = {stem for word in search.unread for stem in stems(word)}
        criterion = replace(criterion, stems=tuple(stem for stem in criterion.stems if stem not in beside))
    return replace(query, criterion=criterion, unread=search.unread)


# An asking part without a word that tells something points at what was told before it.
_TELLING = 1
_OF_FIELDS = (Operation.LOOKUP, Operation.COMPARE, Operation.REVISIONS)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked, whichever class it is asked of."""

    text: str
    fields: Fields
    words: tuple[Word, ...]
    told: str
    told_fields: Fields

    @classmethod
    def of(cls, text: str, class_words: Sequence[Word], own_fields: Iterable[str], told: str | None = None) -> "_Asked":
        """What a text asks beside the words that name a class; ``told`` is all that was said with it."""
        named = {(word.start, word.end) for word in class_words}
        words = tuple(word for word in words_of(text) if (word.start, word.end) not in named)
        fields = find_fields(text, class_words, own_fields)
        told_fields = fields if told in (None, text) else find_fields(told or text, class_words, own_fields)
        return cls(text, fields, words, told or text, told_fields)

    @property
    def says_something(self) -> bool:
        """Whether more is said than which class is meant."""
        telling = any(
            not word.is_small
            and word.text not in UNTELLING_WORDS
            and word.text not in ROMAN
            and word.text not in LEVELS
            for word in self.words
        )
        return bool(self.fields.fields or self.fields.sections or telling)


def _asked_before(question: Question, own_fields: Iterable[str]) -> _Asked | None:
    """What the last turn of the person asked that says something; "and for the librarian?" asks it again."""
    for turn in reversed(question.history):
        if turn.role == "user":
            asked = _Asked.of(turn.content, (), own_fields)
            if asked.fields.fields or asked.fields.sections:
                return asked
    return None


def _query(asked: _Asked, classes: Classes) -> Query:
    text, fields, words = asked.text, asked.fields, asked.words
    operation = _of_several(asked, classes)
    if operation is not None:
        return Query(text, operation, classes, _compared(text, fields), words)
    code = _code_to_define(asked.told)
    if code is not None:
        return Query(text, Operation.DEFINITION, classes, fields, words, code=code)
    topic = next((topic for topic in PROSE_TOPICS if any(re.search(p, _plain(text)) for p in topic.patterns)), None)
    if topic is not None:
        return Query(text, Operation.PASSAGES, classes, Fields(), words, prose_topic=topic)
    names_field = bool(fields.fields or fields.sections)
    if not (names_field and classes.entries) and _names(words, OTHER_REQUESTS):
        return Query(text, Operation.OTHER_REQUEST, classes, fields, words)
    conditions = _conditions(words_of(asked.told))
    if _is_judgement(asked, has_condition=bool(conditions)):
        return Query(
            text, Operation.JUDGEMENT, classes, _demands_asked(asked.told, asked.told_fields, conditions), words
        )
    return _plain_query(asked, classes)


def _of_several(asked: _Asked, classes: Classes) -> Operation | None:
    """Whether classes, or the revisions of one, are compared, or one refers to another."""
    plain = _plain(asked.text)
    if classes.entries and re.search(CROSS_REFERENCE, plain):
        return Operation.CROSS_REFERENCE
    names_field = bool(asked.fields.fields or asked.fields.sections)
    if len(classes.entries) > 1 and (names_field or _compares(asked.text)):
        return Operation.COMPARE
    if len(classes.entries) == 1 and _is_of_revisions(asked, has_several=classes.has_older):
        return Operation.REVISIONS
    return None


def _is_of_revisions(asked: _Asked, *, has_several: bool) -> bool:
    """Whether another revision than the newest is asked about; where a class has but one, only if that is plain."""
    plain = " ".join(word.text for word in asked.words)
    if re.match(r"(?:\w+ ){0,3}?when\b", plain) or asked.fields.fields in (("revised",), ("adopted",)):
        return has_several and re.search(r"\bchang", plain) is not None
    return re.search(OF_SEVERAL_REVISIONS if has_several else REVISIONS, plain) is not None


def _compared(text: str, fields: Fields) -> Fields:
    """The fields to compare: those named, or the one that a comparative means by itself ("heavier")."""
    if fields.fields or fields.sections:
        return fields
    plain = f" {_plain(text)} "
    meant = (field for said, (field, _) in COMPARATIVES.items() if re.search(rf"\b{said}\b", plain))
    return Fields(tuple(dict.fromkeys(meant)), (), fields.words)


def _plain_query(asked: _Asked, classes: Classes) -> Query:
    text, fields, words = asked.text, asked.fields, asked.words
    topic, topic_stems = _absent_topic(words, fields)
    stated = [STATED_TOPICS[one] for one in _topics(words) if one in STATED_TOPICS]
    if fields.fields and stated:
        fields = Fields(tuple(dict.fromkeys((*fields.fields, *stated))), fields.sections, fields.words)
    asked_stems = {*topic_stems, *(word.stem for word in fields.words)}
    if asked_stems and classes.naming in (Naming.ONLY_ONE_HELD, Naming.NONE):
        classes = unknown_class(text, asked_stems) or classes
    if topic is not None:
        return Query(text, Operation.ABSENT_TOPIC, classes, fields, words, topic, topic_stems)
    if classes.naming is Naming.QUESTION and not asked.says_something:
        fields = Fields(("brief_description",))
    fields = _wholly(text, fields)
    return Query(text, _operation(fields), classes, fields, words)


def _wholly(text: str, fields: Fields) -> Fields:
    """The fields; where all of a section is asked for, not its single rows as well."""
    named = re.search(r"\b(?:all|whole|entire|every|everything|complete|full)\b", _plain(text)) and fields.sections
    rows = tuple(field for field in fields.fields if not named or section_of(field) not in fields.sections)
    return Fields(rows, fields.sections, fields.words)


def asks_for_a_list(text: str) -> bool:
    """Whether a question asks in so many words for classes."""
    return any(re.search(pattern, _plain(text)) for pattern in LIST_QUESTIONS)


def asks_of_a_job(text: str) -> bool:
    """Whether the form of a question shows that it is about a job, whichever is meant."""
    return re.search(JOB_QUESTION, _plain(text)) is not None


def _code_to_define(text: str) -> str | None:
    """The code or the word of a legend whose meaning is asked for; a code in capitals."""
    in_capitals = (re.search(pattern, text) for pattern in CODES_TO_DEFINE)
    code = next((m["code"] for m in in_capitals if m and m["code"]), None)
    said = (re.search(pattern, _plain(text)) for pattern in WORDS_TO_DEFINE)
    word = next((match["word"] for match in said if match), None)
    if code or word:
        return code or word
    found = (re.search(pattern, text, re.IGNORECASE) for pattern in DEFINITION_QUESTIONS)
    return next((match["code"].upper() for match in found if match and match["code"].lower() not in SMALL_WORDS), None)


def _operation(fields: Fields) -> Operation:
    if fields.fields:
        return Operation.LOOKUP
    return Operation.SECTION if fields.sections else Operation.PASSAGES


def _conditions(words: Sequence[Word]) -> tuple[str, ...]:
    """The fields that a condition of a person bears on, if the question names one."""
    found = (fields for condition, fields in CONDITIONS.items() if phrase_of(condition).stands_in(words))
    return tuple(dict.fromkeys(field for fields in found for field in fields))


def _is_judgement(asked: _Asked, *, has_condition: bool) -> bool:
    """Whether a particular person's fitness, eligibility or chances are asked about.

    Whoever tells of a condition and then asks how often something is done asks for that.
    """
    plain, told = _plain(asked.text), _plain(asked.told)
    asks = any(re.search(pattern, plain) for pattern in JUDGEMENT_QUESTIONS)
    is_somebodys = re.search(OWNERSHIP, told) or _ABILITY.search(told)
    is_open = asked.fields.fields and re.search(OPEN_QUESTION, plain) and not _ABILITY.search(plain)
    return asks or (has_condition and is_somebodys is not None and not is_open)


def _demands_asked(text: str, fields: Fields, conditions: tuple[str, ...]) -> Fields:
    """The demands to show: those named, those that the condition bears on, or what decides in general."""
    eligibility = ELIGIBILITY_FIELDS if fields.fields and _ELIGIBILITY.search(text) else ()
    asked = tuple(dict.fromkeys((*fields.fields, *conditions, *eligibility)))
    if asked or fields.sections:
        return Fields(asked, () if asked else fields.sections, fields.words)
    return Fields(ELIGIBILITY_FIELDS if _ELIGIBILITY.search(text) else ("overall_strength",), (), fields.words)


def _absent_topic(words: Sequence[Word], fields: Fields) -> tuple[str | None, tuple[str, ...]]:
    """A topic that no class spec has and the stems that name it, if it is named in more words than a field is."""
    named = [(topic, phrase_of(said)) for topic, ways in ABSENT_TOPICS.items() for said in ways]
    found = [(topic, phrase.stems) for topic, phrase in named if phrase.stands_in(words)]
    topic, topic_stems = max(found, key=lambda entry: len(entry[1]), default=(None, ()))
    words_for_fields = sum(not word.is_small for word in fields.words) if fields.fields else 0
    return (topic, topic_stems) if len(topic_stems) > words_for_fields else (None, ())


def _topics(words: Sequence[Word]) -> tuple[str, ...]:
    """The topics that the home form does not have and that are named, whatever else is."""
    return tuple(topic for topic, ways in ABSENT_TOPICS.items() if _names(words, ways))


def _names(words: Sequence[Word], phrases: Iterable[str]) -> bool:
    return any(phrase_of(said).stands_in(words) for said in phrases)


def _as_typed(text: str) -> str:
    """A question in the letters of a keyboard: full-width ones folded, what nobody can see taken out."""
    folded = unicodedata.normalize("NFKC", _INVISIBLE.sub(" ", text))
    return "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in folded)


def _plain(text: str) -> str:
    words = text.lower().replace("’", "'").split()
    return " ".join(TYPED.get(word, word) for word in words)
