"""Search by words in the relational store, and passages by their ids.

What is searched are passages and the single rows of tables within them; what is found are passages.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, column, func, literal_column, select, table, text
from sqlalchemy.exc import DatabaseError

from index.entries import Hit
from index.store import one_of
from index.tables import lexical_entries, passages
from ingest.model import ClassSpec, Fact, Passage

# A question has fewer words that matter, and an FTS5 expression may be 256 deep.
MOST_WORDS = 64
_MOST_GROUPS = 24
SCORE_DECIMALS = 4

# Words that nearly every passage has: they find nothing and cost a ranking of everything.
_EVERYWHERE = frozenset(
    "a an and are as at be by do does for from has have how i in is it its many much of on or the that this to was "
    "what when where which who with would".split()
)
_lexical_index = table("lexical_index", column("rowid"), column("lexical_index"))


def passage_count(connection: Connection) -> int:
    """How many passages all specs have."""
    return connection.execute(select(func.count()).select_from(passages)).scalar_one()


def lexical_rows(held_as: str, spec: ClassSpec) -> list[dict[str, Any]]:
    """What is searched of a spec: each passage's words, and each row within it under the passage's title and heading.

    A row's decoded value is searched with it, so that "frequently" finds a row that says ``F``.
    """
    return [
        {"spec_id": held_as, "passage_position": position, "body": body}
        for position, passage in enumerate(spec.passages)
        for body in (passage.embedded_text, *_row_bodies(spec, passage))
    ]


def _row_bodies(spec: ClassSpec, passage: Passage) -> Iterator[str]:
    rows: dict[tuple[int, int], list[Fact]] = {}
    for fact in spec.facts:
        within = passage.start <= fact.start <= fact.end <= passage.end
        if within and fact.end > fact.start and (fact.start, fact.end) != (passage.start, passage.end):
            rows.setdefault((fact.start, fact.end), []).append(fact)
    for (start, end), facts in rows.items():
        words = spec.source.text[start:end].split()
        values = [fact.value for fact in facts if fact.value and fact.value not in fact.raw]
        yield " ".join([spec.title or "", passage.heading or "", *words, *values])


def lexical(connection: Connection, query: str, *, spec_ids: Collection[str] | None, limit: int) -> list[Hit]:
    """The passages that share words with a query, best first by BM25, ties by passage id; at most ``limit``."""
    expression = match_expression(query)
    if not expression:
        return []
    matched = (
        select(_lexical_index.c.rowid, literal_column("bm25(lexical_index)").label("rank"))
        .where(column("lexical_index").match(expression))
        .cte("matched")
        .prefix_with("MATERIALIZED")
    )
    score = func.max(func.round(-matched.c.rank, SCORE_DECIMALS)).label("score")
    best = (
        select(passages, score)
        .select_from(matched)
        .join(lexical_entries, lexical_entries.c.entry == matched.c.rowid)
        .join(
            passages,
            (passages.c.spec_id == lexical_entries.c.spec_id)
            & (passages.c.position == lexical_entries.c.passage_position),
        )
        .group_by(passages.c.spec_id, passages.c.position)
        .order_by(score.desc(), passages.c.passage_id)
        .limit(limit)
    )
    if spec_ids is not None:
        best = best.where(passages.c.spec_id.in_(one_of(spec_ids)))
    return [_hit(row, row["score"]) for row in connection.execute(best).mappings()]


def with_all(connection: Connection, groups: Collection[Collection[str]]) -> list[Hit]:
    """The passages in which each of the first groups has a word, unranked; one before "*" may go on."""
    alternatives = [" OR ".join(filter(None, map(_token, sorted(group)))) for group in groups]
    expression = " AND ".join(f"({group})" for group in alternatives[:_MOST_GROUPS] if group)
    if not expression:
        return []
    matched = select(_lexical_index.c.rowid).where(column("lexical_index").match(expression)).cte("matched")
    found = (
        select(passages)
        .select_from(matched)
        .join(lexical_entries, lexical_entries.c.entry == matched.c.rowid)
        .join(
            passages,
            (passages.c.spec_id == lexical_entries.c.spec_id)
            & (passages.c.position == lexical_entries.c.passage_position),
        )
        .distinct()
    )
    return [_hit(row, 0.0) for row in connection.execute(found).mappings()]


def _token(word: str) -> str:
    """A word as FTS5 takes it, quoted, so that nothing in it is an operator; nothing where it has no letters."""
    letters = re.sub(r"[\W_]+", " ", word).strip()
    return letters and (f'"{letters}"*' if word.endswith("*") else f'"{letters}"')


def match_expression(query: str) -> str:
    """A query as an FTS5 expression: any of its words, each quoted, so that nothing in it is an operator."""
    words = list(dict.fromkeys(re.findall(r"[^\W_]+", query.lower())))
    telling = [word for word in words if word not in _EVERYWHERE] or words
    return " OR ".join(f'"{word}"' for word in telling[:MOST_WORDS])


def hits(connection: Connection, scores: dict[str, float]) -> list[Hit]:
    """The passages of those ids with their scores, best first, ties by passage id."""
    chosen = select(passages).where(passages.c.passage_id.in_(one_of(scores)))
    found = [_hit(row, scores[row["passage_id"]]) for row in connection.execute(chosen).mappings()]
    return sorted(found, key=lambda hit: (-hit.score, hit.passage_id))


def unsearchable(connection: Connection) -> list[str]:
    """The ids of specs with a passage that has no entry to be searched by words."""
    missing = (
        select(passages.c.spec_id)
        .outerjoin(
            lexical_entries,
            (lexical_entries.c.spec_id == passages.c.spec_id)
            & (lexical_entries.c.passage_position == passages.c.position),
        )
        .where(lexical_entries.c.entry.is_(None))
        .distinct()
        .order_by(passages.c.spec_id)
    )
    return list(connection.execute(missing).scalars())


def lexical_index_agrees(connection: Connection) -> bool:
    """Whether the full-text index holds exactly the entries (https://sqlite.org/fts5.html, section 6.4)."""
    try:
        connection.execute(text("INSERT INTO lexical_index(lexical_index, rank) VALUES ('integrity-check', 1)"))
    except DatabaseError:
        return False
    return True


def rebuild_lexical_index(connection: Connection) -> None:
    """Make the full-text index anew from the entries."""
    connection.execute(text("INSERT INTO lexical_index(lexical_index) VALUES ('rebuild')"))


def _hit(row: RowMapping, score: float) -> Hit:
    names = ("section", "heading", "page", "start", "end", "embedded_text")
    passage = Passage(**{name: row[name] for name in names})
    return Hit(spec_id=row["spec_id"], passage_id=row["passage_id"], passage=passage, score=score)
