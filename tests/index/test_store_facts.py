from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index import store_facts, store_specs
from index.store import RelationalStore
from ingest.model import ClassSpec, QualificationKind
from tests.index.spec_factory import QUALIFICATIONS, lamplighter


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RelationalStore]:
    opened = RelationalStore(f"sqlite:///{tmp_path / 'rolebook.sqlite3'}")
    yield opened
    opened.close()


def put(store: RelationalStore, spec_id: str, spec: ClassSpec) -> None:
    with store.writing() as connection:
        store_specs.put(connection, spec_id, [spec], given_agency=None, reader_version=1, fingerprint="model")


def test_the_facts_of_fields_are_those_of_each_spec_with_their_repairs(store: RelationalStore) -> None:
    put(store, "b", lamplighter())
    put(store, "a", lamplighter("/specs/other.txt"))
    standing, walking, note = lamplighter().facts
    fields = ["physical_demands.walking", "notes.1", "physical_demands.vision"]
    with store.reading() as connection:
        found = store_facts.facts(connection, fields, ["a", "b", "c"])
        assert store_facts.facts(connection, ["physical_demands.standing"], ["b"]) == [("b", standing)]
        assert store_facts.facts(connection, [], ["a", "b"]) == []
        assert store_facts.facts(connection, fields, []) == []
    assert found == [("a", walking), ("a", note), ("b", walking), ("b", note)]


def test_every_repair_of_a_fact_is_read_in_its_order(store: RelationalStore) -> None:
    walking = lamplighter().facts[1]
    (repair,) = walking.repairs
    twice = replace(walking, repairs=(repair, replace(repair, rule="stray tab")))
    put(store, "lamp", replace(lamplighter(), facts=(twice, twice)))
    with store.reading() as connection:
        assert store_facts.facts(connection, [walking.field], ["lamp"]) == [("lamp", twice), ("lamp", twice)]


def test_the_qualifications_of_kinds_are_those_of_each_spec_as_they_were_put(store: RelationalStore) -> None:
    put(store, "b", lamplighter())
    put(store, "a", lamplighter("/specs/other.txt"))
    schooling, _, licence, _ = QUALIFICATIONS
    kinds = [QualificationKind.EDUCATION, QualificationKind.COMMERCIAL_LICENCE]
    with store.reading() as connection:
        found = store_facts.qualifications(connection, kinds, ["a", "b"])
        assert store_facts.qualifications(connection, list(QualificationKind), ["b"]) == [
            ("b", each) for each in QUALIFICATIONS
        ]
        assert store_facts.qualifications(connection, [QualificationKind.CERTIFICATION], ["a", "b"]) == []
    assert found == [("a", schooling), ("a", licence), ("b", schooling), ("b", licence)]
    assert [(type(each.kind), type(each.level), type(each.is_required)) for _, each in found[:2]] == [
        (type(each.kind), type(each.level), bool) for each in (schooling, licence)
    ]
