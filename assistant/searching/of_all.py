"""The answer to a question asked of all classes: by a search over values or words, or by the passages that say it."""

from collections.abc import Collection

from assistant.answer import Outcome
from assistant.answering import abstain
from assistant.answering.lookup import look_up
from assistant.answering.quoting import quote_answers
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.searching.arbitration import (
    goes_before,
    is_beside_the_point,
    is_of_words,
    leaves_much_unread,
    looks_for_words,
    may_be_told_by_passages,
    misses_an_end,
    says_how_much,
    takes_silence_for_denial,
    took_up_all,
)
from assistant.searching.criteria import Search
from assistant.searching.held_values import HeldValues
from assistant.searching.relative import measured_by
from assistant.searching.search import answer_search, looked_at, standings, unsaid
from assistant.searching.whose_work import WhoseWork, search_all
from assistant.searching.work_asked import asks_whose_work
from assistant.understanding.lexicon import OTHER_REQUESTS
from assistant.understanding.query import Query
from assistant.understanding.scope import asks_for_a_list
from assistant.understanding.topics import names_any
from assistant.understanding.words import stems


def of_all(query: Query, holdings: Holdings) -> Draft:
    """A search over all classes, or what passages say better; a search for words in vain was none about classes."""
    searched = _searched(query, holdings)
    if query.search is None:
        return searched
    has_found = bool(searched.classes) and not misses_an_end(query.search, query.question)
    if query.topic is not None and is_of_words(query.search) and not has_found:
        return abstain.absent_topic((), query.topic)
    is_in_vain = is_of_words(query.search) and not searched.classes
    is_untold = searched.outcome is Outcome.ABSTAINED or (looks_for_words(query.search) and not searched.classes)
    is_of_values = says_how_much(query.search) or takes_silence_for_denial(query.search, query.question)
    may_be_told = not (query.search.untold or is_of_values) and may_be_told_by_passages(query)
    if may_be_told and (is_untold or not took_up_all(query.search)):
        is_beside = is_beside_the_point(query.search, query.question)
        found = None
        if is_beside or _may_say_more(query, query.search, searched.classes):
            found = whose_work(query, holdings)
            if goes_before(found.found, query.search, searched.classes):
                return quote_answers(found.quoted(), ())
        is_other = names_any(query.topic_words, OTHER_REQUESTS)
        if is_beside or (is_in_vain and not is_other and found is not None and found.nearest):
            return nearest_beneath(found)
        if searched.outcome is Outcome.ABSTAINED and found is not None:
            return abstain.beneath(searched, _quoted(found))
    return abstain.out_of_scope() if is_in_vain and not asks_for_a_list(query.question) else searched


def nearest_beneath(found: WhoseWork | None) -> Draft:
    """That no class says for certain that something is its work, and beneath it the passages nearest to that."""
    return abstain.nobodys_work(_quoted(found) if found is not None else None)


def _quoted(found: WhoseWork) -> Draft | None:
    """The passages nearest to what was asked; none where they are too far from it."""
    nearest = found.nearest
    return quote_answers(nearest.quoted(), ()) if nearest is not None else None


def _may_say_more(query: Query, search: Search, matching: Collection[str]) -> bool:
    """Whether to read passages may pay: it takes as long as all the rest.

    They have nothing to add where the search found classes for all but one word of what is not anybody's work, or for
    the words alone.
    """
    if not matching:
        return True
    return not is_of_words(search) and (leaves_much_unread(search) or asks_whose_work(query.question))


def _searched(query: Query, holdings: Holdings) -> Draft:
    """What all current classes say to a search; a topic that no class spec has is said to be none."""
    search = query.search
    if search is None or (query.topic is not None and not _takes_up_topic(query, search)):
        return abstain.absent_topic((), query.topic or "that")
    measure = holdings.subject(search.beside.spec_id) if search.beside else None
    measured = measured_by(search, measure) if measure else search
    if measured is None and measure and search.beside:
        return look_up([measure], (search.beside.field,))
    search = measured or search
    values = HeldValues.of_all(holdings, looked_at(search))
    left_out = {*search.without, *((search.beside.spec_id,) if search.beside else ())}
    others = [entry.spec_id for entry in holdings.classes if entry.spec_id not in left_out]
    nowhere = unsaid(search, others, values)
    if takes_silence_for_denial(search, query.question):
        return abstain.not_denied()
    if search.untold or nowhere:
        return abstain.not_all_told(" ".join(nowhere).split())
    verdicts = standings(search, others, values)
    return answer_search(search, verdicts, holdings.subject)


def _takes_up_topic(query: Query, search: Search) -> bool:
    """Whether a search looks at something, and leaves no topic unread that no class spec has."""
    unread = {stem for word in search.unread for stem in stems(word)}
    return bool(looked_at(search)) and not unread & set(query.topic_stems)


def whose_work(query: Query, holdings: Holdings) -> WhoseWork:
    """The sentences of all classes that say whose work something is."""
    spec_ids = [entry.spec_id for entry in holdings.classes]
    return search_all(holdings.library, spec_ids, holdings.subject, query.question)
