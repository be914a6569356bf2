"""Where a search question is cut into clauses: at connectives, at commas, and where a denial begins something new."""

from collections.abc import Sequence

from assistant.searching.criteria_marks import Kind, Mark, marks_of
from assistant.searching.criteria_words import BEFORE_A_NOUN, FRAME
from assistant.searching.money import amounts_in
from assistant.searching.scales import scale_of
from assistant.understanding.hits import FieldHit
from assistant.understanding.words import Word
from ingest.form import CodeKind

SCALES = tuple(Kind(scale.value) for scale in CodeKind)
# Between two words these part clauses as a connective does.
_BREAKS = frozenset(",;:.?!()+—–")
_RELATIVES = frozenset({"who", "whose", "which", "that", "where"})
_BEFORE_A_SUBJECT = frozenset({"do", "does", "did", "is", "are", "was", "of", "to", "for"})
# What says by itself what it is about, whatever stands around it.
_ABOUT = {
    Kind.STRENGTH: "overall_strength",
    Kind.EDUCATION: "class_requirements.education",
    Kind.LICENCE: "class_requirements.certifications",
}
NAMING = frozenset(_ABOUT)
_AMOUNTS = {Kind.YEARS, Kind.POUNDS, Kind.MONEY}


def marks_and_cuts(text: str, words: Sequence[Word], hits: Sequence[FieldHit]) -> tuple[list[Mark], list[Mark]]:
    """The marks of a question, and those of its clauses' ends: where one ends, how what follows joins it.

    Args:
        text: the question.
        words: its words.
        hits: the fields that they name.
    """
    marks = _with_plus(text, words, _with_money(text, words, marks_of(words)))
    cuts = _with_commas(text, words, _at_connectives(hits, marks))
    return marks, _with_denials(words, hits, marks, cuts)


def links_on(text: str, words: Sequence[Word], cut: Mark) -> bool:
    """Whether a word links what follows a cut to what stands before it: not one that asks anew, "..., who is left?"."""
    if cut.end == cut.start:
        return False
    word, before = words[cut.start], words[cut.start - 1] if cut.start else None
    between = text[before.end if before else 0 : word.start]
    asks = bool(_BREAKS & set(between)) or (before is not None and before.text in _BEFORE_A_SUBJECT)
    return word.text not in _RELATIVES or not asks


def _with_plus(text: str, words: Sequence[Word], marks: Sequence[Mark]) -> list[Mark]:
    """The marks, and behind an amount with a plus that it is the least: "2+ years"."""
    found: list[Mark] = []
    for mark in marks:
        found.append(mark)
        ends = {words[mark.start].end, words[max(mark.start, mark.end - 1)].end}
        if _AMOUNTS & set(mark.says) and any(text[end:].lstrip().startswith("+") for end in ends):
            found.append(Mark(mark.end, mark.end, {Kind.COMPARISON: "at_least"}))
    return found


def _with_money(text: str, words: Sequence[Word], marks: Sequence[Mark]) -> list[Mark]:
    """The marks, with the amounts of money, of whose words nothing else is said."""
    found: list[Mark] = []
    for start, end, amount in amounts_in(text):
        places = [at for at, word in enumerate(words) if start <= word.start < end]
        if places:
            found.append(Mark(places[0], places[-1] + 1, {Kind.MONEY: str(amount)}))
    taken = {at for mark in found for at in range(mark.start, mark.end)}
    found += [mark for mark in marks if not taken & set(range(mark.start, mark.end))]
    return sorted(found, key=_place)


def _at_connectives(hits: Sequence[FieldHit], marks: Sequence[Mark]) -> list[Mark]:
    """The connectives that part two clauses: not those within a field's name, or between two levels of one thing."""
    spans = [(min(hit.places), max(hit.places)) for hit in hits]
    found = []
    for at, mark in enumerate(marks):
        if Kind.CONNECTIVE not in mark.says or any(first < mark.start <= last for first, last in spans):
            continue
        beside = [marks[other] for other in (at - 1, at + 1) if 0 <= other < len(marks)]
        is_range = any("between" in one.says.get(Kind.COMPARISON, "") for one in marks[max(0, at - 2) : at])
        if not is_range and not _joins_levels(mark, beside, hits):
            found.append(mark)
    return found


