"""The name of a file that is downloaded: it says what is in it, and is safe on every machine."""

import re
import unicodedata

_MOST_LETTERS = 70


def file_name(said: str, ending: str, words_without_letters: str) -> str:
    """``rolebook-`` and the words said in small Latin letters, digits and hyphens, cut at 70; ``ending`` has no dot.

    ``words_without_letters`` stand in for words that have no such letter.
    """
    plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    cut = words if len(words) <= _MOST_LETTERS else words[: _MOST_LETTERS + 1].rpartition("-")[0]
    return f"rolebook-{cut or words[:_MOST_LETTERS] or words_without_letters}.{ending}"
