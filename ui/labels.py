"""Where a citation stands, for a person, and text made safe for a terminal."""

from assistant.answer import Citation
from assistant.wording import section_name

# A spec or a question is data: a control character in it must not move a terminal's cursor or recolour its text.
_CONTROL_CHARACTERS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}

# A carriage return before a line feed is only the file's way of ending lines.
_CRLF = "\r\n"


def place_label(citation: Citation) -> str:
    """Where in the class spec a citation stands: its section, and its page where the document says."""
    page = f" · page {citation.page}" if citation.page is not None else ""
    return section_name(citation.section) + page


def printable(text: str) -> str:
    """The text with every control character but tab and line feed replaced by U+FFFD."""
    return text.replace(_CRLF, "\n").translate(_CONTROL_CHARACTERS)
