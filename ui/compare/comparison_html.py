"""A comparison as HTML: a section a block, a row a field, a column a class, and in each cell what shows it.

On a narrow screen the table's rows become cards, so every part says its role in the table itself.
"""

from collections.abc import Iterable, Sequence

from ingest.model import LegendEntry
from ui.compare.comparison import Cell, ComparedSection, Row, Said, SideBySide, State, cell_words, difference_words
from ui.compare.demands_picture import column_name, demands_picture
from ui.html import escaped, paragraph, shortened
from ui.links import source_link, spec_path
from ui.words import Words

_SIGNS = {True: "≠", False: "=", None: "?"}
_DIFFERENCE_CLASSES = {True: "differs", False: "same", None: "uncertain"}
# Longer words are shown from their beginning, and whole when they are opened.
_LONG = 700
_BEGINNING = 350
# So few words stand beside the name of their class on a narrow screen.
_SHORT = 40


def comparison_html(compared: SideBySide, words: Words, *, only_differences: bool) -> str:
    """The comparison: how much differs, the picture of the demands, and the table of all rows or of what differs."""
    shown = compared.only_differences() if only_differences else compared
    names = [column_name(column, compared.columns) for column in compared.columns]
    heading = escaped(words.say("compare.heading", classes=" · ".join(names)))
    if not compared.sections:
        content = paragraph("nothing", words.say("compare.no_rows")) + paragraph("said", compared.answer.text)
    elif not shown.sections:
        content = paragraph("nothing", words.say("compare.no_differences"))
    else:
        content = demands_picture(shown, words) + _Table(shown, names, words).html()
    status = f'<p role="status">{escaped(_summary(compared, words))}</p>'
    return f'<section class="compared"><h2>{heading}</h2>{status}{content}</section>'


def _summary(compared: SideBySide, words: Words) -> str:
    """How many rows there are, how many differ, and of how many that is not certain."""
    rows = [row for section in compared.sections for row in section.rows]
    differing = sum(row.differs is True for row in rows)
    uncertain = sum(row.differs is None for row in rows)
    said = words.say("compare.summary", rows=len(rows), differing=differing)
    return f"{said} {words.count('compare.uncertain', uncertain)}" if uncertain else said


