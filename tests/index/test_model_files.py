from pathlib import Path

import pytest

from index import LibrarySettings, VectorsUnavailable, model_files


def test_the_packaged_model_lies_in_its_package_and_is_the_expected_one() -> None:
    folder = model_files.model_folder(None)
    assert folder is not None
    model_files.check_weights(folder)


def test_other_weights_are_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / model_files.WEIGHTS).write_bytes(b"other weights")
    with pytest.raises(VectorsUnavailable, match="is not the expected one: its weights differ"):
        model_files.check_weights(tmp_path)


def test_missing_weights_are_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(VectorsUnavailable, match="cannot be read: No such file"):
        model_files.check_weights(tmp_path)


def test_a_model_can_be_a_folder_and_a_name_has_none(tmp_path: Path) -> None:
    assert model_files.model_folder(str(tmp_path)) == tmp_path
    assert model_files.model_folder("somebody/some-model") is None


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("flags\t\t: fpu avx512_bf16 sse", "bfloat16"),
        ("flags\t\t: fpu amx_bf16", "bfloat16"),
        ("flags\t\t: fpu avx512f", "float32"),
        ("Features\t: fp asimd", "float32"),
        (None, "float32"),
    ],
)
def test_precision_is_bfloat16_where_the_processor_has_it(
    described: str | None, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    processors = tmp_path / "cpuinfo"
    if described is not None:
        processors.write_text(f"processor\t: 0\n{described}\nbugs\t:\n")
    monkeypatch.setattr(model_files, "_PROCESSORS", processors)
    assert model_files.precision(LibrarySettings()) == expected
    assert model_files.precision(LibrarySettings(precision="float32")) == "float32"


def test_vectors_of_another_model_or_precision_have_another_fingerprint() -> None:
    prints = {
        model_files.fingerprint(LibrarySettings(embedding_model=model, precision=precision))
        for model in (None, "/models/other")
        for precision in ("float32", "bfloat16")
    }
    assert len(prints) == 4
