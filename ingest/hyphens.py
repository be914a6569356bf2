"""Words that the end of a line parts, and what stands between them once the lines are one."""

import re

from ingest.spelling import is_english

SOFT_HYPHEN = "\u00ad"
_STROKE = "/"
_HYPHENS = "-\u2010"
_PARTED = re.compile(rf"[^\W_][{_HYPHENS}{_STROKE}]\Z")
_LAST_LETTERS = re.compile(r"[^\W\d_]+(?=.\Z)")
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_LETTERS = 60
# "two- or three-person": the hyphen stands for a word to come.
_AFTER_HANGING_HYPHEN = ("and", "or", "nor", "to", "through")
# Prefixes that are written with a hyphen, so that one at a line's end may be the word's own.
_PREFIXES = frozenset(
    {"anti", "bi", "co", "de", "e", "ex", "inter", "intra", "mid", "mini", "multi", "non", "over", "post", "pre",
     "pro", "re", "self", "semi", "sub", "super", "tri", "under"}
)  # fmt: skip


def between_lines(above: str, below: str) -> tuple[int, str]:
    """What makes one text of the words of two lines.

    Returns:
        How many letters at the end of ``above`` only the end of the line put there (0 or 1), and what stands between:
        a space, or nothing where a word goes on.
    """
    if above.endswith(SOFT_HYPHEN):
        return 1, ""
    said = above[-_MOST_LETTERS:]
    following = _FIRST_LETTERS.match(below)
    if _PARTED.search(said) is None or not below[:1].isalnum():
        return 0, " "
    if above[-1] == _STROKE or following is None:
        return 0, ""
    if following[0] in _AFTER_HANGING_HYPHEN:
        return 0, " "
    last = _LAST_LETTERS.search(said)
    return int(last is not None and _is_one_word(last[0], following[0])), ""


def _is_one_word(first: str, second: str) -> bool:
    """Whether a hyphen between two parts of a word is there only because the line ended: they are no words alone."""
    if not second.islower() or len(first) == 1 or first.casefold() in _PREFIXES:
        return False
    bare = first.casefold()
    return is_english(bare + second) and not (is_english(bare) and is_english(second))
