from benchmarks.corpus_checked import Stated, checked_samples, differences

SAID = Stated(title="CLERK", code="12", adopted=None, revised=None, open_date=None, members=(("Clerk I", "1"),))


def test_titles_that_differ_in_case_are_the_same() -> None:
    assert differences(SAID, SAID.model_copy(update={"title": "Clerk", "members": (("CLERK I", "1"),)})) == []


def test_a_difference_names_the_fact_and_both_values() -> None:
    read = SAID.model_copy(update={"code": None, "members": ()})
    assert differences(SAID, read) == ["code: None for '12'", "members: () for (('Clerk I', '1'),)"]


def test_a_value_that_the_document_does_not_state_is_a_difference() -> None:
    assert differences(SAID, SAID.model_copy(update={"revised": "May 2001"})) == ["revised: 'May 2001' for None"]


def test_each_sample_has_sixty_documents_and_none_is_in_both() -> None:
    known, unseen = checked_samples().values()
    assert len(known) == len(unseen) == 60
    assert not known.keys() & unseen.keys()
