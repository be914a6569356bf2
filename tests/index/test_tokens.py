from pathlib import Path

import pytest

from index import token_counter


def test_tokens_are_counted_as_the_model_counts_them() -> None:
    count = token_counter()
    assert count is not None
    assert count("") == 2
    assert count("lamp") == 3
    assert count("lamp " * 1_000) == 1_002


@pytest.mark.parametrize("model", ["somebody/some-model", "/nowhere"])
def test_without_a_tokenizer_here_there_is_no_count(model: str) -> None:
    assert token_counter(model) is None


def test_a_folder_without_a_tokenizer_gives_no_count(tmp_path: Path) -> None:
    assert token_counter(str(tmp_path)) is None
