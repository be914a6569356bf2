"""What the Find tab shows: the filters and beside them the classes found, each value with its place. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant import Filter, Filters, Finding, Findings, read_filters
from assistant.searching.find_order import Order
from assistant.searching.matching import Standing
from ingest.model import Fact
from ui.find.form import form_html
from ui.find.names import field_words, shown_words, wanted_words
from ui.find.table import table_html
from ui.html import escaped, paragraph
from ui.links import source_link, spec_path, tab_path
from ui.words import Words

# So many rows are drawn until all are asked for.
_MOST_ROWS = 100
_EVERY_ROW = "all"
# Parameters of the page's address that say nothing of what is to be found.
_OF_THE_PAGE = ("tab", "lang")


@dataclass(frozen=True, slots=True)
class View:
    """What an address asks the tab to show: the filters, the order of the rows, and whether every row is drawn.

    ``unknown`` are the parameters that say nothing here.
    """

    filters: Filters
    order: Order
    is_descending: bool
    has_every_row: bool
    unknown: tuple[Filter, ...] = ()

    @property
    def arrangement(self) -> tuple[tuple[str, str], ...]:
        """The parameters for how the rows are shown; each empty where it is as usual."""
        sort = ("-" if self.is_descending else "") + self.order.value
        return ("sort", "" if sort == Order.TITLE.value else sort), ("show", _EVERY_ROW if self.has_every_row else "")

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The parameters of an address that shows this again."""
        chosen = ((one.field, one.wanted) for one in self.filters.chosen)
        return (*chosen, *((name, value) for name, value in self.arrangement if value))


def read_view(named: Iterable[tuple[str, str]]) -> View:
    """What the parameters of an address ask for."""
    given = [(name, value) for name, value in named if name not in _OF_THE_PAGE]
    said = dict(given)
    sort, show = said.get("sort", ""), said.get("show", "")
    arranging = {"sort"} if sort.removeprefix("-") in (*Order, "") else set()
    arranging |= {"show"} if show in (_EVERY_ROW, "") else set()
    filters, unknown = read_filters((name, value) for name, value in given if name not in arranging)
    order = Order(sort.removeprefix("-")) if "sort" in arranging and sort else Order.TITLE
    return View(filters, order, sort.startswith("-") and "sort" in arranging, show == _EVERY_ROW, unknown)


def view_html(view: View, findings: Findings, words: Words) -> str:
    """The whole tab: the filters and what they find."""
    address = tab_path("find", view.parameters, words)
    number = words.count("find.chosen", len(view.filters.chosen)) if view.filters.chosen else ""
    return (
        f'<div class="find" data-find-view data-address="{escaped(address)}">'
        f'<details class="find-filters" data-filters><summary>{escaped(words.say("find.filters"))} '
        f'<span class="find-number">{escaped(number)}</span></summary>{form_html(findings, view.arrangement, words)}'
        f'</details><section class="find-results" aria-label="{escaped(words.say("find.results"))}">'
        f'<p class="find-tally" role="status" tabindex="-1" data-tally>{escaped(_tally(findings, words))}</p>'
        f"<div data-results>{_results(view, findings, address, words)}</div></section></div>"
    )


def _tally(findings: Findings, words: Words) -> str:
    if not findings.held:
        return words.say("find.nothing_held")
    unread, silent = _undecided(findings)
    said = [words.count("find.found", len(findings.found), held=findings.held)]
    said += [words.count("find.untold.unread", len(unread))] if unread else []
    said += [words.count("find.untold.silent", len(silent))] if silent else []
    return " ".join(said)


def _undecided(findings: Findings) -> tuple[list[Finding], list[Finding]]:
    """Those whose document has a value that does not tell, and those whose document has no place for one."""
    silent = [one for one in findings.undecided if one.standing is Standing.NOT_STATED]
    return [one for one in findings.undecided if one.standing is not Standing.NOT_STATED], silent


