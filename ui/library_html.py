"""The Library tab as HTML: what a visitor sees of it, and the desk of those who are staff."""

from ingest.formats import SUFFIXES
from ui.html import escaped, paragraph
from ui.staff.door import Standing
from ui.staff.sign_in import LockedOut, WrongPassword
from ui.staff.uploads import MOST_BYTES_A_FILE
from ui.words import Words

_MEGABYTE = 1_000_000
_SECONDS_A_MINUTE = 60


def closed_html(standing: Standing, words: Words) -> str:
    """Why the tab is off, and how it is turned on."""
    return (
        f'<section class="staff-door"><h2>{escaped(words.say("library.off.heading"))}</h2>'
        f"{paragraph('why', closed_words(standing, words))}{paragraph('how', words.say('library.off.how'))}"
        f"{paragraph('else', words.say('library.visitors'))}</section>"
    )


def closed_words(standing: Standing, words: Words) -> str:
    """Why the tab is off, in one sentence."""
    if standing is Standing.OFF_PASSED_ON:
        return words.say("library.off.passed_on")
    return words.say("library.off.beyond")


def sign_in_html(words: Words) -> str:
    """The form that asks for the password; the script writes into it what was wrong with the last one."""
    return (
        f'<form class="staff-door" data-sign-in><h2>{escaped(words.say("library.sign_in.heading"))}</h2>'
        f"{paragraph('why', words.say('library.sign_in.why'))}"
        '<p class="problem" role="alert" data-refused></p>'
        f'<label for="staff-password">{escaped(words.say("library.sign_in.password"))}</label>'
        '<input type="text" name="username" value="staff" autocomplete="username" hidden>'
        '<input id="staff-password" name="password" type="password" autocomplete="current-password" required>'
        f'<button type="submit" class="main">{escaped(words.say("library.sign_in.button"))}</button>'
        f"{paragraph('else', words.say('library.visitors'))}</form>"
    )


def refused_words(refused: WrongPassword | LockedOut, words: Words) -> str:
    """Why a password was not taken."""
    if isinstance(refused, WrongPassword):
        return words.count("library.sign_in.wrong", refused.tries_left)
    return words.count("library.sign_in.locked", -(-refused.seconds // _SECONDS_A_MINUTE))


def desk_html(standing: Standing, words: Words) -> str:
    """The desk: adding, what is held, feedback and health; its parts are filled in by the script."""
    return (
        f'<div class="staff-desk" data-desk {_says(words)}>{_bar(standing, words)}'
        '<p class="unseen" role="status" data-said></p>'
        f"{_adding(words)}{_held(words)}{_part('feedback', words.say('library.feedback.heading'))}"
        f"{_part('health', words.say('library.health.heading'))}{_dialog(words)}</div>"
    )


def _says(words: Words) -> str:
    """What the script says by itself, as attributes of the desk."""
    said = {
        "sending": words.say("library.sending"),
        "sent": words.say("library.sent"),
        "unsent": words.say("library.unsent"),
        "too-large": words.say("library.too_large", most=MOST_BYTES_A_FILE // _MEGABYTE),
        "empty": words.say("library.empty"),
        "passed-over": words.say("library.passed_over"),
        "nothing": words.say("library.nothing"),
        "unreached": words.say("library.unreached"),
    }
    limits = {"most": str(MOST_BYTES_A_FILE - 1), "suffixes": " ".join(sorted(SUFFIXES))}
    attributes = {**{f"says-{name}": sentence for name, sentence in said.items()}, **limits}
    return " ".join(f'data-{name}="{escaped(value)}"' for name, value in attributes.items())


def _bar(standing: Standing, words: Words) -> str:
    if standing is Standing.AT_THIS_MACHINE:
        return paragraph("staff-bar", words.say("library.open_here"))
    leave = f'<button type="button" data-do="sign-out">{escaped(words.say("library.sign_out"))}</button>'
    return f'<div class="staff-bar"><p>{escaped(words.say("library.signed_in"))}</p>{leave}</div>'


def _adding(words: Words) -> str:
    most = MOST_BYTES_A_FILE // _MEGABYTE
    return (
        f'<section aria-labelledby="staff-add"><h2 id="staff-add">{escaped(words.say("library.add.heading"))}</h2>'
        f"{paragraph('hint', words.say('library.add.hint', most=most))}"
        f'<div class="field"><label for="staff-agency">{escaped(words.say("library.add.agency"))}</label>'
        '<input id="staff-agency" type="text" maxlength="200" autocomplete="organization" '
        'aria-describedby="staff-agency-hint">'
        f'<p class="hint" id="staff-agency-hint">{escaped(words.say("library.add.agency_hint"))}</p></div>'
        f'<div class="drop" data-drop><p>{escaped(words.say("library.add.drop"))}</p><div class="choosers">'
        f"{_chooser('files', words.say('library.add.files'), 'multiple')}"
        f"{_chooser('folder', words.say('library.add.folder'), 'webkitdirectory')}</div></div>"
        '<p class="sending" data-sending></p><ul class="refused" data-refused hidden></ul>'
        '<div data-part="work"></div></section>'
    )


def _chooser(name: str, label: str, kind: str) -> str:
    return (
        f'<label class="chooser"><input class="unseen" type="file" data-choose="{name}" {kind}>'
        f"<span>{escaped(label)}</span></label>"
    )


def _held(words: Words) -> str:
    return (
        f'<section aria-labelledby="staff-held"><h2 id="staff-held" tabindex="-1">'
        f"{escaped(words.say('library.held.heading'))}</h2>"
        f'<div class="field"><label for="staff-filter">{escaped(words.say("library.held.filter"))}</label>'
        '<input id="staff-filter" type="search" data-filter autocomplete="off"></div>'
        '<input class="unseen" type="file" data-choose="replacement" tabindex="-1" aria-hidden="true">'
        '<div data-part="held"></div></section>'
    )


def _part(name: str, heading: str) -> str:
    return (
        f'<section aria-labelledby="staff-{name}"><h2 id="staff-{name}" tabindex="-1">{escaped(heading)}</h2>'
        f'<div data-part="{name}"></div></section>'
    )


def _dialog(words: Words) -> str:
    """The dialog that asks before something is taken away: its words come with the button that opens it."""
    return (
        '<dialog class="staff-dialog" aria-labelledby="staff-asked" aria-describedby="staff-what">'
        '<h2 id="staff-asked"></h2><p id="staff-what"></p><div class="buttons">'
        f'<button type="button" data-do="cancel">{escaped(words.say("library.dialog.cancel"))}</button>'
        '<button type="button" data-do="confirm" class="danger"></button></div></dialog>'
    )
