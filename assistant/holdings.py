"""What is held, as answers need it: the current classes, what each is called, and what it says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from assistant.draft import Subject, section_of
from index import Library, SpecEntry, without_own_series
from ingest.form import SECTION_BY_KEY
from ingest.model import Form


class Holdings:
    """One generation of a library, as one question sees it."""

    def __init__(self, library: Library) -> None:
        """Only the entries are read; specs are fetched as they are asked for."""
        self.library = library
        self.entries = library.entries()

    @cached_property
    def classes(self) -> tuple[SpecEntry, ...]:
        """The classes that the library describes: a series document is none beside its members, nor an old revision."""
        return without_own_series(entry for entry in self.entries if entry.current)

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each class is called, by spec id: its title, with the agency in brackets where two hold the same."""
        plain = {entry.spec_id: entry.title or file_name(entry) for entry in self.entries}
        agencies = {(plain[entry.spec_id], entry.agency) for entry in self.entries}
        holders = Counter(title for title, _ in agencies)
        return {
            entry.spec_id: f"{plain[entry.spec_id]} ({entry.agency})"
            if holders[plain[entry.spec_id]] > 1 and entry.agency
            else plain[entry.spec_id]
            for entry in self.entries
        }

    def titles_of(self, entries: Iterable[SpecEntry]) -> list[str]:
        """What some classes are called, each title once."""
        return list(dict.fromkeys(self.titles[entry.spec_id] for entry in entries))

    def subject(self, spec_id: str) -> Subject:
        """A class as answers speak of it."""
        return Subject(self.library.held(spec_id), self.titles[spec_id])

    def subjects(self, entries: Iterable[SpecEntry]) -> list[Subject]:
        """Several classes as answers speak of them."""
        return [self.subject(entry.spec_id) for entry in entries]

    def revisions(self, entry: SpecEntry) -> tuple[SpecEntry, ...]:
        """All revisions held of a class, the oldest first; copies of the same bytes are none."""
        newest = entry.superseded_by or entry.spec_id
        of_class = (one for one in self.entries if newest in (one.spec_id, one.superseded_by))
        by_bytes = {one.sha256: one for one in sorted(of_class, key=lambda one: (one.current, one.path))}
        return tuple(sorted(by_bytes.values(), key=lambda one: (one.revision or "", one.current)))

    def own_fields(self, entries: Sequence[SpecEntry]) -> Iterator[str]:
        """The field paths of the rows that these classes have and the form does not name."""
        for entry in (entry for entry in entries if entry.form is Form.NORFOLK):
            for fact in self.library.held(entry.spec_id).spec.facts:
                form = SECTION_BY_KEY.get(section_of(fact.field))
                named = {field.key for field in form.fields} if form else set()
                if named and "." in fact.field and fact.field.partition(".")[2] not in named:
                    yield fact.field


def file_name(entry: SpecEntry) -> str:
    """The name of the file that a spec was read from."""
    return entry.path.replace("\\", "/").rpartition("/")[2]
