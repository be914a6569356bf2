"""One answer as HTML: its text, its sources, what can be done next where it is none, and what can be done with it."""

import json
from collections.abc import Sequence
from urllib.parse import urlsplit

from assistant.answer import Answer, Citation, Outcome, Reason
from assistant.wording import section_name
from ui.ask.answer_beside import Beside
from ui.ask.answer_lines import citation_says, text_html
from ui.ask.answer_words import answer_words
from ui.html import escaped, paragraph, shortened
from ui.links import ask_path, source_link, spec_path, tab_path
from ui.words import Words

_OPEN_AT_ONCE = 3
_GIST_SHOWN = 160
_REASONS_OF_FEEDBACK = ("wrong_value", "wrong_source", "missing")
_FORMATS = ("docx", "pdf", "md")
# Drawn here: not every machine has a font with thumbs.
_THUMB = (
    '<svg aria-hidden="true" viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" '
    'stroke-width="2" stroke-linejoin="round"><path d="M7 10v11H3V10zM7 10l4-8c2 0 3 1 3 3v4h6c1 0 2 1 2 2l-2 8'
    'c0 1-1 2-2 2H7"/></svg>'
)


def answer_html(
    answer: Answer, asked_again: Sequence[str], classes: Sequence[str], beside: Beside, words: Words
) -> str:
    """An answer, escaped throughout.

    Args:
        answer: what is shown.
        asked_again: the questions that, asked in this order, give the answer again.
        classes: the ids of the specs selected for them.
        beside: what the library says beside it.
        words: the page's own words.
    """
    label = words.say(f"ask.outcome.{answer.outcome.value}")
    lang = "" if words.language == "en" else ' lang="en"'
    remark = paragraph("remark", answer.remark) if answer.remark else ""
    return (
        f'<div class="answer {answer.outcome.value}" tabindex="-1"><span class="who">{escaped(label)}</span>'
        f'<div class="words"{lang}>{text_html(answer, beside.meanings, words)}</div>{remark}'
        f"{_choices(answer, classes, beside, words)}{_next_steps(answer, beside, words)}"
        f"{_sources(answer, beside, words)}{_actions(answer, asked_again, classes, beside, words)}</div>"
    )


def _choices(answer: Answer, classes: Sequence[str], beside: Beside, words: Words) -> str:
    """A button for each class that may be meant: it asks the same question about that class."""
    buttons = "".join(
        f'<button type="button" data-ask="{escaped(answer.question.text)}" '
        f'data-about="{escaped(candidate.spec_id)}" data-classes="{escaped(json.dumps(list(classes)))}">'
        f"{escaped(candidate.label)}</button>"
        for candidate in beside.candidates
    )
    if not buttons:
        return ""
    others = len(answer.classes) > len(beside.candidates)
    remark = paragraph("remark", words.say("ask.other_candidates")) if others else ""
    label = escaped(words.say("ask.candidates"))
    return f'<div class="choices" role="group" aria-label="{label}">{buttons}</div>{remark}'


def _next_steps(answer: Answer, beside: Beside, words: Words) -> str:
    """What a person can do where a question is not answered."""
    if answer.outcome is not Outcome.ABSTAINED or answer.reason is None:
        return ""
    said = escaped(words.say(f"ask.next_step.{answer.reason.value}"))
    if answer.reason is Reason.NO_SUCH_CLASS:
        links = [(tab_path("find", [], words), words.say("ask.open_find"))]
    else:
        links = [
            (spec_path(spec_id, words), words.say("ask.open_spec", title=title)) for spec_id, title in beside.specs
        ]
    shown = "".join(f' <a href="{escaped(path)}">{escaped(label)}</a>' for path, label in links)
    return f'<p class="next">{said}{shown}</p>'


