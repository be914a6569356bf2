"""The orders of the form's codes, and where a value stands on them."""

from collections.abc import Sequence

from assistant.searching.criteria_words import SCALE_WORDS
from ingest.form import CODE_WORDS, SECTION_BY_KEY, CodeKind
from ingest.model import Fact, LegendEntry, Status

# The codes of each scale from its lowest place to its highest: the form prints frequencies the other way round.
_CODES = {
    CodeKind.STRENGTH: tuple(CODE_WORDS[CodeKind.STRENGTH]),
    CodeKind.FREQUENCY: tuple(reversed(CODE_WORDS[CodeKind.FREQUENCY])),
    CodeKind.EXPOSURE: tuple(reversed(CODE_WORDS[CodeKind.EXPOSURE])),
}
TOP = 4
# So many places of a legend that are known tell which way its order runs.
_TELLING_ORDER = 2


def scale_of(field: str) -> CodeKind | None:
    """The scale on which a field's values stand, if it has codes."""
    section, _, key = field.partition(".")
    form = SECTION_BY_KEY.get(section)
    is_text = section == "essential_functions" and not key.endswith("strength")
    return None if form is None or is_text else form.codes


def place_word(scale: CodeKind, place: int) -> str:
    """What the form calls a place of a scale, 0 the lowest."""
    return CODE_WORDS[scale][_CODES[scale][place]]


def place_of(fact: Fact, legends: Sequence[LegendEntry] = ()) -> int | None:
    """The place of a coded value on its scale, 0 the lowest; null where it is not certain.

    A document's own word is known by its meaning; else by its code, where its legend keeps the form's codes in order;
    else by where it stands in a legend of as many places, of which those that are known stand where the form has them.
    """
    scale = scale_of(fact.field)
    if scale is None or fact.status is not Status.READ or fact.value is None:
        return None
    known = _known_places(scale).get(fact.value.casefold())
    if known is None:
        known = _place_by_code(scale, fact.value, legends)
    return known if known is not None else _place_by_order(scale, fact.value, legends)


def _known_places(scale: CodeKind) -> dict[str, int]:
    words = {word.casefold(): place for place, said in enumerate(SCALE_WORDS[scale]) for word in said}
    return words | {place_word(scale, place).casefold(): place for place in range(len(_CODES[scale]))}


def _place_by_code(scale: CodeKind, word: str, legends: Sequence[LegendEntry]) -> int | None:
    """The place of the code that a legend gives a word, if that legend keeps all of the form's codes in their order."""
    for entry in (entry for entry in legends if entry.word == word):
        codes = [other.code for other in legends if other.section == entry.section]
        if codes in (list(_CODES[scale]), list(reversed(_CODES[scale]))):
            return _CODES[scale].index(entry.code)
    return None


def _place_by_order(scale: CodeKind, word: str, legends: Sequence[LegendEntry]) -> int | None:
    """The place of a word in its legend, if that has as many places as the form, and none that is known amiss."""
    known = _known_places(scale)
    for section in (entry.section for entry in legends if entry.word == word):
        words = [other.word for other in legends if other.section == section]
        for places in (words, words[::-1]):
            told = [known.get(said.casefold()) for said in places]
            amiss = any(place not in (None, at) for at, place in enumerate(told))
            if len(places) == TOP + 1 and not amiss and len([one for one in told if one is not None]) >= _TELLING_ORDER:
                return places.index(word)
    return None
