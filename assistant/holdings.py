"""What is held, as answers need it: the current classes, what each is called, and what it says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from assistant.draft import Subject
from assistant.verify import by_first_word
from index import HeldSpec, Library, Remembered, SpecEntry, without_own_series
from ingest.model import Form

# Words of one stem are found together, and one spelled otherwise may be among the best.
_PASSAGES_WITH_A_WORD = 50


class Holdings:
    """One generation of a library, as one question sees it."""

    def __init__(self, library: Library) -> None:
        """Only the entries are read; specs are fetched as they are asked for."""
        self.library = library
        self._state = library.as_it_is()
        self.entries = self._state.once(_entries)

    @cached_property
    def classes(self) -> tuple[SpecEntry, ...]:
        """The classes that the library describes: a series document is none beside its members, nor an old revision."""
        return self._state.once(_classes)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each class is called, by spec id: its title, with the agency in brackets where two hold the same."""
        return self._state.once(_titles)

    @cached_property
    def names(self) -> Mapping[str, Sequence[str]]:
        """The titles, codes and file names of everything held, by their first word."""
        return self._state.once(_names)

    def titles_of(self, entries: Iterable[SpecEntry]) -> list[str]:
        """What some classes are called, each title once."""
        return list(dict.fromkeys(self.titles[entry.spec_id] for entry in entries))

    def held(self, spec_id: str) -> HeldSpec:
        """A spec with everything that was read of it."""
        return self._state.held(spec_id)

    def subject(self, spec_id: str) -> Subject:
        """A class as answers speak of it."""
        return Subject(self.held(spec_id), self.titles[spec_id])

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
        for entry in entries:
            if entry.form is Form.NORFOLK:
                yield from self._state.own_rows.get(entry.spec_id, ())

    def has_word(self, word: str) -> bool:
        """Whether a word, in lower case, stands in one of the passages found by it, so spelled."""
        found = self.library.lexical(word, limit=_PASSAGES_WITH_A_WORD)
        return any(re.search(rf"\b{re.escape(word)}\b", hit.passage.embedded_text, re.IGNORECASE) for hit in found)


def _entries(state: Remembered) -> tuple[SpecEntry, ...]:
    return tuple(state.entries.values())


def _classes(state: Remembered) -> tuple[SpecEntry, ...]:
    return without_own_series(entry for entry in state.entries.values() if entry.current)


def _titles(state: Remembered) -> dict[str, str]:
    plain = {spec_id: entry.title or file_name(entry) for spec_id, entry in state.entries.items()}
    agencies = {(plain[spec_id], entry.agency) for spec_id, entry in state.entries.items()}
    holders = Counter(title for title, _ in agencies)
    return {
        spec_id: f"{plain[spec_id]} ({entry.agency})"
        if holders[plain[spec_id]] > 1 and entry.agency
        else plain[spec_id]
        for spec_id, entry in state.entries.items()
    }


def _names(state: Remembered) -> Mapping[str, Sequence[str]]:
    names = {name for entry in state.entries.values() for name in (entry.code or "", file_name(entry))}
    return by_first_word({*names, *state.once(_titles).values()})


def file_name(entry: SpecEntry) -> str:
    """The name of the file that a spec was read from."""
    return entry.path.replace("\\", "/").rpartition("/")[2]
