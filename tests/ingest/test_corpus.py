"""Real documents of other agencies, where they are beside the checkout: a sample, its facts looked up by hand."""

from random import Random

import pytest

from benchmarks.corpus_checked import CORPUS, checked_samples, differences, stated_by
from ingest import read_specs

_CHECKED = {path: said for sample in checked_samples().values() for path, said in sample.items()}
_SAMPLE = sorted(Random(0).sample(sorted(_CHECKED), 60))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not beside the checkout, in shared/corpus")
@pytest.mark.parametrize("path", _SAMPLE)
def test_title_code_dates_and_members_of_a_real_document_are_read_as_it_states_them(path: str) -> None:
    specs = read_specs(CORPUS / path)
    assert differences(_CHECKED[path], stated_by(specs)) == []
    for spec in specs:
        text = spec.source.text
        assert all(text[fact.raw_start : fact.raw_end] == fact.raw for fact in spec.facts)
        assert all(text[passage.start : passage.end].strip() for passage in spec.passages)