def _sources(answer: Answer, beside: Beside, words: Words) -> str:
    """The list of what the answer cites, open where it is short."""
    if not answer.citations:
        return ""
    items = "".join(_source(citation, beside, words) for citation in answer.citations)
    is_open = " open" if len(answer.citations) <= _OPEN_AT_ONCE else ""
    summary = escaped(words.count("ask.sources", len(answer.citations)))
    return f'<details class="sources"{is_open}><summary>{summary}</summary><ul>{items}</ul></details>'


def _source(citation: Citation, beside: Beside, words: Words) -> str:
    place = [citation.class_title, section_name(citation.section)]
    if citation.page is not None:
        place.append(words.say("ask.page", page=citation.page))
    label = f"[{citation.n}] {escaped(' · '.join(place))}"
    says = citation_says(citation, words)
    link = source_link(label, citation.spec_id, citation.start, citation.end, words, says=says, quote=citation.quote)
    date = _date(citation.spec_id, beside, words)
    gist = shortened(" ".join(citation.quote.split()), _GIST_SHOWN)
    lang = "" if words.language == "en" else ' lang="en"'
    about = " · ".join(part for part in (date, citation.source) if part)
    return f'<li>{link} <span class="about">{escaped(about)}</span><q{lang}>{gist}</q></li>'


def _date(spec_id: str, beside: Beside, words: Words) -> str:
    if spec_id in beside.revised:
        return words.say("ask.revised", date=beside.revised[spec_id])
    return words.say("ask.adopted", date=beside.adopted[spec_id]) if spec_id in beside.adopted else ""


def _actions(answer: Answer, asked_again: Sequence[str], classes: Sequence[str], beside: Beside, words: Words) -> str:
    """What can be done with the answer: copied, linked to, taken away as a file, judged."""
    if answer.outcome is Outcome.CLARIFY:
        return ""
    path = ask_path(asked_again, classes, words)
    query = urlsplit(path).query + ("" if words.language == "en" else f"&lang={words.language}")
    copied = answer_words(answer, {spec_id: _date(spec_id, beside, words) for spec_id in _cited(answer)}, words)
    files = "".join(
        f'<a href="{escaped(f"/download/answer.{kind}?{query}")}" download>'
        f"{escaped(words.say(f'ask.download.{kind}'))}</a>"
        for kind in _FORMATS
    )
    return (
        '<div class="actions">'
        f'<button type="button" data-copy="{escaped(copied)}">{escaped(words.say("ask.copy"))}</button>'
        f'<button type="button" data-link="{escaped(path)}">{escaped(words.say("ask.link"))}</button>'
        f'<details class="download"><summary>{escaped(words.say("ask.download.name"))}</summary><div>{files}</div>'
        f"</details>{_verdicts(words)}</div>"
    )


def _cited(answer: Answer) -> dict[str, None]:
    return dict.fromkeys(citation.spec_id for citation in answer.citations)


def _verdicts(words: Words) -> str:
    """The two thumbs, and the form that the second one opens."""
    thumbs = "".join(
        f'<button type="button" class="thumb" data-verdict="{verdict}" aria-label="{escaped(name)}" '
        f'title="{escaped(name)}"{expanded}>{_THUMB}</button>'
        for verdict, name, expanded in (
            ("up", words.say("ask.feedback.up"), ""),
            ("down", words.say("ask.feedback.down"), ' aria-expanded="false"'),
        )
    )
    reasons = "".join(
        f'<label><input type="radio" name="reason" value="{reason}"> '
        f"{escaped(words.say(f'ask.feedback.{reason}'))}</label>"
        for reason in _REASONS_OF_FEEDBACK
    )
    return (
        f'{thumbs}<p class="said" role="status"></p><form class="feedback" hidden>'
        f"<fieldset><legend>{escaped(words.say('ask.feedback.reason'))}</legend>{reasons}</fieldset>"
        f"<label>{escaped(words.say('ask.feedback.comment'))}"
        '<textarea name="comment" rows="2" maxlength="2000"></textarea></label>'
        f'<button type="submit">{escaped(words.say("ask.feedback.send"))}</button></form>'
    )