def _results(view: View, findings: Findings, address: str, words: Words) -> str:
    unread, silent = _undecided(findings)
    return "".join(
        (
            _unknown(view.unknown, words),
            _chosen(findings, words),
            _links(findings, address, words),
            _loosening(findings, words) if findings.held and not findings.found else "",
            table_html(view.order, findings.found, view.is_descending, _limit(view), words) if findings.found else "",
            _not_told("unread", unread, [_unread(one, words) for one in unread], words),
            _not_told("silent", silent, [_titled(one, words) for one in silent[:_MOST_ROWS]], words),
        )
    )


def _limit(view: View) -> int | None:
    return None if view.has_every_row else _MOST_ROWS


def _unknown(unknown: Sequence[Filter], words: Words) -> str:
    said = (words.say("find.unknown", name=one.field, value=one.wanted) for one in unknown)
    return "".join(paragraph("find-unknown", sentence) for sentence in said)


def _chosen(findings: Findings, words: Words) -> str:
    """What is chosen, each to be taken back."""
    if not findings.filters.chosen:
        return ""
    each = "".join(f"<li>{_drop(one, _named(one, words), words)}</li>" for one in findings.filters.chosen)
    clear = (
        f'<li><button type="button" class="find-clear-all" data-clear>{escaped(words.say("find.clear"))}</button></li>'
    )
    return f'<ul class="find-chosen" aria-label="{escaped(words.say("find.what_is_chosen"))}">{each}{clear}</ul>'


def _drop(one: Filter, label: str, words: Words) -> str:
    says = words.say("find.take_back", filter=_named(one, words))
    return (
        f'<button type="button" data-drop="{escaped(one.field)}" aria-label="{escaped(says)}">'
        f'{escaped(label)} <span aria-hidden="true">×</span></button>'
    )


def _named(one: Filter, words: Words) -> str:
    return words.say("find.named", field=field_words(one.field, words), wanted=wanted_words(one, words))


def _links(findings: Findings, address: str, words: Words) -> str:
    compare = tab_path("compare", (), words)
    copied = escaped(words.say("find.copied"))
    return (
        f'<p class="find-links"><a href="{escaped(address)}" data-copy data-copied="{copied}">'
        f"{escaped(words.say('find.link'))}</a>"
        f'<a href="{escaped(compare)}" data-compare hidden>{escaped(words.say("find.compare"))}</a>'
        f"<span data-compare-hint hidden>{escaped(words.say('find.compare_hint'))}</span></p>"
    )


def _loosening(findings: Findings, words: Words) -> str:
    """What would be found without each of the filters, the most helpful first."""
    if len(findings.without) < 2:
        return paragraph("find-none", words.say("find.none_at_all"))
    helpful = sorted(findings.without.items(), key=lambda one: -one[1])
    items = "".join(
        f"<li>{_drop(one, words.count('find.without', count, filter=_named(one, words)), words)}</li>"
        for one, count in helpful
    )
    return f'{paragraph("find-none", words.say("find.none"))}<ul class="find-loosen">{items}</ul>'


def _not_told(name: str, findings: Sequence[Finding], items: Sequence[str], words: Words) -> str:
    """Classes of which it cannot be told, by name, folded."""
    if not findings:
        return ""
    more = len(findings) - len(items)
    rest = f"<li>{escaped(words.count('find.more', more))}</li>" if more else ""
    listed = "".join(f"<li>{item}</li>" for item in items)
    how_many = escaped(words.count(f"find.untold.{name}", len(findings)))
    return (
        f'<details class="find-untold" data-untold="{name}"><summary>{how_many}</summary>'
        f"<ul>{listed}{rest}</ul></details>"
    )


def _titled(finding: Finding, words: Words) -> str:
    return f'<a href="{escaped(spec_path(finding.entry.spec_id, words))}">{escaped(finding.title)}</a>'


def _unread(finding: Finding, words: Words) -> str:
    """A class whose value does not tell, with why and where it stands."""
    why = escaped(words.say(f"find.why.{finding.standing.value}"))
    fact = next((one for one in finding.shown if isinstance(one, Fact)), None)
    if fact is None:
        return f"{_titled(finding, words)}: {why}"
    name, _ = shown_words(fact, words)
    says = words.say("find.source_of", name=name, title=finding.title)
    link = source_link(escaped(name), finding.entry.spec_id, fact.start, fact.end, words, says=says)
    return f"{_titled(finding, words)}: {why} ({link})"
