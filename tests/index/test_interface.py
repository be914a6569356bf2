import subprocess
import sys
from pathlib import Path

import index


def test_what_the_floor_offers_is_listed_and_there() -> None:
    assert set(index.__all__) >= {"Library", "LibrarySettings", "VectorsUnavailable", "token_counter"}
    assert all(hasattr(index, name) for name in index.__all__)
    assert index.__all__ == sorted(index.__all__)


LOOKUP = """
import sys
from pathlib import Path
from index import Library, LibrarySettings
with Library.open(LibrarySettings(library=Path(sys.argv[1]))) as library:
    spec_id = library.resolve("Firefighter").spec_id
    assert library.held(spec_id).spec.facts
    assert library.lexical("ladder", spec_ids=None, limit=3)
    assert library.vectors_state() == "absent"
loaded = {"torch", "chromadb", "llama_index", "sentence_transformers", "transformers", "numpy"} & set(sys.modules)
assert not loaded, loaded
"""


def test_lookups_and_lexical_search_load_neither_model_nor_vector_store(tmp_path: Path) -> None:
    from index import LibrarySettings
    from index.ingestion import FileReader
    from index.store import RelationalStore
    from tests.index.conftest import SAMPLES

    folder = tmp_path / "library"
    folder.mkdir()
    store = RelationalStore(LibrarySettings(library=folder).relational_url)
    FileReader(store, "none", None).take_in([SAMPLES / "firefighter.txt"], agency=None, progress=lambda _: None)
    store.close()
    subprocess.run([sys.executable, "-c", LOOKUP, str(folder)], check=True, cwd=Path(index.__file__).parents[1])
