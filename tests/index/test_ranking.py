import random

import numpy as np

from index.ranking import PassageVectors, Vectors
from index.store_vectors import EmbeddedPassage


def unit(*numbers: float) -> Vectors:
    vector = np.array(numbers, dtype=np.float32)
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


PASSAGES = [EmbeddedPassage(f"p{number}", f"s{number % 2}", f"v{number // 2}") for number in range(6)]
VECTORS = {"v0": unit(1, 0), "v1": unit(1, 1), "v2": unit(0, 1)}


def test_passages_are_ranked_by_cosine_and_ties_by_id() -> None:
    best = PassageVectors(PASSAGES, VECTORS).best(unit(1, 0), spec_ids=None, limit=4)
    assert list(best.items()) == [("p0", 1.0), ("p1", 1.0), ("p2", 0.7071), ("p3", 0.7071)]


def test_only_passages_of_the_chosen_specs_are_ranked() -> None:
    ranked = PassageVectors(PASSAGES, VECTORS)
    assert list(ranked.best(unit(1, 0), spec_ids=["s1", "unknown"], limit=2)) == ["p1", "p3"]
    assert ranked.best(unit(1, 0), spec_ids=[], limit=2) == {}


def test_a_passage_without_its_vector_is_left_out() -> None:
    vectors = {"v0": VECTORS["v0"]}
    assert list(PassageVectors(PASSAGES, vectors).best(unit(1, 0), spec_ids=None, limit=9)) == ["p0", "p1"]
    assert PassageVectors(PASSAGES, {}).best(unit(1, 0), spec_ids=None, limit=9) == {}


def test_scores_do_not_depend_on_what_else_is_held() -> None:
    numbers = np.random.default_rng(1)
    passages = [EmbeddedPassage(f"{number:04}", f"s{number}", f"v{number}") for number in range(600)]
    vectors = {f"v{number}": unit(*numbers.normal(size=384)) for number in range(600)}
    query = unit(*numbers.normal(size=384))
    everything = PassageVectors(passages, vectors).best(query, spec_ids=None, limit=600)
    shuffled = random.Random(1).sample(passages, len(passages))
    assert list(PassageVectors(shuffled, vectors).best(query, spec_ids=None, limit=600).items()) == list(
        everything.items()
    )
    few = PassageVectors(passages[100:200], vectors).best(query, spec_ids=None, limit=10)
    assert all(everything[passage_id] == score for passage_id, score in few.items())
    exact = sorted(everything, key=lambda each: (-everything[each], each))
    assert list(PassageVectors(passages, vectors).best(query, spec_ids=None, limit=7)) == exact[:7]
