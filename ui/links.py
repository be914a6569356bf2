"""The page's addresses: each says again what it shows, so it opens the same after a restart."""

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote, urlencode

from ui.words import Words


def source_path(spec_id: str, start: int, end: int, words: Words) -> str:
    """Where a passage of a spec is shown, marked: the source at ``[start, end)``, a page of its own without scripts."""
    return f"/source/{quote(spec_id, safe='')}?{urlencode(_with_language({'start': start, 'end': end}, words))}"


def source_link(label: str, spec_id: str, start: int, end: int, words: Words, *, says: str) -> str:
    """A link, as HTML, that opens a passage beside what is read; ``label`` is HTML, ``says`` is read out."""
    href = escape(source_path(spec_id, start, end, words), quote=True)
    return f'<a class="marker" data-source href="{href}" aria-label="{escape(says, quote=True)}">{label}</a>'


def spec_path(spec_id: str, words: Words) -> str:
    """Where a spec is shown on the page's Spec tab."""
    return f"{words.path}?{urlencode({'tab': 'spec', 'spec': spec_id})}"


def ask_path(questions: Sequence[str], classes: Iterable[str], words: Words) -> str:
    """Where a conversation is asked again, about these classes: its questions in order."""
    asked = [("ask", question) for question in questions] + [("class", spec_id) for spec_id in classes]
    return f"{words.path}?{urlencode(asked)}"


def tab_path(tab: str, parameters: Sequence[tuple[str, str]], words: Words) -> str:
    """Where a tab is opened with what was chosen there."""
    return f"{words.path}?{urlencode([('tab', tab), *parameters])}"


def _with_language(parameters: dict[str, object], words: Words) -> dict[str, object]:
    return parameters if words.language == "en" else {**parameters, "lang": words.language}
