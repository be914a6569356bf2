"""Questions of yes or no about one class: the answer that its spec supports, or that it does not say."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.answer import Outcome, Reason
from assistant.answering.abstain import DOES_NOT_SAY
from assistant.answering.clauses import clauses
from assistant.answering.entailing_words import (
    ANYONE,
    BINDING,
    DEMANDS,
    HAVING,
    IDLE,
    LACKING,
    NONE_DEMANDED,
    REGULARLY,
    USES,
    WAIVED,
)
from assistant.draft import HEADER_FIELDS, Draft, Line, Subject, section_of
from assistant.searching.criteria import (
    KIND_OF_LICENCE,
    OTHER_REQUIREMENTS,
    REQUIREMENT_OF,
    Criterion,
    Mentioned,
    Qualified,
    Single,
    Worded,
    singles,
)
from assistant.searching.criteria_words import LICENCES
from assistant.searching.held_values import HeldValues
from assistant.searching.matching import Standing, Verdict, judged
from assistant.understanding.lexicon import ALTERNATIVES, JOB_NOUNS, OPEN_QUESTION, POLAR, POLITE_DENIAL
from assistant.understanding.phrases import standing
from assistant.understanding.query import Query
from assistant.understanding.synonyms import alike
from assistant.understanding.words import stems, stems_in, words_of
from index import SpecEntry
from ingest.model import EducationLevel, Qualification, QualificationKind

# So many words of a question may be about nothing: "any crawling? my mom wants to know".
_IDLE_WORDS = 2
_UNSAID = (Reason.NOT_IN_SPEC, Reason.BLANK_IN_SPEC, Reason.ILLEGIBLE)
_BEYOND = frozenset({"beyond", "other than"})
_AT_A_TIME = frozenset({"at", "on", "during"})
_SAYS = {Standing.MEETS: "Yes", Standing.FAILS: "No"}


def is_polar(text: str) -> bool:
    """Whether a question is to be answered by yes or no."""
    plain = " ".join(text.lower().replace("’", "'").split())
    if re.search(ALTERNATIVES, plain):
        return False
    found = re.search(POLAR, plain)
    begun, ended = found.span() if found else (len(plain), len(plain))
    is_asked = found is not None or plain.endswith("?")
    return is_asked and not re.search(OPEN_QUESTION, plain[:begun] + plain[ended:])


def _is_all_about(query: Query, quotes: str) -> bool:
    """Whether what the question says beside its field stands in the rows that are shown, but for a word or two.

    No such word names a job: "does she supervise the manager?" asks more than whether she supervises.
    """
    shown = {word.stem for word in words_of(quotes)}
    elsewhere = [word for word in query.unread if not all(alike(stem) & shown for stem in stems(word))]
    beside = [word for word in query.topic_words if word not in query.fields.words and not alike(word.stem) & shown]
    return len(elsewhere) <= _IDLE_WORDS and not any(word.singular in JOB_NOUNS - ANYONE - IDLE for word in beside)


def _is_binding(unread: Sequence[str], quotes: str) -> bool:
    """Whether the question says how much or in what way, in words that the rows shown do not have: "every week"."""
    shown = {word.text for word in words_of(quotes)}
    return any(word in BINDING or any(map(str.isdigit, word)) for word in unread if word not in shown)


def _names_another(query: Query, quotes: str) -> bool:
    """Whether a word beside what is looked for makes it another thing or another time: "a covid vaccine", "at noon"."""
    stems_looked_for = (
        {stem for one in singles(query.criterion) if isinstance(one, Worded) for stem in one.stems}
        if query.criterion
        else set()
    )
    shown = {word.stem for word in words_of(quotes)}
    for before, word in pairwise(query.topic_words):
        is_kind = word.stem in stems_looked_for and before.stem not in stems_looked_for
        is_thing = is_kind and not (before.is_small or before.text in IDLE | HAVING | USES)
        other = before if is_thing else word if before.text in _AT_A_TIME and word.text in query.unread else None
        if other is not None and other.text not in IDLE and not alike(other.stem) & shown:
            return True
    return False


def _is_of_demands(query: Query) -> bool:
    return any(section_of(field).endswith("physical_demands") for field in query.fields.fields)


def _asks_another_measure(query: Query) -> bool:
    """Whether it is asked how regularly something comes, of a row that says what share of the time it takes."""
    return _is_of_demands(query) and re.search(REGULARLY, query.question, re.IGNORECASE) is not None


def _has_another_object(query: Query, quotes: str) -> bool:
    """Whether a demand is asked of something that its row does not name: who lifts chairs need not "lift patients"."""
    named = {(word.start, word.end) for word in query.fields.words}
    telling = [word for word in query.topic_words if not word.is_small and word.text not in BINDING]
    objects = [word for before, word in pairwise(telling) if (before.start, before.end) in named]
    unnamed = (word for word in objects if word.text in query.unread and word.text not in IDLE)
    return _is_of_demands(query) and any(not alike(word.stem) & stems_in(quotes) for word in unnamed)


def _may_be_left_out(criterion: Single) -> bool:
    """Whether a thing is looked for in a row of prose, which may leave it out; a header's word is one of few."""
    if isinstance(criterion, Qualified):
        return criterion.kind not in REQUIREMENT_OF
    return isinstance(criterion, Worded) and bool(criterion.stems) and criterion.field not in HEADER_FIELDS


