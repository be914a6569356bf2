"""Sentences of a text, with their places."""

from syntok import segmenter


def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The ``(start, end)`` of each sentence in ``text[start:end]``, without the white space between them."""
    found = []
    for paragraph in segmenter.analyze(text[start:end]):
        for sentence in paragraph:
            last = sentence[-1]
            found.append((start + sentence[0].offset, start + last.offset + len(last.value)))
    return tuple(found)
