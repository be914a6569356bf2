"""The real cross-encoder, where its package is installed, and what happens without it."""

import logging
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from index import LibraryError, LibrarySettings
from index.reranking import MODEL, NO_RERANKER, PACKAGE, TOKENIZER, Reranking, load

QUESTION = "Who repairs roofs?"
ANSWER = "Roofer: applies and repairs roofing of tile"
OTHER = "Painter: mixes paint and sprays machinery"


def _folder() -> Path:
    package = find_spec(PACKAGE)
    assert package is not None
    assert package.submodule_search_locations
    return Path(package.submodule_search_locations[0]) / "models" / "data" / "reranker_en"


def test_what_answers_is_more_relevant_than_what_does_not() -> None:
    scores = Reranking(None).relevances(QUESTION, [OTHER, ANSWER])
    assert scores is not None
    assert scores[1] > 0 > scores[0]


def test_a_score_is_the_same_in_whatever_company_it_is_computed() -> None:
    reranking = Reranking(None)
    alone = reranking.relevances(QUESTION, [ANSWER])
    among = reranking.relevances(QUESTION, [OTHER, f"{ANSWER}. {OTHER * 20}", ANSWER, ANSWER])
    assert alone is not None
    assert among is not None
    assert among[2:] == alone * 2


def test_texts_that_are_too_long_or_empty_are_scored_all_the_same() -> None:
    scores = Reranking(None).relevances("who " * 1_500, [ANSWER * 200, ""])
    assert scores is not None
    assert len(scores) == 2
    assert Reranking(None).relevances(QUESTION, []) == []


def test_a_folder_can_be_named(tmp_path: Path) -> None:
    for name in (MODEL, TOKENIZER):
        shutil.copy(_folder() / name, tmp_path)
    assert Reranking(str(tmp_path)).relevances(QUESTION, [ANSWER]) == Reranking(None).relevances(QUESTION, [ANSWER])


def test_a_packaged_model_that_differs_is_refused(tmp_path: Path) -> None:
    shutil.copy(_folder() / TOKENIZER, tmp_path)
    (tmp_path / MODEL).write_bytes((_folder() / MODEL).read_bytes() + b"\0")
    with pytest.raises(LibraryError, match="not the expected one"):
        load(tmp_path, is_packaged=True)


@pytest.mark.parametrize(("model", "tokenizer"), [(b"no model", b"{}"), (None, b"{}")])
def test_a_reranker_that_cannot_be_loaded_is_a_library_error(
    tmp_path: Path, model: bytes | None, tokenizer: bytes
) -> None:
    (tmp_path / TOKENIZER).write_bytes(tokenizer)
    if model is not None:
        (tmp_path / MODEL).write_bytes(model)
    with pytest.raises(LibraryError, match="cannot be"):
        load(tmp_path, is_packaged=False)


def test_without_a_reranker_nothing_is_scored_and_a_bad_one_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert Reranking(NO_RERANKER).relevances(QUESTION, [ANSWER]) is None
    bad = Reranking(str(tmp_path))
    with caplog.at_level(logging.WARNING):
        assert [bad.relevances(QUESTION, [ANSWER]) for _ in range(2)] == [None, None]
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_the_environment_names_the_reranker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEBOOK_RERANKER", NO_RERANKER)
    assert LibrarySettings().reranker == NO_RERANKER


def test_opening_a_library_loads_no_reranker(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index import Library, LibrarySettings\n"
        "Library.open(LibrarySettings(library=Path(sys.argv[1]))).close()\n"
        "assert 'onnxruntime' not in sys.modules and 'tokenizers' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, cwd=Path(__file__).parents[2])