def _is_left_out(criterion: Single, verdict: Verdict) -> bool:
    """Whether a verdict rests on nothing but that a row does not mention something."""
    if not _may_be_left_out(criterion):
        return False
    if isinstance(criterion, Qualified):
        return not any(isinstance(one, Qualification) for one in verdict.shown)
    return isinstance(criterion, Worded) and criterion.is_wanted == (verdict.standing is Standing.FAILS)


def _kinds_asked(criterion: Criterion) -> frozenset[str]:
    """The stems of what experience or schooling is to be of; none where none is looked for."""
    parts = singles(criterion)
    if not any(isinstance(one, Qualified) and one.kind in REQUIREMENT_OF for one in parts):
        return frozenset()
    return frozenset(stem for one in parts if isinstance(one, Worded | Mentioned) for stem in one.stems)


def _rests_on_silence(criterion: Criterion, verdict: Verdict, quotes: str) -> bool:
    """Whether a verdict rests on what is not mentioned: a thing, or what experience or schooling is to be of."""
    kinds = _kinds_asked(criterion)
    if kinds:
        return not all(alike(stem) & stems_in(quotes) for stem in kinds)
    return any(_is_left_out(one, verdict) for one in singles(criterion))


def _is_named(criterion: Single, quotes: str) -> bool:
    """Whether the rows shown name the licence that is looked for, though they do not demand it of everyone."""
    if not isinstance(criterion, Qualified):
        return False
    names = [said for kind, said in LICENCES.items() if KIND_OF_LICENCE[kind] is criterion.kind]
    return any(standing(ways, words_of(quotes)) for ways in names)


def _is_unnamed(criterion: Single, quotes: str) -> bool:
    """Whether a licence or a thing is looked for that the sections shown, which may say anything, do not name."""
    if isinstance(criterion, Qualified):
        return criterion.kind in KIND_OF_LICENCE.values() and not _is_named(criterion, quotes)
    if not isinstance(criterion, Worded) or criterion.field != OTHER_REQUIREMENTS or not criterion.stems:
        return False
    return not any(alike(stem) & stems_in(quotes) for stem in criterion.stems)


def _is_open(verdict: Verdict) -> bool:
    """Whether what decides it can be met in another way too, so that neither yes nor no is the whole answer."""
    return any(isinstance(one, Qualification) and one.accepts_equivalent for one in verdict.shown)


def _demands_more(query: Query, verdict: Verdict) -> bool:
    """Whether more schooling is demanded than what is asked, which goes without saying: a diploma before a degree."""
    asked = [one for one in singles(query.criterion) if isinstance(one, Qualified)] if query.criterion else []
    held = [
        one.level.rank
        for one in verdict.shown
        if isinstance(one, Qualification) and isinstance(one.level, EducationLevel)
    ]
    return any(one.kind is QualificationKind.EDUCATION and rank > one.high for one in asked for rank in held)


def _is_one_of_several(query: Query, quotes: str) -> bool:
    """Whether what is asked for is demanded only as one of several: "art history, anthropology, or a related field"."""
    unread = {word.stem for word in query.topic_words if word.text in query.unread and word.text not in IDLE}
    asked = unread | (_kinds_asked(query.criterion) if query.criterion else set())
    lists = (clause for clause in clauses(quotes) if re.search(r"\bor\b", clause.text))
    is_demand = re.search(DEMANDS, query.question, re.IGNORECASE) is not None
    return is_demand and any(asked & {word.stem for word in clause.words} for clause in lists)


def _cell(draft: Draft) -> str:
    """What the only cell of a draft says."""
    return " ".join(draft.cells[0].raw.split()) if len(draft.cells) == 1 else ""


