"""The relational store's record of vectors: which texts want one, which have one, which are to go."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from index.identity import embedding_id
from index.store import meta, one_of, set_meta
from index.tables import passages, vectors

_FINGERPRINT = "embedding_fingerprint"


@dataclass(frozen=True, slots=True)
class EmbeddedPassage:
    """A passage as it is ranked: whose it is, and which vector stands for it."""

    passage_id: str
    spec_id: str
    embedding_id: str


def adopt(connection: Connection, fingerprint: str) -> None:
    """Make the model of that fingerprint the one whose vectors count; with another one before, all are pending."""
    if meta(connection, _FINGERPRINT) == fingerprint:
        return
    texts = connection.execute(select(passages.c.embedding_id, passages.c.embedded_text).distinct())
    renamed = [{"before": before, "after": embedding_id(fingerprint, said)} for before, said in texts]
    connection.execute(delete(vectors))
    if renamed:
        this = passages.c.embedding_id == bindparam("before")
        connection.execute(update(passages).where(this).values(embedding_id=bindparam("after")), renamed)
    want(connection, {row["after"] for row in renamed})
    set_meta(connection, _FINGERPRINT, fingerprint)


def adopted(connection: Connection) -> str | None:
    """The fingerprint of the model whose vectors count; none before the first ingest."""
    return meta(connection, _FINGERPRINT)


def want(connection: Connection, embedding_ids: Collection[str]) -> None:
    """Mark vectors as wanted: pending, unless they are held."""
    chosen = select(vectors.c.embedding_id).where(vectors.c.embedding_id.in_(one_of(embedding_ids)))
    known = set(connection.execute(chosen).scalars())
    new = [{"embedding_id": wanted, "state": "pending"} for wanted in sorted(embedding_ids) if wanted not in known]
    if new:
        connection.execute(insert(vectors), new)
    mark(connection, sorted(known), before="discarded", after="pending")


def discard_unwanted(connection: Connection, embedding_ids: Collection[str]) -> None:
    """Mark those vectors that no passage wants as discarded; they may still be in the vector store."""
    for wanted in embedding_ids:
        unwanted = ~exists().where(passages.c.embedding_id == wanted)
        this = vectors.c.embedding_id == wanted
        connection.execute(update(vectors).where(this, unwanted).values(state="discarded"))


def mark(connection: Connection, embedding_ids: Collection[str], *, before: str, after: str) -> None:
    """Move vectors from one state to the next; those that are in another state by now stay as they are."""
    if embedding_ids:
        this = (vectors.c.embedding_id == bindparam("this")) & (vectors.c.state == before)
        connection.execute(update(vectors).where(this).values(state=after), [{"this": each} for each in embedding_ids])


def forget(connection: Connection, embedding_ids: Collection[str]) -> None:
    """Forget discarded vectors, now that the vector store has them no more."""
    if embedding_ids:
        this = (vectors.c.embedding_id == bindparam("gone")) & (vectors.c.state == "discarded")
        connection.execute(delete(vectors).where(this), [{"gone": gone} for gone in embedding_ids])


def in_state(connection: Connection, state: str) -> list[str]:
    """The ids of all vectors in a state, sorted."""
    chosen = select(vectors.c.embedding_id).where(vectors.c.state == state).order_by(vectors.c.embedding_id)
    return list(connection.execute(chosen).scalars())


def counts(connection: Connection) -> dict[str, int]:
    """How many vectors are in each state."""
    grouped = select(vectors.c.state, func.count()).group_by(vectors.c.state)
    return {state: count for state, count in connection.execute(grouped)}


def pending_texts(connection: Connection) -> list[tuple[str, str]]:
    """The pending vectors, each with the text that it is to stand for, sorted by id."""
    chosen = (
        select(vectors.c.embedding_id, func.min(passages.c.embedded_text))
        .join(passages, passages.c.embedding_id == vectors.c.embedding_id)
        .where(vectors.c.state == "pending")
        .group_by(vectors.c.embedding_id)
        .order_by(vectors.c.embedding_id)
    )
    return [(row[0], row[1]) for row in connection.execute(chosen)]


def embedded_passages(connection: Connection, spec_ids: Collection[str] | None = None) -> list[EmbeddedPassage]:
    """The passages whose vector is held, of all specs or of some, sorted by passage id."""
    columns = (passages.c.passage_id, passages.c.spec_id, passages.c.embedding_id)
    chosen = select(*columns).join(vectors, vectors.c.embedding_id == passages.c.embedding_id)
    chosen = chosen.where(vectors.c.state == "held").order_by(passages.c.passage_id)
    if spec_ids is not None:
        chosen = chosen.where(passages.c.spec_id.in_(one_of(spec_ids)))
    return [EmbeddedPassage(*row) for row in connection.execute(chosen)]


def passages_in_state(connection: Connection, state: str) -> int:
    """How many passages have a vector in a state."""
    joined = passages.join(vectors, vectors.c.embedding_id == passages.c.embedding_id)
    chosen = select(func.count()).select_from(joined).where(vectors.c.state == state)
    return connection.execute(chosen).scalar_one()


def passages_by_vector(connection: Connection) -> dict[str, list[EmbeddedPassage]]:
    """All passages, by the id of the vector that each wants, whether it has it or not."""
    columns = (passages.c.passage_id, passages.c.spec_id, passages.c.embedding_id)
    wanting: dict[str, list[EmbeddedPassage]] = {}
    for row in connection.execute(select(*columns)):
        wanting.setdefault(row.embedding_id, []).append(EmbeddedPassage(*row))
    return wanting


def reconcile(connection: Connection, stored: Collection[str]) -> None:
    """Record anew which vectors are held and which are pending, given those that are in the vector store."""
    wanted = passages_by_vector(connection).keys()
    connection.execute(delete(vectors))
    want(connection, wanted)
    mark(connection, sorted(wanted & set(stored)), before="pending", after="held")
