"""Where a spec states what was asked for: under that name, or under another by which its form has it.

The home form has rows and codes; other forms have headings over prose, which is quoted whole, passage by passage.
"""

from assistant.draft import HEADER_FIELDS, Evidence, Line, Subject
from assistant.understanding.lexicon import INSTEAD
from assistant.wording import quotation, section_name
from ingest.folding import words
from ingest.form import FACTOR_COLUMNS
from ingest.model import Fact, Form


def places_of(subject: Subject, key: str) -> tuple[str, ...]:
    """The sections or rows in which a spec states what is asked for by the key of one: that, or those in its stead.

    Where it has none of these, those that stand in the stead of one of these.
    """
    if _has(subject, key):
        return (key,)
    others = INSTEAD.get(key, ())
    found = tuple(other for other in others if _has(subject, other))
    return found or tuple(last for other in others for last in INSTEAD.get(other, ()) if _has(subject, last))


def _has(subject: Subject, key: str) -> bool:
    return bool(facts_of(subject, key) or prose_of(subject, key))


def facts_of(subject: Subject, key: str) -> list[Fact]:
    """The facts of a section or of one row; the environmental factors as a whole are both columns of their table."""
    if "." in key or key in HEADER_FIELDS:
        fact = subject.fact(key)
        return [fact] if fact else []
    sections = FACTOR_COLUMNS if key == "environmental_factors" else (key,)
    return [fact for section in sections for fact in subject.facts(section)]


def prose_of(subject: Subject, key: str) -> tuple[Evidence, ...]:
    """What a spec of another form than the home form says in its sections of a key, passage by passage.

    A section whose text makes no passage, because the document has said it before, is quoted as it stands.
    """
    spec = subject.held.spec
    if spec.form is Form.NORFOLK:
        return ()
    found: list[Evidence] = []
    for section in (section for section in spec.sections if section.key == key):
        within = [p for p in spec.passages if p.section == key and section.start <= p.start and p.end <= section.end]
        found += [subject.within(passage, passage.start, passage.end) for passage in within]
        whole = subject.evidence(key, section.page, section.start, section.end)
        if not within and words(whole.quote) != words(section.heading or ""):
            found.append(whole)
    return tuple(dict.fromkeys(found))


def prose_lines(subject: Subject, key: str) -> list[Line]:
    """The passages of a section under its name, each with its place; nothing where it has none."""
    quoted: list[Line] = [
        (f"{quotation(' '.join(evidence.quote.split()), evidence.quote)} ", evidence)
        for evidence in prose_of(subject, key)
    ]
    return [(f"{section_name(key)}, {subject.title}:",), *quoted] if quoted else []
