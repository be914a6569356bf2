"""Service in one class that another requires: "how long as a clerk to become an analyst?" asks about the analyst."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.comparison_words import SIDE_BY_SIDE
from assistant.understanding.mentions import title_spelling, whole_names
from assistant.understanding.query import Classes, Fields
from assistant.understanding.typed import plain_words
from index import SpecEntry

_REQUIREMENTS = frozenset(
    {
        "class_requirements",
        "class_requirements.education",
        "class_requirements.experience",
        "class_requirements.certifications",
        "minimum_qualifications",
        "special_requirements",
    }
)
# What comes before the class in which somebody serves, and between it and the one that is the goal.
_SERVING = re.compile(
    r"\b(?:(?:as|being|been|from) an?|from|(?:time|years?|months?|experience) (?:as|in)(?: an?)?)\s+$", re.IGNORECASE
)
_BECOMING = re.compile(r"\b(?:becom\w+|promot\w+|advanc\w+|move up|apply|qualify|transfer\w*)\b", re.IGNORECASE)


def without_service(text: str, classes: Classes, fields: Fields, entries: Sequence[SpecEntry]) -> Classes:
    """The classes without the one in which somebody serves to qualify for the other, whose requirements are asked."""
    asked = {*fields.fields, *fields.sections}
    if len(classes.entries) != 2 or not asked or not asked <= _REQUIREMENTS:
        return classes
    if re.search(SIDE_BY_SIDE, plain_words(text)):
        return classes
    words = title_spelling(text, entries)
    named = [mention for mention in whole_names(words, entries) if set(mention.entries) & set(classes.entries)]
    if len(named) != 2:
        return classes
    first, second = named
    between = text[words[first.end - 1].end : words[second.start].start]
    if _BECOMING.search(between):
        return replace(classes, entries=tuple(one for one in classes.entries if one in second.entries))
    serving = [mention for mention in named if _SERVING.search(text[: words[mention.start].start])]
    if len(serving) != 1:
        return classes
    return replace(classes, entries=tuple(one for one in classes.entries if one not in serving[0].entries))