def _is_waived_in_part(query: Query, quotes: str) -> bool:
    """Whether what a row waives is waived on a condition; what it asks for "beyond" that is another matter."""
    more = _BEYOND if all(word in IDLE | HAVING for word in query.unread) else frozenset[str]()
    return any(clause.is_waiver and clause.conditions - more for clause in clauses(quotes))


def _is_just_waived(query: Query, quotes: str) -> bool:
    """Whether what a row waives is what the question names, and not something else in the same row."""
    asked = {word.stem for word in query.topic_words if not word.is_small}
    waived = [words_of(found[0])[:-2][-1] for found in re.finditer(WAIVED, quotes, re.IGNORECASE)]
    return all(alike(word.stem) & asked for word in waived)


def without_polite_denial(text: str) -> str:
    """The question, its first verb blanked where denied: "don't I need a degree?" asks whether one is needed."""
    return re.sub(POLITE_DENIAL, lambda denied: " " * len(denied[0]), text.replace("’", "'"), flags=re.IGNORECASE)


def saying_it_is_unsaid(draft: Draft) -> Draft:
    """The draft, beginning with that the spec does not say, where that is why yes or no is not answered."""
    if draft.reason not in _UNSAID or not draft.lines or str(draft.lines[0][0]).startswith(DOES_NOT_SAY):
        return draft
    return replace(draft, lines=((f"{DOES_NOT_SAY}. ", *draft.lines[0]), *draft.lines[1:]))


def has_verdict(draft: Draft) -> bool:
    """Whether a draft begins with yes or no."""
    return bool(draft.lines) and str(draft.lines[0][0]).startswith(("Yes.", "No."))


def tells_more(query: Query) -> bool:
    """Whether a question tells more than what its rows hold."""
    return query.criterion is None or any(word not in IDLE for word in query.unread)


def with_yes_or_no(draft: Draft, query: Query, entry: SpecEntry, subject: Subject) -> Draft:
    """The draft that begins with what the spec supports: yes, no, or that it does not say; unchanged where open."""
    if query.criterion is None or not draft.lines:
        return draft
    verdict = judged(query.criterion, entry.spec_id, HeldValues.of_one(entry, subject))
    said = _SAYS.get(verdict.standing)
    quotes = " ".join(evidence.quote for evidence in draft.evidence())
    if said is None:
        is_unsaid = any(_is_unnamed(one, quotes) for one in singles(query.criterion))
        return _unsaid(draft) if is_unsaid else draft
    if _is_doubtful(said, query, quotes, verdict):
        return draft
    is_demand = re.search(DEMANDS, query.question, re.IGNORECASE) is not None
    is_waiver = re.search(WAIVED, quotes, re.IGNORECASE) is not None
    if is_waiver:
        # "No prior experience is required", whatever else the row goes on to say.
        is_lacking = re.search(LACKING, query.question, re.IGNORECASE) is not None and _is_just_waived(query, quotes)
        if not (is_demand or is_lacking) or _is_waived_in_part(query, quotes):
            return draft
        said = "Yes" if is_lacking else "No"
    if said == "Yes" and _names_another(query, quotes):
        return _unsaid(draft)
    if _is_binding(query.unread, quotes) or _asks_another_measure(query):
        return draft
    if _rests_on_silence(query.criterion, verdict, quotes):
        # A row of prose that does not mention something does not deny it, unless it demands nothing at all.
        if is_demand and re.fullmatch(NONE_DEMANDED, _cell(draft), re.IGNORECASE):
            return _beginning(said, draft)
        is_open = is_waiver or any(_is_named(one, quotes) for one in singles(query.criterion))
        return draft if is_open else _unsaid(draft)
    return _beginning(said, draft)


def _is_doubtful(said: str, query: Query, quotes: str, verdict: Verdict) -> bool:
    """Whether the rows may not be all that decides: more is asked than they hold, or they leave another way."""
    if not _is_all_about(query, quotes) or _is_open(verdict):
        return True
    is_demand = re.search(DEMANDS, query.question, re.IGNORECASE) is not None
    if said == "Yes":
        return _is_one_of_several(query, quotes) or _has_another_object(query, quotes)
    return is_demand and _demands_more(query, verdict)


def _unsaid(draft: Draft) -> Draft:
    """The draft, saying that the spec does not say what is asked."""
    return saying_it_is_unsaid(replace(draft, outcome=Outcome.ABSTAINED, reason=Reason.NOT_IN_SPEC))


def _beginning(said: str, draft: Draft) -> Draft:
    """The draft, beginning with yes or no."""
    first: Line = (f"{said}. ", *draft.lines[0])
    return replace(draft, lines=(first, *draft.lines[1:]))
