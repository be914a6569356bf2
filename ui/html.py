"""Words as HTML: whatever a spec, a file's name or a person says is data, and is shown as it stands."""

import re
from html import escape

# NUL, and half of a character that is written in two.
_UNSHOWN = re.compile("[\0\ud800-\udfff]")


def escaped(words: str) -> str:
    """Words as HTML text or an attribute's value. What cannot stand in HTML or be sent is shown as U+FFFD."""
    return escape(_UNSHOWN.sub("\ufffd", words), quote=True)


def shortened(words: str, limit: int) -> str:
    """At most ``limit`` characters of the words as HTML text, with an ellipsis where they are cut."""
    return escaped(words if len(words) <= limit else words[: limit - 1] + "…")


def paragraph(name: str, words: str) -> str:
    """A paragraph of a class of paragraphs."""
    return f'<p class="{name}">{escaped(words)}</p>'
