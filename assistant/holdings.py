"""What is held, as answers need it: the current classes, what each is called, and what it says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from assistant.draft import Subject, section_of
from index import HeldSpec, Library, SpecEntry, without_own_series
from ingest.form import SECTION_BY_KEY
from ingest.model import Form

# Words of one stem are found together, and one spelled otherwise may be among the best.
_PASSAGES_WITH_A_WORD = 50


class Holdings:
    """One generation of a library, as one question sees it."""

    def __init__(self, library: Library) -> None:
        """Only the entries are read; specs are fetched as they are asked for."""
        self.library = library
        self.entries = library.entries()
        self._held: dict[str, HeldSpec] = {}

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

    def held(self, spec_id: str) -> HeldSpec:
        """A spec with everything that was read of it."""
        return self._all_held([spec_id])[0]

    def fetch(self, spec_ids: Sequence[str]) -> None:
        """Have several specs at hand that will be asked for one by one."""
        self._all_held(spec_ids)

    def subject(self, spec_id: str) -> Subject:
        """A class as answers speak of it."""
        return Subject(self.held(spec_id), self.titles[spec_id])

    def subjects(self, entries: Iterable[SpecEntry]) -> list[Subject]:
        """Several classes as answers speak of them."""
        return [
            Subject(each, self.titles[each.spec_id]) for each in self._all_held([entry.spec_id for entry in entries])
        ]

    def revisions(self, entry: SpecEntry) -> tuple[SpecEntry, ...]:
        """All revisions held of a class, the oldest first; copies of the same bytes are none."""
        newest = entry.superseded_by or entry.spec_id
        of_class = (one for one in self.entries if newest in (one.spec_id, one.superseded_by))
        by_bytes = {one.sha256: one for one in sorted(of_class, key=lambda one: (one.current, one.path))}
        return tuple(sorted(by_bytes.values(), key=lambda one: (one.revision or "", one.current)))

    def own_fields(self, entries: Sequence[SpecEntry]) -> Iterator[str]:
        """The field paths of the rows that these classes have and the form does not name."""
        for held in self._all_held([entry.spec_id for entry in entries if entry.form is Form.NORFOLK]):
            for fact in held.spec.facts:
                form = SECTION_BY_KEY.get(section_of(fact.field))
                named = {field.key for field in form.fields} if form else set()
                if named and "." in fact.field and fact.field.partition(".")[2] not in named:
                    yield fact.field

    def has_word(self, word: str) -> bool:
        """Whether a word, in lower case, stands in one of the passages found by it, so spelled."""
        found = self.library.lexical(word, limit=_PASSAGES_WITH_A_WORD)
        return any(re.search(rf"\b{re.escape(word)}\b", hit.passage.embedded_text, re.IGNORECASE) for hit in found)

    def _all_held(self, spec_ids: Sequence[str]) -> list[HeldSpec]:
        """Each spec is fetched once for a question: the library looks every time whether something has changed."""
        wanted = [spec_id for spec_id in spec_ids if spec_id not in self._held]
        if wanted:
            self._held |= {each.spec_id: each for each in self.library.all_held(wanted)}
        return [self._held[spec_id] for spec_id in spec_ids]


def file_name(entry: SpecEntry) -> str:
    """The name of the file that a spec was read from."""
    return entry.path.replace("\\", "/").rpartition("/")[2]
