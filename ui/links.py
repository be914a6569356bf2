"""The page's addresses: each says again what it shows, so it opens the same after a restart."""

import hashlib
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote as url_quote
from urllib.parse import urlencode

from ui.words import Words

_DIGEST_DIGITS = 12


def source_path(spec_id: str, start: int, end: int, words: Words, *, quote: str | None = None) -> str:
    """Where a passage of a spec is shown, marked: the source at ``[start, end)``, a page of its own without scripts.

    With the words that were quoted from there, no others are shown once the file has changed.
    """
    cited: dict[str, object] = {"start": start, "end": end}
    if quote is not None:
        cited["digest"] = digest_of(quote)
    return f"/source/{url_quote(spec_id, safe='')}?{urlencode(_with_language(cited, words))}"


def digest_of(quote: str) -> str:
    """What tells quoted words from others: the beginning of their SHA-256."""
    return hashlib.sha256(quote.encode(errors="surrogatepass")).hexdigest()[:_DIGEST_DIGITS]


def source_link(
    label: str, spec_id: str, start: int, end: int, words: Words, *, says: str, quote: str | None = None
) -> str:
    """A link, as HTML, that opens a passage beside what is read; ``label`` is HTML, ``says`` is read out."""
    href = escape(source_path(spec_id, start, end, words, quote=quote), quote=True)
    return f'<a class="marker" data-source href="{href}" aria-label="{escape(says, quote=True)}">{label}</a>'


def spec_path(spec_id: str, words: Words) -> str:
    """Where a spec is shown on the page's Spec tab."""
    return f"{words.path}?{urlencode({'tab': 'spec', 'spec': spec_id})}"


def ask_path(questions: Sequence[str], classes: Iterable[str], words: Words) -> str:
    """Where a conversation is asked again, about these classes: its questions in order."""
    asked = [("ask", question) for question in questions] + [("class", spec_id) for spec_id in classes]
    return f"{words.path}?{urlencode(asked, errors='replace')}"


def tab_path(tab: str, parameters: Sequence[tuple[str, str]], words: Words) -> str:
    """Where a tab is opened with what was chosen there."""
    return f"{words.path}?{urlencode([('tab', tab), *parameters])}"


def _with_language(parameters: dict[str, object], words: Words) -> dict[str, object]:
    return parameters if words.language == "en" else {**parameters, "lang": words.language}
