"""An answer as plain words with its numbered sources: what a person copies into a letter. Pure."""

from collections.abc import Mapping

from assistant.answer import Answer, Citation
from assistant.wording import section_name
from ui.words import Words


def answer_words(answer: Answer, dates: Mapping[str, str], words: Words) -> str:
    """The question, the answer's text as it stands, and each source: quote, class, section, page, date and file.

    ``dates`` say how old a spec is, by its id; one without a date has none, or an empty one.
    """
    parts = [answer.question.text, answer.text]
    if answer.citations:
        sources = [_source(citation, dates.get(citation.spec_id, ""), words) for citation in answer.citations]
        parts.append("\n".join([words.say("ask.copied_sources"), *sources]))
    return "\n\n".join(parts)


def _source(citation: Citation, date: str, words: Words) -> str:
    page = words.say("ask.page", page=citation.page) if citation.page is not None else ""
    place = (citation.class_title, section_name(citation.section), page, date, citation.source)
    return f"[{citation.n}] “{' '.join(citation.quote.split())}” {', '.join(part for part in place if part)}"
