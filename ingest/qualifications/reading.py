"""What a document asks of whoever is to hold the job, read from its requirements as values that compare.

A value that is wrong is worse than one that is missing: what can be understood in two ways yields nothing.
"""

from collections.abc import Sequence

from ingest.folding import skeleton
from ingest.model import Fact, Qualification, QualificationKind, Section
from ingest.qualifications.clauses import Clause, clauses
from ingest.qualifications.legible import legible, without_asides
from ingest.qualifications.papers import LICENCE_OR_RESIDENCE, papers
from ingest.qualifications.rows import Row, rows
from ingest.qualifications.schooling_and_work import schooling, work

_SCHOOLING_AND_WORK = (QualificationKind.EDUCATION, QualificationKind.EXPERIENCE)


def qualifications(text: str, facts: Sequence[Fact], sections: Sequence[Section]) -> tuple[Qualification, ...]:
    """The qualifications that a class asks for, in the order of their places.

    Args:
        text: the text that the facts and sections have their places in.
        facts: those of the class; where they have the rows of the home form, only these are read.
        sections: those that are about the class.
    """
    plain = legible(text)
    bare = without_asides(plain)
    asked = [(row, clause) for row in rows(facts, sections) for clause in _clauses(bare, row)]
    found = (
        *schooling(plain, bare, _about(asked, *_SCHOOLING_AND_WORK)),
        *work(plain, bare, _about(asked, *_SCHOOLING_AND_WORK)),
        *papers(bare, _about(asked, QualificationKind.CERTIFICATION)),
    )
    return tuple(sorted(found, key=lambda each: (each.start, each.raw_start, each.kind)))


def _clauses(bare: str, row: Row) -> tuple[Clause, ...]:
    """The clauses of a row, without what stands in a cell that runs over the end of a page and is not of it."""
    asks_for_much = row.lists_licences or row.kinds.intersection(_SCHOOLING_AND_WORK)
    about = None if asks_for_much else LICENCE_OR_RESIDENCE
    found = clauses(bare, row.start, row.end, is_preferred=row.is_preferred, about=about)
    if row.words is None:
        return found
    own = skeleton(row.words)
    return tuple(each for each in found if skeleton(bare[each.start : each.end]) in own)


def _about(asked: Sequence[tuple[Row, Clause]], *kinds: QualificationKind) -> list[tuple[Row, Clause]]:
    return [(row, clause) for row, clause in asked if row.kinds.intersection(kinds)]
