"""What a text may say without a citation: names and codes of classes, list numbers, counts, echoes of the question."""

import re
from collections import Counter

from benchmarks.verification.citations import MARKER
from benchmarks.verification.folding import bare_name, plain, stands_in
from benchmarks.verification.statements import Answer, Shelf
from benchmarks.verification.wording import UNITS, Stated

_LIST_NUMBER = re.compile(r"^\s*\d+[.)](?=\s)", re.MULTILINE)
_NOUN = r"(?:class(?:es)?|specs?|specifications?|documents?|titles?|jobs?|positions?|candidates?)"
_COUNT_BEFORE = re.compile(rf"^\s*(?:(?:out\s+)?of\b|(?!{UNITS}\b)(?:[a-z]+\s+){{0,2}}?{_NOUN}\b)", re.IGNORECASE)
_COUNT_AFTER = re.compile(r"\b(?:of|all|other)\s+(?:the\s+)?$", re.IGNORECASE)
_IS_UNIT = re.compile(rf"^[\s-]*(?:[a-z]+\s+)?{UNITS}\b", re.IGNORECASE)
_UNREAD = re.compile(
    rf"^\s*(?:(?!{UNITS}\b)[a-z]+\s+){{0,2}}?{_NOUN}\s+(?:that\s+|which\s+)?"
    r"(?:could not|cannot|can't|do not|does not|did not|don't|leave|leaves|say nothing|are illegible|is illegible)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:no|not|none|never|nothing|without|neither|nor|cannot|nowhere)\b|n['’]t\b", re.IGNORECASE)
_MARKED_DIRECTLY = re.compile(r"^[\s\"”’'`),.:;*_]*(?:\([^()]{0,24}\)[\s\"”’'`),.:;*_]*)?\[\d+\]")


def free_spans(answer: Answer, shelf: Shelf) -> list[tuple[int, int]]:
    """Return where the text has markers, list numbers, or titles and class codes of the answer's classes."""
    spans = [match.span() for match in MARKER.finditer(answer.text)]
    spans += [match.span() for match in _LIST_NUMBER.finditer(answer.text)]
    for name in class_names(answer) | _class_codes(answer, shelf):
        spans += name_spans(name, answer.text)
    return spans


def class_names(answer: Answer) -> set[str]:
    """Return the titles of the classes that an answer names or cites, with and without an agency in brackets."""
    names = {*answer.classes, *(citation.class_name for citation in answer.citations)}
    names |= {re.sub(r"\s*\([^()]*\)\s*$", "", name) for name in names}
    return {name for name in names if name.strip()}


def name_spans(name: str, text: str, *, exactly: bool = False) -> list[tuple[int, int]]:
    """Return where a text has a name, in any case and spacing and in the plural, or exactly."""
    pattern = r"\s+".join(re.escape(part) for part in name.split())
    plural = "" if exactly else "s?"
    flags = re.NOFLAG if exactly else re.IGNORECASE
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}{plural}(?!\w)", text, flags)]


def is_class_name(words: str, answer: Answer, shelf: Shelf) -> bool:
    """Tell whether quoted words are nothing but the title or the code of one of the answer's classes."""
    names = {plain(name).casefold() for name in class_names(answer) | _class_codes(answer, shelf)}
    return plain(words).strip(" .,;:?!").casefold() in names


def is_count(stated: Stated, text: str, answer: Answer, shelf: Shelf) -> bool:
    """Tell whether a number is a right count of the answer's classes or of the specs held."""
    before, after = text[: stated.start], text[stated.end :]
    if not stated.what.isdigit() or _IS_UNIT.match(after):
        return False
    number = int(stated.what)
    if _UNREAD.match(after):
        return number <= shelf.specs_held
    rows = Counter((value.field, value.value) for value in answer.values)
    held = {count - less for count in shelf.counts_held for less in (0, len(answer.classes))}
    right = {len(answer.classes), *held, *rows.values()}
    opens_count = answer.route in ("search", "count") and not re.search(r"\d", before)
    if opens_count and number == len(answer.classes):
        return True
    return number in right and bool(_COUNT_BEFORE.match(after) or _COUNT_AFTER.search(before))


def is_echo(stated: Stated, words: str, text: str, answer: Answer) -> bool:
    """Tell whether something only repeats the question, to deny it, to ask about it or to name what was searched.

    What a marker follows directly is stated, not repeated.
    """
    if not stands_in(plain(words).casefold(), plain(answer.question).casefold()):
        return False
    if _MARKED_DIRECTLY.match(text[stated.end :]):
        return False
    searched = answer.route in ("search", "count")
    return answer.outcome != "answered" or searched or is_denied(stated, text)


def is_denied(stated: Stated, text: str) -> bool:
    """Tell whether the sentence says before the words that they are not so, or after them that they are not marked."""
    start = max(text.rfind(mark, 0, stated.start) for mark in ("\n", ". ", "; ", "? ", "! ", "] ")) + 1
    ends = [at for mark in ("\n", ". ", "; ", "? ", "! ") if (at := text.find(mark, stated.end)) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    before = text[start : stated.start]
    return bool(_NEGATION.search(before)) or bool(re.search(r"\b(?:is|are|be) not\b|\bnot marked\b|n['’]t\b", sentence))


def is_marked_directly(stated: Stated, text: str) -> bool:
    """Tell whether a marker follows the words at once, so that they are what is cited."""
    return _MARKED_DIRECTLY.match(text[stated.end :]) is not None


def _class_codes(answer: Answer, shelf: Shelf) -> set[str]:
    names = {bare_name(name) for name in class_names(answer)}
    cited = {citation.spec_id for citation in answer.citations}
    return {
        code
        for spec_id, code in shelf.codes.items()
        if spec_id in cited or bare_name(shelf.titles.get(spec_id, "")) in names
    }
