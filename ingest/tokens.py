"""Counting a text's tokens as an embedding model counts them, without the model: by its tokenizer alone."""

from collections.abc import Callable
from pathlib import Path

_WORDS_KEPT = 65_536
# Each of these around a plain word is a token of its own; brackets make one of what they enclose ("[SEP]").
_MARKS = ".,;:!?()'\"-/$%&"


def token_counter(tokenizer_file: Path) -> Callable[[str], int]:
    """How to count the tokens of a text, its two end marks included, by a ``tokenizer.json``."""
    from tokenizers import Tokenizer  # not before it is needed: lookups do without
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer

    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    marks = tokenizer.num_special_tokens_to_add(is_pair=False)
    cuts, normalises = tokenizer.pre_tokenizer, tokenizer.normalizer

    def count_whole(text: str) -> int:
        return len(tokenizer.encode(text))

    def count_word(word: str) -> int:
        bare = word.strip(_MARKS)
        if bare.isascii() and bare.isalnum():
            plain = bare.lower() if normalises.lowercase else bare
            return len(word) - len(bare) + len(tokenizer.model.tokenize(plain))
        return len(tokenizer.encode(word, add_special_tokens=False))

    counted: dict[str, int] = {}

    def count_words(text: str) -> int:
        words = text.replace("\n", " ").split(" ")
        if len(counted) > _WORDS_KEPT:
            counted.clear()
        counted.update((word, count_word(word)) for word in set(words).difference(counted))
        return marks + sum(map(counted.__getitem__, words))

    # What BERT's tokenizer makes of a word does not depend on the words around it, and the same few thousand words come
    # again and again: adding up what is known of them is ten times as fast.
    is_berts = isinstance(cuts, BertPreTokenizer) and isinstance(normalises, BertNormalizer)
    return count_words if is_berts else count_whole