class _Table:
    """The table, in the words of one language."""

    def __init__(self, compared: SideBySide, names: Sequence[str], words: Words) -> None:
        self._compared, self._names, self._words = compared, names, words

    def html(self) -> str:
        """The table in the frame that it scrolls in."""
        label = escaped(self._words.say("compare.table"))
        to_sections = "".join(
            f'<li><a href="#{_anchor(section)}">{escaped(section.name)}</a></li>' for section in self._compared.sections
        )
        nav = f'<nav class="to-sections" aria-label="{escaped(self._words.say("compare.to_sections"))}">'
        body = "".join(self._section(section) for section in self._compared.sections)
        return (
            f"{nav}<ul>{to_sections}</ul></nav>"
            f'<div class="compare-frame" tabindex="0" role="region" aria-label="{label}">'
            f'<table role="table" aria-label="{label}">{self._head()}{body}</table></div>'
        )

    def _head(self) -> str:
        heads = "".join(
            f'<th scope="col" role="columnheader"><span class="letter">{column.letter}</span> '
            f'<a href="{escaped(spec_path(column.spec_id, self._words))}">{escaped(column.title)}</a>'
            f"<small>{escaped(' · '.join(filter(None, (column.agency, column.code, column.date))))}</small></th>"
            for column in self._compared.columns
        )
        field = escaped(self._words.say("compare.field"))
        first = f'<th scope="col" role="columnheader">{field}</th>'
        return f'<thead role="rowgroup"><tr role="row">{first}{heads}</tr></thead>'

    def _section(self, section: ComparedSection) -> str:
        rows = "".join(self._row(section, row) for row in section.rows)
        return (
            f'<tbody role="rowgroup"><tr role="row" class="block" id="{_anchor(section)}">'
            f'<th scope="rowgroup" role="rowheader" colspan="{len(self._names) + 1}">'
            f'<div class="kept"><h3>{escaped(section.name)}</h3>'
            f"{self._remarks(section)}</div></th></tr>{rows}</tbody>"
        )

    def _remarks(self, section: ComparedSection) -> str:
        """Whose spec lacks the section, how its functions are set side by side, what its codes mean."""
        parts = [
            paragraph("lacking", self._words.say("compare.lacking", title=self._names[at])) for at in section.lacking
        ]
        if section.key == "essential_functions":
            parts.append(paragraph("remark", self._words.say("compare.by_number")))
        return "".join(parts) + self._legend(section)

    def _legend(self, section: ComparedSection) -> str:
        """What the codes mean, in the words of each spec's own legend, each with its place."""
        holders: dict[tuple[str, str, str], dict[int, LegendEntry]] = {}
        for row in section.rows:
            for at, cell in enumerate(row.cells):
                if cell.legend is not None and cell.legend.meaning:
                    entry = cell.legend
                    holders.setdefault((entry.code, entry.word, entry.meaning or ""), {})[at] = entry
        if not holders:
            return ""
        items = "".join(
            f"<li>{escaped(f'{code} {word}: {meaning}')} {self._legend_links(entries, word)}</li>"
            for (code, word, meaning), entries in sorted(holders.items())
        )
        summary = escaped(self._words.say("compare.codes"))
        return f'<details class="codes"><summary>{summary}</summary><ul>{items}</ul></details>'

    def _legend_links(self, entries: dict[int, LegendEntry], word: str) -> str:
        links = []
        for at, entry in sorted(entries.items()):
            column = self._compared.columns[at]
            says = self._words.say("compare.legend_source", letter=column.letter, title=self._names[at], word=word)
            label = f"[{column.letter}]"
            links.append(source_link(label, column.spec_id, entry.start, entry.end, self._words, says=says))
        return " ".join(links)

    def _row(self, section: ComparedSection, row: Row) -> str:
        # The prose of a section that has rows too is named for what it is, its section being named above.
        is_prose = row.field == section.key and len(section.rows) > 1 and row is section.rows[-1]
        name = self._words.say("compare.own_words") if is_prose else row.name
        kind = _DIFFERENCE_CLASSES[row.differs]
        cells = "".join(self._cell(section, at, name, cell) for at, cell in enumerate(row.cells))
        anchor = f' id="{_anchor(section)}-words"' if is_prose else ""
        return (
            f'<tr role="row" class="{kind}"{anchor}><th scope="row" role="rowheader">'
            f'<span class="name">{escaped(name)}</span> '
            f'<span class="difference"><span aria-hidden="true">{_SIGNS[row.differs]}</span> '
            f"{escaped(difference_words(row, self._words))}</span></th>{cells}</tr>"
        )

    def _cell(self, section: ComparedSection, at: int, name: str, cell: Cell) -> str:
        column = f"{self._compared.columns[at].letter} {self._names[at]}"
        kind = f"{cell.state} short" if sum(len(one.words) for one in cell.said) <= _SHORT else cell.state
        if cell.state is State.OWN_WORDS:
            below = escaped(cell_words(cell, self._words))
            said = f'<span><a class="below" href="#{_anchor(section)}-words">{below}</a></span>'
        elif cell.state is State.READ and cell.code is None:
            said = self._prose(at, name, cell.said)
        else:
            said = self._coded(at, name, cell)
        about = f'<p class="description">{escaped(cell.description)}</p>' if cell.description else ""
        return f'<td role="cell" class="{kind}" data-class="{escaped(column)}">{said}{about}</td>'

    def _prose(self, at: int, name: str, said: Iterable[Said]) -> str:
        return "".join(f"<p>{_unfolding(one.words)} {self._marker(at, name, one, None)}</p>" for one in said)

    def _coded(self, at: int, name: str, cell: Cell) -> str:
        meaning = cell.legend.meaning if cell.legend else None
        hover = f' title="{escaped(meaning)}"' if meaning else ""
        markers = " ".join(self._marker(at, name, one, meaning) for one in cell.said)
        return f"<span{hover}>{escaped(cell_words(cell, self._words))}</span> {markers}"

    def _marker(self, at: int, name: str, said: Said, meaning: str | None) -> str:
        """The citation, which reads out what it shows, and what the code means."""
        cited = said.citation
        says = self._words.say("compare.source", number=cited.n, title=self._names[at], field=name)
        says = f"{says} {said.words}: {meaning}" if meaning else says
        return source_link(
            f"[{cited.n}]", cited.spec_id, cited.start, cited.end, self._words, says=says, quote=cited.quote
        )


def _anchor(section: ComparedSection) -> str:
    return f"compared-{escaped(section.key)}"


def _unfolding(said: str) -> str:
    """Words as they stand; long ones from their beginning, to be unfolded."""
    if len(said) <= _LONG:
        return escaped(said)
    return (
        f'<details class="long"><summary>{shortened(said, _BEGINNING)}</summary><span>{escaped(said)}</span></details>'
    )
