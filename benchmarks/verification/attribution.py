"""What the text says belongs to the class, the row and the code that it is said of."""

from collections.abc import Iterator

from benchmarks.verification import exemptions, wording
from benchmarks.verification.citations import Finding
from benchmarks.verification.folding import bare_name, blanked
from benchmarks.verification.gate import Line, lines_of
from benchmarks.verification.labels import mentioned_labels, row_labels
from benchmarks.verification.statements import Answer, Shelf
from benchmarks.verification.support import supports_of


def check_attribution(answer: Answer, shelf: Shelf) -> Iterator[Finding]:
    """Yield the lines that name one class and cite another, or name one row of a table and cite another."""
    quoted, _ = wording.quotations(answer.text)
    text = blanked(answer.text, [(entry.start, entry.end) for entry in quoted])
    for line in lines_of(answer.text, supports_of(answer, shelf)):
        if line.cites:
            words = text[line.start : line.end]
            yield from _check_class(words, line, answer)
            yield from _check_rows(words, line, answer)


def _check_class(words: str, line: Line, answer: Answer) -> Iterator[Finding]:
    named: set[str] = set()
    # The longest first: "Accountant III" does not name the "Accountant".
    for name in sorted(exemptions.class_names(answer), key=lambda name: (-len(name), name)):
        spans = exemptions.name_spans(name, words, exactly=True)
        if spans:
            named.add(bare_name(name))
            words = blanked(words, spans)
    cited = {bare_name(support.citation.class_name) for support in line.supports}
    if len(named) == 1 and not named & cited:
        yield "class-name", f"a line on {named.pop()!r} cites only {sorted(cited)}"


def _check_rows(words: str, line: Line, answer: Answer) -> Iterator[Finding]:
    for name in exemptions.class_names(answer):
        words = blanked(words, exemptions.name_spans(name, words))
    for section in sorted({support.citation.section for support in line.supports}):
        rows = [support for support in line.supports if support.citation.section == section and support.row_codes]
        labels = {label for support in rows for label in row_labels(section, support.citation.quote)}
        mentioned = mentioned_labels(section, words)
        if labels and mentioned and not labels & mentioned:
            yield "wrong-row", f"a line on {sorted(mentioned)} cites the rows of {sorted(labels)}"
