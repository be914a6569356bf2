"""The classes found as a table that can be sorted, each value a link to its place. Pure, from values to HTML."""

from collections.abc import Sequence

from assistant import Finding
from assistant.searching.criteria import KIND_OF
from assistant.searching.filters import EDUCATION, EXPERIENCE, PLACES, STRENGTH
from assistant.searching.find import Shown
from assistant.searching.find_order import Order, in_order
from ingest.model import Fact, Qualification, Status
from ui.find.names import asked_words, field_words, shown_words
from ui.html import escaped, shortened
from ui.links import source_link, spec_path
from ui.words import Words

_MOST_LETTERS = 90
# What has a column of its own: a qualification by its kind, wherever its document states it.
_IN_COLUMNS = frozenset({STRENGTH, EDUCATION, EXPERIENCE, *PLACES, *KIND_OF.values()})


def table_html(order: Order, found: Sequence[Finding], is_descending: bool, limit: int | None, words: Words) -> str:
    """The table of what was found, sorted; at most ``limit`` rows, with a button for the rest."""
    rows = in_order(found, order, is_descending=is_descending)[:limit]
    beside = any(_other(one) for one in rows)
    title, *others = (_head(one, order, is_descending, words) for one in Order)
    matches = f'<th scope="col"><span>{escaped(words.say("find.column.matches"))}</span></th>' if beside else ""
    heads = "".join((title, matches, *others))
    choose = f'<th scope="col"><span class="find-said">{escaped(words.say("find.column.compare"))}</span></th>'
    body = "".join(_row(one, beside, words) for one in rows)
    show_all = escaped(words.count("find.show_all", len(found)))
    rest = f'<p><button type="button" data-show="all">{show_all}</button></p>' if len(rows) < len(found) else ""
    return (
        f'<div class="find-table" tabindex="0" role="region" aria-label="{escaped(words.say("find.table"))}">'
        f"<table><thead><tr>{choose}{heads}</tr></thead><tbody>{body}</tbody></table></div>{rest}"
    )


def _head(column: Order, order: Order, is_descending: bool, words: Words) -> str:
    """A column's head: a button that sorts by it, or turns its order round."""
    is_sorted = column is order
    sorting = ("descending" if is_descending else "ascending") if is_sorted else ""
    turned = f"-{column.value}" if is_sorted and not is_descending else column.value
    arrow = {"ascending": "▲", "descending": "▼"}.get(sorting, "↕")
    sorted_so = f' aria-sort="{sorting}"' if sorting else ""
    return (
        f'<th scope="col"{sorted_so}>'
        f'<button type="button" data-column="{column.value}" data-sort="{turned}">'
        f'{escaped(words.say(f"find.column.{column.value}"))} <span aria-hidden="true">{arrow}</span></button></th>'
    )


def _row(finding: Finding, beside: bool, words: Words) -> str:
    spec_id = escaped(finding.entry.spec_id)
    says = escaped(words.say("find.choose", title=finding.title))
    title = f'<a href="{escaped(spec_path(finding.entry.spec_id, words))}">{escaped(finding.title)}</a>'
    matches = ["".join(f"<p>{_shown(one, finding, words)}</p>" for one in _other(finding))] if beside else []
    cells = [
        *matches,
        _strength(finding, words),
        _asked(EDUCATION, finding.education, finding, words),
        _asked(EXPERIENCE, finding.experience, finding, words),
        _place("agency", finding.entry.agency, finding, words),
        _place("department", finding.entry.department, finding, words),
    ]
    return (
        f'<tr><td><input type="checkbox" data-choose="{spec_id}" aria-label="{says}"></td>'
        f'<th scope="row">{title}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
    )


def _other(finding: Finding) -> list[Shown]:
    """What qualifies a class and has no column of its own."""
    return [one for one in finding.shown if not {_about(one)} & _IN_COLUMNS]


def _about(one: Shown) -> str | None:
    """What a value is about: the kind of a qualification, else its field; a sentence of the text is about nothing."""
    if isinstance(one, Qualification):
        return one.kind
    return one.field if isinstance(one, Fact) else None


def _place(field: str, name: str | None, finding: Finding, words: Words) -> str:
    """The agency or department, with its place where a filter asked for it."""
    fact = next((one for one in finding.shown if isinstance(one, Fact) and one.field == field), None)
    return (
        escaped(name or "—")
        if fact is None
        else _link(field_words(field, words), name or fact.raw, fact, finding, words)
    )


def _strength(finding: Finding, words: Words) -> str:
    fact = finding.strength
    if fact is None:
        return "—"
    said = (fact.value if fact.status is Status.READ else None) or words.say(f"find.why.{fact.status.value}")
    return _link(field_words(STRENGTH, words), said, fact, finding, words)


def _asked(field: str, asked: Qualification | None, finding: Finding, words: Words) -> str:
    """The schooling or experience required; where none is, the row that says so if a filter asked for it."""
    if asked is not None:
        return _link(field_words(field, words), asked_words(asked, words), asked, finding, words)
    row = next((one for one in finding.shown if _about(one) in (field, KIND_OF[field])), None)
    return "—" if row is None else _link(field_words(field, words), words.say("find.none_asked"), row, finding, words)


def _shown(one: Shown, finding: Finding, words: Words) -> str:
    name, said = shown_words(one, words)
    if not name:
        return _link(words.say("find.field.text"), said, one, finding, words)
    return f"{escaped(name)}: {_link(name, said, one, finding, words)}"


def _link(name: str, said: str, one: Shown, finding: Finding, words: Words) -> str:
    says = words.say("find.source_of_value", name=name, value=said, title=finding.title)
    return source_link(shortened(said, _MOST_LETTERS), finding.entry.spec_id, one.start, one.end, words, says=says)
