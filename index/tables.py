"""The tables of the relational store.

A file's text and boxes are held once, in ``sources``; its spec and those of its members hang on that row, and
everything that a spec brings hangs on its row in ``specs``: all of it goes with the source. ``lexical_index`` is an
FTS5 table over ``lexical_entries`` that triggers keep in step, so that it cannot outlive a spec either.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, String, Table
from sqlalchemy.sql.schema import SchemaItem

SCHEMA_VERSION = 3

metadata = MetaData()


def _of_spec(name: str, *columns: SchemaItem) -> Table:
    """A table of things that a spec has in order: ``position`` is the 0-based place."""
    return Table(
        name,
        metadata,
        Column("spec_id", String, ForeignKey("specs.spec_id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True),
        *columns,
    )


def _text(name: str) -> Column[str]:
    return Column(name, String, nullable=False)


def _optional(name: str) -> Column[str | None]:
    return Column(name, String)


def _place() -> tuple[Column[int], Column[int]]:
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False)


library_meta = Table("library_meta", metadata, Column("key", String, primary_key=True), _text("value"))

# ``document_id`` is the id of the document's own spec. ``boxes`` is a JSON list of their sides, null where none are.
sources = Table(
    "sources",
    metadata,
    Column("document_id", String, primary_key=True),
    Column("path", String, nullable=False, unique=True),
    _text("sha256"),
    _text("format"),
    _optional("encoding"),
    _text("text"),
    _text("text_sha256"),
    _optional("given_agency"),
    Column("reader_version", Integer, nullable=False),
    _optional("boxes"),
)

# When a document was last read, in UTC as ISO 8601 says it. A library made before this table was gets it when it is
# opened, and has no row for what it read earlier.
readings = Table(
    "readings",
    metadata,
    Column("document_id", String, ForeignKey("sources.document_id", ondelete="CASCADE"), primary_key=True),
    _text("read_at"),
)

# ``place`` is null for a document's own spec, and the 0-based place of a member in its series.
specs = Table(
    "specs",
    metadata,
    Column("spec_id", String, primary_key=True),
    Column("document_id", String, ForeignKey("sources.document_id", ondelete="CASCADE"), nullable=False),
    Column("place", Integer),
    _text("form"),
    _optional("agency"),
    _optional("code"),
    _optional("title"),
    _optional("department"),
    _optional("service"),
    _optional("adopted"),
    _optional("revised"),
    _optional("revision"),
)
Index("specs_by_document", specs.c.document_id)

members = _of_spec("members", _text("title"), _optional("code"), Column("place", Integer, nullable=False))
sections = _of_spec("sections", _text("key"), _optional("heading"), Column("page", Integer), *_place())
legends = _of_spec(
    "legends",
    _text("section"),
    _text("code"),
    _text("word"),
    _optional("meaning"),
    Column("page", Integer),
    *_place(),
)
facts = _of_spec(
    "facts",
    _text("field"),
    _text("status"),
    _text("raw"),
    _optional("value"),
    _optional("description"),
    Column("page", Integer),
    *_place(),
    Column("raw_start", Integer, nullable=False),
    Column("raw_end", Integer, nullable=False),
    _optional("iso"),
)
qualifications = _of_spec(
    "qualifications",
    _text("kind"),
    _optional("level"),
    Column("amount", Float),
    Column("is_required", Boolean, nullable=False),
    Column("accepts_equivalent", Boolean, nullable=False),
    _text("field"),
    Column("page", Integer),
    *_place(),
    Column("raw_start", Integer, nullable=False),
    Column("raw_end", Integer, nullable=False),
)
issues = _of_spec("issues", _text("code"), _text("message"), Column("start", Integer), Column("end", Integer))
passages = _of_spec(
    "passages",
    _text("passage_id"),
    _text("embedding_id"),
    _text("section"),
    _optional("heading"),
    Column("page", Integer),
    *_place(),
    _text("embedded_text"),
)
Index("passages_by_passage_id", passages.c.passage_id)
Index("passages_by_embedding_id", passages.c.embedding_id)
Index("facts_by_field", facts.c.field, facts.c.value)
Index("qualifications_by_kind", qualifications.c.kind)

# What a repair belongs to is named by its table and position there: a section, a legend or a fact.
repairs = _of_spec(
    "repairs",
    _text("owner"),
    Column("owner_position", Integer, nullable=False),
    _text("rule"),
    _text("before"),
    _text("after"),
    *_place(),
)

# One row for each distinct embedded text. ``pending``: wanted, and not known to be in the vector store;
# ``held``: in it; ``discarded``: no passage wants it any more, and it may still be in the vector store.
vectors = Table(
    "vectors",
    metadata,
    Column("embedding_id", String, primary_key=True),
    _text("state"),
)
Index("vectors_by_state", vectors.c.state)

# A passage, or one row of a table within it, as it is searched by words.
lexical_entries = Table(
    "lexical_entries",
    metadata,
    Column("entry", Integer, primary_key=True),
    Column("spec_id", String, nullable=False),
    Column("passage_position", Integer, nullable=False),
    _text("body"),
    ForeignKeyConstraint(
        ["spec_id", "passage_position"], ["passages.spec_id", "passages.position"], ondelete="CASCADE"
    ),
)
Index("lexical_entries_by_passage", lexical_entries.c.spec_id, lexical_entries.c.passage_position)

# FTS5 over the table above without a second copy of its text (https://sqlite.org/fts5.html, section 4.4.3).
LEXICAL_INDEX = (
    "CREATE VIRTUAL TABLE lexical_index USING fts5("
    "body, content='lexical_entries', content_rowid='entry', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER lexical_entry_in AFTER INSERT ON lexical_entries BEGIN "
    "INSERT INTO lexical_index(rowid, body) VALUES (new.entry, new.body); END",
    "CREATE TRIGGER lexical_entry_out AFTER DELETE ON lexical_entries BEGIN "
    "INSERT INTO lexical_index(lexical_index, rowid, body) VALUES ('delete', old.entry, old.body); END",
)
