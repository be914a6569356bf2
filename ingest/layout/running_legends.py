"""Legends out of running words: each code with all that is said of it as the cell of one row."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.layout.rows import Row
from ingest.layout.running import Stream

# Words in capitals as short as this may be an acronym that a meaning has.
_HEAD_LETTERS = 5


def first_marker(stream: Stream) -> int:
    """The number of the first word that is the code of a legend, or how many words there are."""
    return next((at for at in range(len(stream.words)) if stream.is_marker(at)), len(stream.words))


def legend_rows(stream: Stream, start: int, end: int) -> list[Row]:
    """The words from one number to before another: a legend as one row, what stands alone below it as prose."""
    marks = [at for at in range(start, end) if stream.is_marker(at)]
    if not marks:
        return list(stream.prose(start, end))
    last = _end_of_meaning(stream, marks, end) or next(
        (at for at in range(marks[-1] + 1, end) if _begins_prose(stream, marks[-1], at)), end
    )
    row = Row(tuple(stream.cell(first, after) for first, after in pairwise([*marks, last])))
    return [row, Row(()), *stream.prose(last, end)]


def _end_of_meaning(stream: Stream, marks: Sequence[int], end: int) -> int | None:
    """Where the meaning of the last code ends, if it begins with the word that all the others' begin with; else None.

    It is one sentence of the paragraph, and the number of the word behind it is what comes back.
    """
    begun = [{word.plain for word in stream.words[at + 1 : after] if word.is_capital} for at, after in pairwise(marks)]
    shared = set.intersection(*begun) - {"="} if begun else set()
    first = next((at for at in range(marks[-1] + 1, end) if stream.words[at].plain in shared), None)
    if first is None:
        return None
    for at in range(first + 1, end):
        word, above = stream.words[at], stream.words[at - 1]
        if word.follows_gap or word.follows_break or (above.ends_sentence and word.is_capital):
            return at if above.ends_sentence else None
    return end if stream.words[end - 1].ends_sentence else None


def rows_before(stream: Stream, end: int) -> list[Row]:
    """What stands before a table: its legend, and prose."""
    start = first_marker(Stream(stream.text, stream.block, stream.words[:end]))
    return [*stream.prose(0, start), *legend_rows(stream, start, end)]


def _is_head(stream: Stream, mark: int, at: int) -> bool:
    """Whether a word is in capitals behind a legend that is not: a column head of the table below, misread."""
    word = stream.words[at].plain
    return len(word) >= _HEAD_LETTERS and word.isupper() and not stream.said(mark + 1, at).isupper() and at > mark + 1


def _begins_prose(stream: Stream, mark: int, at: int) -> bool:
    """Whether the words after a legend's last code are no more its meaning: a number, or the start of a sentence."""
    word = stream.words[at]
    if (word.follows_gap and not word.follows_break) or _is_head(stream, mark, at):
        return True
    goes_on = at + 1 < len(stream.words) and stream.words[at + 1].plain[:1].islower()
    is_first = at <= mark + 1 or all(one.plain == "=" for one in stream.words[mark + 1 : at])
    return not is_first and (word.plain.strip("$")[:1].isdigit() or (word.is_capital and goes_on))
