"""What the Find tab calls filters and the values that qualify a class."""

from assistant import Filter
from assistant.searching.filters import EDUCATION, EXPERIENCE, LOCATIONS, PLACES, TEXT
from assistant.searching.find import Shown
from ingest.model import EducationLevel, Fact, Qualification, QualificationKind
from ui.words import Words

_CERTIFICATIONS = "class_requirements.certifications"
_LIMITS = ("at_most", "at_least", "exactly")


def field_words(field: str, words: Words) -> str:
    """The name of a filter's field."""
    return words.say(f"find.field.{field}")


def wanted_words(one: Filter, words: Words) -> str:
    """What a filter wants of its field."""
    if one.field in (*PLACES, TEXT):
        return one.wanted
    limit = next((limit for limit in _LIMITS if one.wanted.startswith(limit)), None)
    level = one.wanted.removeprefix(f"{limit}_")
    if one.field in (EDUCATION, EXPERIENCE) and level in (EducationLevel.NONE.value, "0"):
        return words.say("find.none_asked")
    if limit is None:
        return words.say(f"find.wanted.{level}")
    return words.say(f"find.limit.{limit}", level=_level(level, words))


def _level(level: str, words: Words) -> str:
    return words.count("find.years", int(level)) if level.isdecimal() else words.say(f"find.level.{level}")


def shown_words(one: Shown, words: Words) -> tuple[str, str]:
    """The name and the words of a value that decides of a class; a sentence of the text has no name."""
    if isinstance(one, Qualification):
        return field_words(_field_of(one.kind), words), asked_words(one, words)
    if not isinstance(one, Fact):
        return "", " ".join(one.quote.split())
    if one.field in LOCATIONS:
        return field_words(one.field, words), words.say("find.wanted.marked" if one.value else "find.wanted.not_marked")
    name = words.say("find.certifications") if one.field == _CERTIFICATIONS else field_words(one.field, words)
    return name, one.value or one.raw


def asked_words(one: Qualification, words: Words) -> str:
    """What a qualification asks for."""
    if one.kind not in (QualificationKind.EDUCATION, QualificationKind.EXPERIENCE):
        return words.say("find.wanted.needed" if one.is_required else "find.wanted.not_needed")
    if isinstance(one.level, EducationLevel) and one.level is not EducationLevel.NONE:
        said = words.say(f"find.level.{one.level.value}")
        return said[:1].upper() + said[1:]
    if not one.amount:
        return words.say("find.none_asked")
    months = round(one.amount * 12)
    return words.count("find.years", months // 12) if months % 12 == 0 else words.count("find.months", months)


def _field_of(kind: QualificationKind) -> str:
    return {QualificationKind.EDUCATION: EDUCATION, QualificationKind.EXPERIENCE: EXPERIENCE}.get(kind, kind.value)
