"""The filters of the Find tab as an HTML form: pure, from what was found to HTML."""

from collections.abc import Iterable

from assistant import Filter, Findings
from assistant.searching.filters import (
    COMMERCIAL_LICENCE,
    DRIVER_LICENCE,
    EDUCATION,
    EXPERIENCE,
    EXPOSURES,
    LOCATIONS,
    MOST_LETTERS,
    NON_PHYSICAL_DEMANDS,
    PHYSICAL_DEMANDS,
    PLACES,
    STRENGTH,
    TEXT,
)
from ui.find.names import field_words, wanted_words
from ui.html import escaped
from ui.words import Words

# The groups of filters, and which of them stand open at first.
_GROUPS = {
    "requirements": (STRENGTH, EDUCATION, EXPERIENCE, DRIVER_LICENCE, COMMERCIAL_LICENCE),
    "place": (*PLACES, *LOCATIONS),
    "physical": PHYSICAL_DEMANDS,
    "non_physical": NON_PHYSICAL_DEMANDS,
    "exposure": EXPOSURES,
}
_OPEN = "requirements"


def form_html(findings: Findings, hidden: Iterable[tuple[str, str]], words: Words) -> str:
    """The filters in groups, each option with how many classes would be found; ``hidden`` goes with what is sent."""
    of_field: dict[str, list[Filter]] = {}
    for one in findings.counts:
        of_field.setdefault(one.field, []).append(one)
    unseen = "".join(
        f'<input type="hidden" name="{escaped(name)}" value="{escaped(value)}">'
        for name, value in (("tab", "find"), *hidden)
    )
    groups = "".join(_group(name, findings, of_field, words) for name in _GROUPS)
    return (
        f'<form class="find-form" action="{words.path}" method="get" aria-label="{escaped(words.say("find.filters"))}">'
        f"{unseen}{_text(findings, words)}{groups}"
        f'<p class="find-clear"><button type="button" data-clear>{escaped(words.say("find.clear"))}</button></p></form>'
    )


def _text(findings: Findings, words: Words) -> str:
    return (
        f'<label for="find-text">{escaped(field_words(TEXT, words))}</label>'
        f'<span class="find-text"><input type="search" id="find-text" name="{TEXT}" maxlength="{MOST_LETTERS}" '
        f'value="{escaped(findings.filters.wanted(TEXT) or "")}" autocomplete="off">'
        f'<button type="submit">{escaped(words.say("find.search"))}</button></span>'
    )


def _group(name: str, findings: Findings, of_field: dict[str, list[Filter]], words: Words) -> str:
    chosen = sum(1 for one in findings.filters.chosen if one.field in _GROUPS[name])
    is_open = " open" if chosen or name == _OPEN else ""
    number = escaped(words.count("find.chosen", chosen)) if chosen else ""
    selects = "".join(_select(field, of_field.get(field, ()), findings, words) for field in _GROUPS[name])
    return (
        f'<details class="find-group" data-group="{name}"{is_open}>'
        f'<summary>{escaped(words.say(f"find.group.{name}"))} <span class="find-number">{number}</span></summary>'
        f"{selects}</details>"
    )


def _select(field: str, offered: Iterable[Filter], findings: Findings, words: Words) -> str:
    wanted = findings.filters.wanted(field)
    options = "".join(
        f'<option value="{escaped(one.wanted)}"{" selected" if one.wanted == wanted else ""}>'
        f"{escaped(words.say('find.option', wanted=wanted_words(one, words), count=findings.counts[one]))}</option>"
        for one in offered
    )
    place = f"find-{field.replace('.', '-')}"
    return (
        f'<div class="find-filter"><label for="{place}">{escaped(field_words(field, words))}</label>'
        f'<select id="{place}" name="{field}">'
        f'<option value="">{escaped(words.say("find.any"))}</option>{options}</select></div>'
    )