def _joins_levels(connective: Mark, beside: Sequence[Mark], hits: Sequence[FieldHit]) -> bool:
    """Whether a connective stands right between two levels that are asked of the same thing: "never or rarely".

    "Lifting often and seldom climbing" are two things, each with a level of its own.
    """
    close = [one for one in beside if one.end == connective.start or one.start == connective.end]
    if len(close) < 2 or connective.says[Kind.CONNECTIVE] == "anew":
        return False
    before, after = close
    is_behind = any(hit.places[-1] + 1 == before.start for hit in hits)
    leads = any(hit.places[0] == after.end for hit in hits)
    alike = set(before.says) & set(after.says)
    return bool(alike & {*SCALES, Kind.EDUCATION, Kind.CALENDAR_YEAR, Kind.MONEY}) and not (is_behind and leads)


def _with_commas(text: str, words: Sequence[Word], cuts: Sequence[Mark]) -> list[Mark]:
    """The cuts, and those at commas: a comma joins as the next connective of its list does, else as "and"."""
    found = list(cuts)
    taken = {at for mark in cuts for at in (mark.start, mark.end)}
    for at in range(1, len(words)):
        between = text[words[at - 1].end : words[at].start]
        if at not in taken and _BREAKS & set(between) and not _is_within_amount(words[at - 1], between, words[at]):
            following = next((mark.says[Kind.CONNECTIVE] for mark in cuts if mark.start >= at), "and")
            found.append(Mark(at, at, {Kind.CONNECTIVE: "or" if following == "or" else "and"}))
    return sorted(found, key=lambda mark: mark.start)


def _is_within_amount(before: Word, between: str, after: Word) -> bool:
    """Whether what stands between two words belongs to an amount: "2+ years", "50,000"."""
    return before.text.isdecimal() and (
        between.strip() == "+" or (between in (",", ".") and after.text[:1].isdecimal())
    )


def _with_denials(
    words: Sequence[Word], hits: Sequence[FieldHit], marks: Sequence[Mark], cuts: Sequence[Mark]
) -> list[Mark]:
    """The cuts, and those where a denial stands behind one thing and before another, of which alone it speaks.

    "Frequent climbing without being rated heavy": what is denied is the strength, and the climbing is wanted.
    """
    found = list(cuts)
    for denial in marks:
        if Kind.NEGATION not in denial.says or Kind.CONNECTIVE in denial.says:
            continue
        start = max((cut.end for cut in found if cut.end <= denial.start), default=0)
        end = min((cut.start for cut in found if cut.start >= denial.end), default=len(words))
        said = _named(hits, marks, start, denial.start)
        denied = _named(hits, marks, denial.end, end)
        is_within = any(hit.places[0] < denial.start <= hit.places[-1] for hit in hits)
        leads_to_words = words[denial.start].text in BEFORE_A_NOUN and _has_telling(words[denial.end : end])
        leads_anew = bool(denied - said) or (not denied and leads_to_words)
        if not is_within and (leads_anew if said else denied and _has_telling(words[start : denial.start])):
            found = sorted([*found, Mark(denial.start, denial.start, {Kind.CONNECTIVE: "anew"})], key=_place)
    return found


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _has_telling(words: Sequence[Word]) -> bool:
    return any(not word.is_small and word.text not in FRAME for word in words)


def _named(hits: Sequence[FieldHit], marks: Sequence[Mark], start: int, end: int) -> set[str]:
    """What is named between two places: the fields, and what levels of strength and of schooling are about."""
    fields = {hit.target for hit in hits if hit.target and start <= hit.places[0] < end}
    kinds = {kind for mark in marks if start <= mark.start < end for kind in set(mark.says) & NAMING}
    if any(scale_of(field) is CodeKind.STRENGTH for field in fields):
        kinds.add(Kind.STRENGTH)
    return fields | {_ABOUT[kind] for kind in kinds}
