"""Where codes stand in running words, and how a table writes them: as letters, as small letters, as their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.folding import latin_text, skeleton
from ingest.form import CODE_WORDS, NOT_APPLICABLE, SECTION_BY_KEY, CodeKind
from ingest.layout.running import Stream
from ingest.norfolk.codes import codes_and_words

_TWO_CODES = re.compile(r"[^\W\d_]{1,2}/[^\W\d_]{1,2}")
_UNREADABLE = "?#*"
_ONE_LETTER_WORDS = "AI"
_AROUND_CODES = ".,;:()[]_"
_MOST_CODE_WORDS = 6


@dataclass(frozen=True)
class RunningCodes:
    """The codes in the words of one table; what small letters and words may be one depends on how it writes them."""

    stream: Stream
    kind: CodeKind
    in_small_letters: bool = False
    in_words: bool = False

    @classmethod
    def of(cls, stream: Stream, behind: Sequence[int]) -> "RunningCodes":
        """The codes as the table writes them behind most of its labels, whose ends are given."""
        kind = SECTION_BY_KEY[stream.block.key].codes or CodeKind.FREQUENCY
        capitals, small, words = (
            cls(stream, kind, in_small_letters=way == "small", in_words=way == "words")
            for way in ("", "small", "words")
        )
        count = sum(capitals.end(at) > at for at in behind)
        ways = ((sum(way.end(at) > at for at in behind), way) for way in (small, words))
        more, way = max(ways, key=lambda one: one[0])
        return way if more > 2 * count else capitals

    @property
    def has_descriptions(self) -> bool:
        """Whether the form has a column of descriptions behind the codes."""
        heads = SECTION_BY_KEY[self.stream.block.key].column_heads
        return any(head.endswith("DESCRIPTION") for head in heads)

    @cached_property
    def _known(self) -> frozenset[str]:
        return codes_and_words(self.stream.text, self.stream.block.lines, self.kind)

    def is_code(self, at: int) -> bool:
        """Whether a code begins with a word."""
        return self.end(at) > at

    def end(self, at: int) -> int:
        """The number of the word behind the code that begins with a word; that word's own where none does."""
        if at >= len(self.stream.words):
            return at
        if self._is_letters(at):
            return at + 1
        return self._end_of_words(at) if self.in_words else at

    def _is_letters(self, at: int) -> bool:
        """Whether a word can be nothing but what stands in a column of codes."""
        word = self.stream.words[at]
        if self.stream.is_marker(at):
            return False
        said = word.plain.strip(_AROUND_CODES)
        if said and said in _UNREADABLE:
            return True
        if _TWO_CODES.fullmatch(said):
            return said.casefold() != NOT_APPLICABLE
        letters = latin_text(said).upper().replace("0", "O")
        if letters in CODE_WORDS[self.kind] or letters in self.stream.codes:
            return said.isupper() or said == "0" or word.ends_line or self.in_small_letters
        follows = at + 1 == len(self.stream.words) or self.stream.words[at + 1].begins_words
        return len(said) == 1 and said.isupper() and said not in _ONE_LETTER_WORDS and follows

    def _end_of_words(self, at: int) -> int:
        """Where the longest run of words ends that is the word for a code."""
        found, said = at, ""
        for end in range(at, min(len(self.stream.words), at + _MOST_CODE_WORDS)):
            said += skeleton(self.stream.words[end].text)
            if len(said) > 1 and said in self._known:
                found = end + 1
        return found
