"""A spec among its revisions as HTML: which one answers, the others, and what changed since the one before."""

from collections.abc import Sequence

from index import SpecEntry
from ui.compare.comparison import Cell, Column, ComparedSection, Row, Said, cell_words
from ui.html import escaped, paragraph
from ui.links import source_link, spec_path
from ui.spec.table_html import group_html, row_html, table_html
from ui.spec.values_html import SOURCE_ICON
from ui.spec.view import SpecView
from ui.words import Words

REVISIONS = "spec-revisions"
CHANGES = "spec-changes"


def standing_html(view: SpecView, words: Words) -> str:
    """That another spec answers in the place of this one, with a link to it; nothing where this one answers."""
    if view.newest is None:
        return ""
    dated = _date(view.newest, words)
    said = words.say("spec.is_copy") if view.is_copy else words.say("spec.is_older", date=dated)
    return f'<p class="standing">{escaped(said)} {_link(view.newest, words.say("spec.open_newest"), words)}</p>'


def revisions_html(view: SpecView, words: Words) -> str:
    """The revisions of the class that are held, the newest first; nothing where there is only this one."""
    if len(view.revisions) < 2:
        return ""
    rows = "".join(f"<li>{_revision(one, view, words)}</li>" for one in reversed(view.revisions))
    name = escaped(words.say("spec.revisions"))
    return (
        f'<section aria-labelledby="{REVISIONS}"><div class="heading"><h3 id="{REVISIONS}" tabindex="-1">{name}</h3>'
        f'</div><ul class="revisions">{rows}</ul></section>'
    )


def changes_html(view: SpecView, words: Words) -> str:
    """What changed since the revision before: a row a field, both values, each with its source."""
    if view.changes is None:
        return ""
    before, after = (_dated(column, words) for column in view.changes.columns)
    name = escaped(words.say("spec.changes", before=before, after=after))
    heading = f'<div class="heading"><h3 id="{CHANGES}" tabindex="-1">{name}</h3></div>'
    heads = (words.say("spec.column.row"), before, after)
    bodies = [_section(section, (before, after), words) for section in view.changes.sections]
    if not bodies:
        return f"<section>{heading}{paragraph('unsaid', words.say('spec.no_changes'))}</section>"
    table = table_html(words.say("spec.changed"), heads, bodies, "changes")
    return f'<section aria-labelledby="{CHANGES}">{heading}{table}</section>'


def _revision(one: SpecEntry, view: SpecView, words: Words) -> str:
    dated = _date(one, words)
    state = words.say("spec.revision.answers") if one.current else words.say("spec.revision.older")
    shown = one.spec_id == view.entry.spec_id
    said = f"<strong>{escaped(dated)}</strong>" if shown else _link(one, dated, words)
    this = f", {escaped(words.say('spec.revision.this'))}" if shown else ""
    return f"{said}: {escaped(state)}{this}"


def _section(section: ComparedSection, columns: Sequence[str], words: Words) -> str:
    rows = "".join(_row(row, columns, words) for row in section.rows)
    return group_html(section.name, 3) + rows


def _row(row: Row, columns: Sequence[str], words: Words) -> str:
    cells = [_cell(cell, row, column, words) for cell, column in zip(row.cells, columns, strict=True)]
    return row_html(escaped(row.name), cells, heads=columns)


def _cell(cell: Cell, row: Row, column: str, words: Words) -> str:
    """What one revision says, its own words beside a code, and the places of both."""
    described = f' <span class="said">{escaped(cell.description)}</span>' if cell.description else ""
    sources = "".join(f" {_source(said, f'{row.name}, {column}', words)}" for said in cell.said)
    return f'<span class="said">{escaped(cell_words(cell, words))}</span>{described}{sources}'


def _source(said: Said, what: str, words: Words) -> str:
    cited = said.citation
    says = words.say("spec.source", what=what)
    return source_link(SOURCE_ICON, cited.spec_id, cited.start, cited.end, words, says=says, quote=cited.quote)


def _link(entry: SpecEntry, said: str, words: Words) -> str:
    return f'<a href="{escaped(spec_path(entry.spec_id, words))}">{escaped(said)}</a>'


def _date(entry: SpecEntry, words: Words) -> str:
    return entry.revised or entry.adopted or words.say("spec.undated")


def _dated(column: Column, words: Words) -> str:
    return column.date or words.say("spec.undated")
