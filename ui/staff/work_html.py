"""The work at hand and the reading reports, as HTML."""

from collections.abc import Sequence

from index import Progress
from ui.html import escaped, paragraph
from ui.staff.held_html import issue_html
from ui.staff.work import Outcome, Overview, Piece
from ui.words import Words


def work_html(overview: Overview, words: Words) -> str:
    """What is being read, what waits, and what came of what was read before; says whether there is more to come."""
    is_busy = overview.at_hand is not None or bool(overview.waiting)
    reports = [_report(piece, words) for piece in overview.pieces if piece.outcomes or piece.note]
    earlier = words.count("library.report.earlier", len(reports) - 1)
    rest = f"<details><summary>{escaped(earlier)}</summary>{''.join(reports[1:])}</details>" if reports[1:] else ""
    shown = "".join(reports[:1])
    return f'<div data-busy="{"yes" if is_busy else "no"}">{_at_hand(overview, words)}{shown}{rest}</div>'


def _at_hand(overview: Overview, words: Words) -> str:
    if overview.at_hand is None:
        return ""
    others = [batch for batch in overview.waiting if batch != overview.at_hand]
    waiting = paragraph("hint", words.count("library.work.waiting", len(others))) if others else ""
    said, done, total = _said(overview.progress, words)
    length = f'max="{total}" value="{done}"' if total else ""
    return (
        f'<div class="at-hand"><p data-progress>{escaped(said)}</p>'
        f'<progress {length} aria-label="{escaped(said)}"></progress>{waiting}</div>'
    )


def _said(progress: Progress | None, words: Words) -> tuple[str, int, int]:
    """The words for how far the work is, and how much of how much is done."""
    if progress is None:
        return words.say("library.work.beginning"), 0, 0
    done, total = progress.done, progress.total
    if progress.stage == "embedding":
        return words.say("library.work.embedding", done=done, total=total), done, total
    if done == total:
        return words.say("library.work.all_read", total=total), done, total
    return words.say("library.work.reading", number=done + 1, total=total, name=progress.name), done, total


def _report(piece: Piece, words: Words) -> str:
    counts = (
        words.count("library.report.new", _number(piece, "new")),
        words.count("library.report.replaced", _number(piece, "replaced")),
        words.count("library.report.unchanged", _number(piece, "unchanged")),
        words.count("library.report.again", _number(piece, "read_again")),
        words.count("library.report.failed", _number(piece, "failed")),
    )
    note = paragraph("problem", words.say("library.report.note", note=piece.note)) if piece.note else ""
    said = ", ".join(count for count in counts if not count.startswith("0 "))
    parts = f"{note}{_refused(piece.outcomes, words)}{_read(piece.outcomes, words)}"
    return (
        '<div class="report">'
        f"<h3>{escaped(words.say('library.report.heading'))}</h3>"
        f"<p data-summary>{escaped(said)}</p>{parts}</div>"
    )


def _number(piece: Piece, became: str) -> int:
    return sum(outcome.became == became for outcome in piece.outcomes)


def _refused(outcomes: Sequence[Outcome], words: Words) -> str:
    refused = [outcome for outcome in outcomes if outcome.sentence]
    listed = "".join(
        f'<li><span class="file">{escaped(each.name)}</span>: {escaped(each.sentence or "")}</li>' for each in refused
    )
    heading = paragraph("problem", words.say("library.report.refused"))
    return f'{heading}<ul class="refused">{listed}</ul>' if refused else ""


def _read(outcomes: Sequence[Outcome], words: Words) -> str:
    rows = "".join(_row(outcome, words) for outcome in outcomes if outcome.sentence is None)
    labels = (
        words.say("library.column.class"),
        words.say("library.column.became"),
        words.say("library.column.facts"),
        words.say("library.column.issues"),
    )
    head = "".join(f'<th scope="col" role="columnheader">{escaped(label)}</th>' for label in labels)
    table = (
        f'<table class="staff-table" role="table" aria-label="{escaped(words.say("library.report.heading"))}">'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )
    return table if rows else ""


def _row(outcome: Outcome, words: Words) -> str:
    became = {
        "new": words.say("library.became.new"),
        "replaced": words.say("library.became.replaced"),
        "unchanged": words.say("library.became.unchanged"),
        "read_again": words.say("library.became.read_again"),
    }[outcome.became]
    reading = outcome.reading
    if reading is None:
        facts, issues, title = escaped(words.say("library.report.gone")), "", outcome.name
    else:
        title = reading.title
        facts = escaped(
            words.say(
                "library.report.facts",
                read=reading.read,
                blank=reading.blank,
                illegible=reading.illegible,
                repaired=reading.repaired,
            )
        )
        issues = "".join(f"<li>{issue_html(outcome.spec_id or '', issue, words)}</li>" for issue in reading.issues)
        issues = f"<ul>{issues}</ul>" if issues else escaped(words.say("library.issues.none"))
    cells = (
        (words.say("library.column.became"), escaped(became)),
        (words.say("library.column.facts"), facts),
        (words.say("library.column.issues"), issues),
    )
    rest = "".join(f'<td role="cell" data-label="{escaped(label)}">{content}</td>' for label, content in cells)
    file = f'<span class="beside-it file">{escaped(outcome.name)}</span>'
    return f'<tr role="row"><th scope="row" role="rowheader">{escaped(title)}{file}</th>{rest}</tr>'
