import random
from pathlib import Path

import numpy as np
import pytest

from index import LibrarySettings, VectorsUnavailable, token_counter
from index.embedding import LENGTHS, TOKENS_A_BATCH, FixedShapeEmbedding, Vectors, load

# Each is one token.
WORDS = ("lamp", "oil", "harbor", "ladder", "records", "equipment", "clerk", "vessel", "fire", "water", "road", "tree")


@pytest.fixture(scope="module", params=["bfloat16", "float32"])
def model(request: pytest.FixtureRequest) -> FixedShapeEmbedding:
    return load(LibrarySettings(precision=request.param))


def embedded(model: FixedShapeEmbedding, texts: list[str]) -> dict[str, Vectors]:
    found = [
        (texts[place], row) for places, rows in model.in_batches(texts) for place, row in zip(places, rows, strict=True)
    ]
    assert sorted(text for text, _ in found) == sorted(texts)
    return dict(found)


def texts_of(length: int, number: int, chance: random.Random) -> list[str]:
    """Texts of at most that many tokens and of more than would fit the next shorter shape; each word is one token."""
    shorter = max((other for other in LENGTHS if other < length), default=4)
    return [" ".join(chance.choices(WORDS, k=chance.randint(shorter - 1, length - 2))) for _ in range(number)]


@pytest.mark.parametrize("length", LENGTHS)
def test_a_text_has_the_same_vector_alone_in_company_and_in_another_place(
    model: FixedShapeEmbedding, length: int
) -> None:
    chance = random.Random(length)
    rows = TOKENS_A_BATCH // length
    texts = list(dict.fromkeys(texts_of(length, rows + 2, chance)))
    together = embedded(model, texts)
    elsewhere = embedded(model, texts[::-1] + texts_of(length, 3, chance))
    for text in [texts[0], texts[rows // 2], texts[-1]]:
        alone = embedded(model, [text])[text]
        assert np.array_equal(alone, together[text])
        assert np.array_equal(alone, elsewhere[text])


def test_a_batch_of_the_longest_texts_only_gives_the_same_vectors(model: FixedShapeEmbedding) -> None:
    """A batch without any padding needs no mask, and takes another way through the attention."""
    rows = TOKENS_A_BATCH // LENGTHS[0]
    texts = [" ".join([WORDS[row % 12], WORDS[row // 12], *WORDS, *WORDS, *WORDS[:4]]) for row in range(rows)]
    count = token_counter()
    assert count is not None
    assert {count(text) for text in texts} == {LENGTHS[0]}
    assert np.array_equal(embedded(model, texts)[texts[3]], embedded(model, texts[3:4])[texts[3]])


def test_vectors_have_length_one_and_near_meanings_are_near(model: FixedShapeEmbedding) -> None:
    query = model.query_vector("Who puts out fires?")
    vectors = embedded(model, ["The firefighter extinguishes burning buildings.", "The clerk files invoices."])
    fire, invoices = vectors.values()
    assert all(abs(float(np.linalg.norm(vector)) - 1) < 1e-5 for vector in (query, fire, invoices))
    assert query @ fire > query @ invoices + 0.2


def test_the_vectors_are_those_of_sentence_transformers() -> None:
    model = load(LibrarySettings(precision="float32"))
    texts = [" ".join(WORDS), "Lights the lamps.", " ".join(WORDS * 30)]
    expected = model._model.encode(texts, normalize_embeddings=True)
    found = embedded(model, texts)
    assert all(float(found[text] @ vector) > 0.99999 for text, vector in zip(texts, expected, strict=True))
    rough = embedded(load(LibrarySettings(precision="bfloat16")), texts)
    assert all(float(rough[text] @ vector) > 0.999 for text, vector in zip(texts, expected, strict=True))


def test_llama_index_gets_the_same_vectors(model: FixedShapeEmbedding) -> None:
    texts = ["Lights the lamps.", "Carries the luggage."]
    assert model.get_text_embedding_batch(texts) == [embedded(model, texts)[text].tolist() for text in texts]
    assert model.get_query_embedding("lamps?") == model.query_vector("lamps?").tolist()


@pytest.mark.parametrize("text", ["", "\ud800 half a letter", "word " * 5_000])
def test_any_text_has_a_vector(model: FixedShapeEmbedding, text: str) -> None:
    assert np.isfinite(model.query_vector(text)).all()
    assert np.isfinite(embedded(model, [text])[text]).all()


def test_a_model_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(VectorsUnavailable, match=r"The embedding model .* cannot be loaded"):
        load(LibrarySettings(embedding_model=str(tmp_path)))
