"""Yes or no to how much is paid: "does it pay over $20 an hour?", by the salary that the spec states."""

import re

from assistant.answering.lookup import look_up
from assistant.answering.measuring_words import PAID_FOR
from assistant.draft import Draft, Subject
from assistant.searching.criteria_clauses import clauses_of
from assistant.searching.criteria_limits import money_between
from assistant.searching.criteria_marks import Kind
from assistant.searching.money import amounts_in
from assistant.understanding.lexicon import STATED_TOPICS
from assistant.understanding.query import Query
from assistant.understanding.words import words_of
from ingest.model import Status

_SALARY = "salary"
# A number that is money by what follows it, whatever else does not say so.
_BARE = re.compile(rf"(?<![$\d.,])\d[\d,]*(?:\.\d+)?(?= ?(?:{'|'.join(PAID_FOR.values())}))", re.IGNORECASE)


def pay_asked(query: Query, subject: Subject) -> tuple[Draft, bool] | None:
    """The salary that decides a question of how much is paid, and whether it is so.

    Returns:
        None where no limit is asked, or one is denied, where the spec states no salary for the same time (hour, month,
        year), or where the limit lies within the range that it states.
    """
    fact = subject.fact(_SALARY)
    if _SALARY not in (STATED_TOPICS.get(query.topic or ""), *query.fields.fields):
        return None
    if fact is None or fact.status is not Status.READ:
        return None
    text = _BARE.sub(r"$\g<0>", query.question)
    limits = [clause for clause in clauses_of(text, words_of(text), (), ()) if clause.all(Kind.MONEY)]
    stated = [amount for *_, amount in amounts_in(fact.raw or "")]
    asked_for, stated_for = _paid_for(text), _paid_for(fact.raw or "")
    if len(limits) != 1 or limits[0].is_excluded or not stated or asked_for is None or asked_for != stated_for:
        return None
    low, high = money_between(limits[0])
    least, most = min(stated), max(stated)
    if low <= least and most <= high:
        return look_up([subject], (_SALARY,)), True
    return (look_up([subject], (_SALARY,)), False) if most < low or least > high else None


def _paid_for(text: str) -> str | None:
    """For how long the money is paid that a text speaks of, where it says that of one length of time alone."""
    found = [unit for unit, way in PAID_FOR.items() if re.search(way, text, re.IGNORECASE)]
    return found[0] if len(found) == 1 else None
