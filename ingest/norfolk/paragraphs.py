"""Where lines belong together, and where words stand without the white space around them."""

from ingest.source_text import Line


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A place without the white space at its ends."""
    content = text[start:end]
    bare = content.strip(" \t\r\n\f\v\xa0\ufeff")
    lead = content.find(bare) if bare else 0
    return start + lead, start + lead + len(bare)


def same_paragraph(text: str, above: Line, below: Line) -> bool:
    """Whether no empty line lies between two lines."""
    gap = text[above.end : below.start]
    return gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") == 1
