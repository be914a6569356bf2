"""What is held, as a table for staff: a row a document, with what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from index import Reading, SpecEntry
from ingest.model import Issue
from ui.html import escaped, paragraph
from ui.links import source_link, spec_path
from ui.words import Words

ROWS_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document held: how it was last read, what its file is called, whether staff added that, and it is there."""

    entry: SpecEntry
    reading: Reading | None
    name: str
    is_added: bool
    is_there: bool

    @property
    def title(self) -> str:
        """What it is called: its title, else its file's name."""
        return self.entry.title or self.name


def matching(documents: Sequence[HeldDocument], asked: str) -> list[HeldDocument]:
    """The documents of which the title, code, agency, revision, file, format or classes have all words asked for."""
    wanted = asked.casefold().split()
    return [each for each in documents if all(word in _searched(each) for word in wanted)]


def _searched(document: HeldDocument) -> str:
    entry = document.entry
    said = (entry.title, entry.code, entry.agency, entry.revised, entry.adopted, document.name)
    classes = [member.title for member in entry.members]
    written = document.reading.format if document.reading else None
    return "\n".join(part for part in (*said, *classes, written) if part).casefold()


def held_html(documents: Sequence[HeldDocument], asked: str, first: int, words: Words) -> str:
    """A page of the documents that match what is asked, from the one at 0-based ``first`` on."""
    found = matching(documents, asked)
    if not documents:
        return paragraph("hint", words.say("library.held.none"))
    said = words.count("library.held.found", len(found), held=len(documents))
    counted = f'<p class="hint" data-count>{escaped(said)}</p>'
    if not found:
        return counted
    first = min(first, (len(found) - 1) // ROWS_A_PAGE * ROWS_A_PAGE)
    shown = found[first : first + ROWS_A_PAGE]
    rows = "".join(_row(document, words) for document in shown)
    return (
        f'{counted}<table class="staff-table" role="table" aria-labelledby="staff-held">{_head(words)}'
        f'<tbody role="rowgroup">{rows}</tbody></table>{_turning(first, len(shown), len(found), words)}'
    )


def _head(words: Words) -> str:
    said = (
        words.say("library.column.class"),
        words.say("library.column.revision"),
        words.say("library.column.file"),
        words.say("library.column.issues"),
        words.say("library.column.do"),
    )
    cells = "".join(f'<th scope="col" role="columnheader">{escaped(label)}</th>' for label in said)
    return f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead>'


def _row(document: HeldDocument, words: Words) -> str:
    entry = document.entry
    dates = [
        words.say("library.held.revised", date=entry.revised) if entry.revised else "",
        words.say("library.held.adopted", date=entry.adopted) if entry.adopted else "",
        "" if entry.current else words.say("library.held.not_current"),
    ]
    cells = (
        (words.say("library.column.revision"), _lines(dates) or escaped(words.say("library.held.undated"))),
        (words.say("library.column.file"), _file(document, words)),
        (words.say("library.column.issues"), issues_html(entry.spec_id, entry.issues, words)),
        (words.say("library.column.do"), _buttons(document, words)),
    )
    rest = "".join(f'<td role="cell" data-label="{escaped(label)}">{content}</td>' for label, content in cells)
    return f'<tr role="row" data-spec="{escaped(entry.spec_id)}">{_title(document, words)}{rest}</tr>'


def _title(document: HeldDocument, words: Words) -> str:
    entry = document.entry
    classes = words.count("library.held.series", len(entry.members)) if entry.members else ""
    beside = [
        words.say("library.held.code", code=entry.code) if entry.code else "",
        entry.agency or words.say("library.held.no_agency"),
        classes,
    ]
    link = f'<a href="{escaped(spec_path(entry.spec_id, words))}">{escaped(document.title)}</a>'
    return f'<th scope="row" role="rowheader">{link}{_lines(beside)}</th>'


def _file(document: HeldDocument, words: Words) -> str:
    reading = document.reading
    said = [] if document.is_added else [words.say("library.held.outside")]
    if not document.is_there:
        said.append(words.say("library.held.vanished"))
    if reading is not None:
        said.append(words.say("library.held.format", format=reading.format.upper(), version=reading.reader_version))
        when = f"{reading.read_at:%Y-%m-%d %H:%M} UTC" if reading.read_at else ""
        said.append(words.say("library.held.read", when=when) if when else words.say("library.held.read_earlier"))
    return f'<span class="file">{escaped(document.name)}</span>{_lines(said)}'


def issues_html(spec_id: str, issues: Sequence[Issue], words: Words) -> str:
    """How many issues there are, and folded away each with the place that it is about."""
    if not issues:
        return f'<span class="hint">{escaped(words.say("library.issues.none"))}</span>'
    listed = "".join(f"<li>{issue_html(spec_id, issue, words)}</li>" for issue in issues)
    label = escaped(words.count("library.issues.count", len(issues)))
    return f"<details><summary>{label}</summary><ul>{listed}</ul></details>"


def issue_html(spec_id: str, issue: Issue, words: Words) -> str:
    """What an issue says, and where the document has a place for it, a link that opens it."""
    said = escaped(issue.message)
    if issue.start is None or issue.end is None:
        return said
    where = escaped(words.say("library.issues.place"))
    says = words.say("library.issues.place_of", issue=issue.message)
    return f"{said} {source_link(where, spec_id, issue.start, issue.end, words, says=says)}"


def _buttons(document: HeldDocument, words: Words) -> str:
    title = document.title
    again = _button("again", words.say("library.again"), words.say("library.again_of", title=title))
    replace = _button("replace", words.say("library.replace"), words.say("library.replace_of", title=title))
    return f'<div class="buttons">{again}{replace if document.is_added else ""}{_remove(document, words)}</div>'


def _button(does: str, label: str, says: str) -> str:
    return f'<button type="button" data-do="{does}" aria-label="{escaped(says)}">{escaped(label)}</button>'


def _remove(document: HeldDocument, words: Words) -> str:
    classes = len(document.entry.members)
    what = [
        words.count("library.remove.classes", classes) if classes else words.say("library.remove.what"),
        words.say("library.remove.added") if document.is_added else words.say("library.remove.outside"),
    ]
    said = {
        "aria-label": words.say("library.remove_of", title=document.title),
        "data-asked": words.say("library.remove.asked", title=document.title),
        "data-what": " ".join(what),
        "data-confirm": words.say("library.remove.confirm"),
    }
    attributes = " ".join(f'{name}="{escaped(value)}"' for name, value in said.items())
    return f'<button type="button" data-do="remove" {attributes}>{escaped(words.say("library.remove.button"))}</button>'


def _lines(said: Sequence[str]) -> str:
    return "".join(f'<span class="beside-it">{escaped(line)}</span>' for line in said if line)


def _turning(first: int, shown: int, found: int, words: Words) -> str:
    """The buttons to the pages before and after; nothing where one page has all."""
    if shown == found:
        return ""
    where = escaped(words.say("library.held.page", first=first + 1, last=first + shown, found=found))
    before = _turn(first - ROWS_A_PAGE, words.say("library.held.before"), is_there=first > 0)
    after = _turn(first + ROWS_A_PAGE, words.say("library.held.after"), is_there=first + shown < found)
    return f'<div class="turning">{before}<span>{where}</span>{after}</div>'


def _turn(first: int, label: str, *, is_there: bool) -> str:
    state = f'data-do="turn" data-from="{first}"' if is_there else "disabled"
    return f'<button type="button" {state}>{escaped(label)}</button>'
