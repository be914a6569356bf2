import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from index import Hit, store_search, store_specs
from index.store import RelationalStore
from tests.index.spec_factory import lamplighter


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RelationalStore]:
    """Two lamplighters and eight porters, of whom nobody says anything about lamps."""
    opened = RelationalStore(f"sqlite:///{tmp_path_factory.mktemp('search') / 'rolebook.sqlite3'}")
    first, _ = lamplighter().passages
    porter = replace(first, embedded_text="Porter | Duties\nCarries the luggage.")
    for number in range(10):
        spec = lamplighter(f"/specs/{number}.txt")
        if number > 1:
            spec = replace(spec, title="Porter", passages=(porter,), facts=())
        with opened.writing() as connection:
            store_specs.put(connection, f"s{number}", [spec], given_agency=None, reader_version=1, fingerprint="model")
    yield opened
    opened.close()


def search(store: RelationalStore, query: str, spec_ids: list[str] | None = None, limit: int = 50) -> list[Hit]:
    with store.reading() as connection:
        return store_search.lexical(connection, query, spec_ids=spec_ids, limit=limit)


def test_passages_are_found_by_any_of_the_words(store: RelationalStore) -> None:
    found = search(store, "Who lights a lamp here?")
    assert {hit.spec_id for hit in found} == {"s0", "s1"}
    assert found[0].passage == lamplighter().passages[0]
    assert found[0].score > 0


def test_a_row_is_found_by_its_decoded_value_and_gives_its_passage(store: RelationalStore) -> None:
    found = search(store, "walking occasionally", ["s0"])
    assert [hit.passage for hit in found] == [lamplighter().passages[1]]


def test_only_the_chosen_specs_are_searched(store: RelationalStore) -> None:
    assert {hit.spec_id for hit in search(store, "lamp luggage", ["s1", "s5", "unknown"])} == {"s1", "s5"}
    assert search(store, "lamp", []) == []


def test_equal_scores_are_ordered_by_passage_id(store: RelationalStore) -> None:
    found = search(store, "luggage")
    assert len(found) == 8
    assert len({hit.score for hit in found}) == 1
    assert [hit.passage_id for hit in found] == sorted(hit.passage_id for hit in found)
    assert search(store, "luggage", limit=3) == found[:3]


@pytest.mark.parametrize(
    "query",
    [
        '"lamps" AND (standing: OR NOT*',
        "lamp'; DROP TABLE specs; --",
        "NEAR(lamp, 2) ^lamp {body}: lamp",
        "lamp\x00\ud800",
    ],
)
def test_what_is_an_operator_elsewhere_is_a_word_here(store: RelationalStore, query: str) -> None:
    assert {hit.spec_id for hit in search(store, query)} >= {"s0", "s1"}


@pytest.mark.parametrize("query", ["", " ?! ", "()\"'*"])
def test_a_query_without_words_finds_nothing(store: RelationalStore, query: str) -> None:
    assert search(store, query) == []


def _with_all(store: RelationalStore, *groups: set[str]) -> set[str]:
    with store.reading() as connection:
        return {hit.spec_id for hit in store_search.with_all(connection, groups)}


def test_passages_with_a_word_of_each_group_are_found(store: RelationalStore) -> None:
    assert _with_all(store, {"luggage", "lamp"}, {"carries", "carts"}) == {f"s{number}" for number in range(2, 10)}
    assert _with_all(store, {"lugg*"}, {"duties"}) == {f"s{number}" for number in range(2, 10)}
    assert _with_all(store, {"luggage"}, {"lamp"}) == set()
    assert _with_all(store) == _with_all(store, {"?!"}) == set()


def test_of_very_many_groups_the_first_are_looked_at(store: RelationalStore) -> None:
    assert _with_all(store, *({f"luggage{number}", "luggage"} for number in range(400)))


def test_a_very_long_query_is_searched_by_its_first_words(store: RelationalStore) -> None:
    query = "lamp " + " ".join(f"word{number}" for number in range(20_000))
    assert {hit.spec_id for hit in search(store, query)} == {"s0", "s1"}


@given(st.text(alphabet=string.printable + "éß“”消\u00a0", max_size=60))
def test_no_query_is_a_syntax_error(store: RelationalStore, query: str) -> None:
    search(store, query, limit=1)


def test_a_word_that_every_passage_has_counts_only_where_there_is_no_other() -> None:
    assert store_search.match_expression("What is the strength of it?") == '"strength"'
    assert store_search.match_expression("what is it") == '"what" OR "is" OR "it"'


def test_an_index_that_lost_its_rows_is_noticed_and_made_anew(tmp_path: Path) -> None:
    store = RelationalStore(f"sqlite:///{tmp_path / 'rolebook.sqlite3'}")
    with store.writing() as connection:
        store_specs.put(connection, "s", [lamplighter()], given_agency=None, reader_version=1, fingerprint="model")
        assert store_search.lexical_index_agrees(connection)
        connection.execute(text("INSERT INTO lexical_index(lexical_index) VALUES ('delete-all')"))
        assert not store_search.lexical_index_agrees(connection)
        store_search.rebuild_lexical_index(connection)
        assert store_search.lexical_index_agrees(connection)
    assert search(store, "lamp")
    store.close()
