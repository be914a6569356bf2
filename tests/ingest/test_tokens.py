"""A text's tokens are counted word by word, and must be as many as the tokenizer makes of the whole text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from index.tokens import tokenizer_file
from ingest.tokens import token_counter

_FILE = tokenizer_file()
assert _FILE is not None
_TOKENIZER = Tokenizer.from_file(str(_FILE))
_TOKENIZER.no_truncation()
_TOKENIZER.no_padding()
_COUNT = token_counter(_FILE)


@given(st.text())
def test_any_text_has_as_many_tokens_as_the_tokenizer_makes_of_it(text: str) -> None:
    assert _COUNT(text) == len(_TOKENIZER.encode(text))


@pytest.mark.parametrize(
    "text",
    [
        "Accountant III | ESSENTIAL FUNCTIONS\nReconciles $1,234.50 (bi-weekly); re-enters.",
        "a\x1cb c\x85d\te\r\nf\u2028g",
        "[CLS] and [MASK] [SEP]x",
        "naïve Straße İstanbul ΣΑΣ e\u0301 \u0301e 한글 漢字かな 😀",
        "x" * 101 + " " + "y" * 100,
        "  two  spaces  ",
    ],
    ids=["prose", "odd white space", "marks", "other letters", "words too long", "spaces"],
)
def test_odd_text_is_counted_as_the_tokenizer_does(text: str) -> None:
    assert _COUNT(text) == len(_TOKENIZER.encode(text))


def test_a_tokenizer_that_does_not_cut_at_spaces_first_is_given_the_whole_text(tmp_path: Path) -> None:
    whole = Tokenizer(models.WordLevel({"two words": 0, "[UNK]": 1}, unk_token="[UNK]"))
    whole.pre_tokenizer = pre_tokenizers.Split("|", "removed")
    whole.save(str(tmp_path / "tokenizer.json"))
    count = token_counter(tmp_path / "tokenizer.json")
    assert count("two words") == 1
    assert count("two words|two words") == 2
