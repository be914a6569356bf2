"""The feedback that was sent, for staff to read and erase."""

from collections.abc import Sequence

from ui.feedback import KeptFeedback
from ui.html import escaped, paragraph
from ui.links import ask_path
from ui.words import Words

_MOST_SHOWN = 50


def feedback_html(kept: Sequence[KeptFeedback], words: Words) -> str:
    """What people sent, the newest first; ``kept`` begins with the oldest."""
    if not kept:
        return paragraph("hint", words.say("library.feedback.none"))
    shown = kept[::-1][:_MOST_SHOWN]
    said = words.count("library.feedback.count", len(kept))
    rest = paragraph("hint", words.say("library.feedback.newest", shown=len(shown))) if len(shown) < len(kept) else ""
    listed = "".join(f"<li>{_one(each, words)}</li>" for each in shown)
    return f'<p class="hint" data-count-feedback>{escaped(said)}</p>{rest}<ul class="feedback">{listed}</ul>'


def _one(kept: KeptFeedback, words: Words) -> str:
    sent = kept.feedback
    verdict = words.say("library.feedback.up") if sent.verdict == "up" else words.say("library.feedback.down")
    reason = {
        "wrong_value": words.say("library.feedback.wrong_value"),
        "wrong_source": words.say("library.feedback.wrong_source"),
        "missing": words.say("library.feedback.missing"),
        None: "",
    }[sent.reason]
    about = " · ".join(part for part in (f"{kept.time:%Y-%m-%d %H:%M} UTC", verdict, reason) if part)
    ask = f'<a href="{escaped(ask_path([sent.question], sent.classes, words))}">{escaped(sent.question)}</a>'
    comment = paragraph("comment", sent.comment) if sent.comment else ""
    answer = (
        f"<details><summary>{escaped(words.say('library.feedback.answer'))}</summary>"
        f"{paragraph('comment', sent.answer_text)}</details>"
        if sent.answer_text
        else ""
    )
    return f'<p class="beside-it">{escaped(about)}</p><p>{ask}</p>{comment}{answer}{_erase(kept, words)}'


def _erase(kept: KeptFeedback, words: Words) -> str:
    attributes = {
        "data-feedback": kept.id,
        "aria-label": words.say("library.feedback.erase_of", question=kept.feedback.question),
        "data-asked": words.say("library.feedback.asked"),
        "data-what": words.say("library.feedback.what", question=kept.feedback.question),
        "data-confirm": words.say("library.feedback.confirm"),
    }
    said = " ".join(f'{name}="{escaped(value)}"' for name, value in attributes.items())
    return f'<button type="button" data-do="erase" {said}>{escaped(words.say("library.feedback.erase"))}</button>'
